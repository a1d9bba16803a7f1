from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Collection, Locale, Page

from home import demo


def _first_rows() -> None:
    """What Wagtail's own migrations put in an empty database, and the flush took away."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    if not Page.objects.exists():
        Page.add_root(title="Root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


class Command(BaseCommand):
    help = (
        "Load the demo content and the demo accounts. Running it again changes nothing. With --reset everything "
        "in the database is thrown away first. Refused outside the dev and test settings."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--reset", action="store_true", help="Throw everything in the database away first.")
        parser.add_argument("--messy", action="store_true", help="Add 200 more conversations, uneven and messy.")

    def handle(self, *args, reset: bool, messy: bool, **options) -> None:
        if not settings.DEMO:
            raise CommandError("Demo content exists in the dev and test settings alone.")
        if reset:
            call_command("flush", interactive=False, verbosity=0)
            _first_rows()
        demo.load()
        if messy:
            demo.load_messy()
        self.stdout.write("The demo content is in place.")
