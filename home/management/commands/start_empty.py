from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from home import start


class Command(BaseCommand):
    help = (
        "Put the partnership's own words and pages in place, without demo content, and name the first administrator. "
        "Running it again changes nothing that staff have edited."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("administrator", help="The email address of the first administrator.")

    def handle(self, *args, administrator: str, **options) -> None:
        try:
            validate_email(administrator)
        except ValidationError as error:
            raise CommandError(f"“{administrator}” is not an email address.") from error
        user = start.load(administrator)
        self.stdout.write(f"Everything is in place. {user.email} signs in at /accounts/login/ with a code by mail.")
        self.stdout.write("What is still open before the launch stands at /workspace/launch/.")
