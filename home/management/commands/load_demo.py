from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home import demo


class Command(BaseCommand):
    help = (
        "Load the demo content and the demo accounts. Running it again changes nothing. With --reset everything "
        "in the database is thrown away first. Refused outside the dev and test settings."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--reset", action="store_true", help="Throw everything in the database away first.")

    def handle(self, *args, reset: bool, **options) -> None:
        if not settings.DEMO:
            raise CommandError("Demo content exists in the dev and test settings alone.")
        if reset:
            call_command("flush", interactive=False, verbosity=0)
            call_command("migrate", verbosity=0)
        demo.load()
        self.stdout.write("The demo content is in place.")
