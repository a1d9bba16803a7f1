"""manage.py load_borough_figures FILE: population and other figures of the borough, from a CSV file."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from conversations import actions
from conversations.seeing.borough import NotFigures


class Command(BaseCommand):
    help = (
        "Load figures about the borough from CSV files with the columns measure, by (ward, age, gender or ethnicity), "
        "group (our code), number, source, date (2021-03-21) and, if you like, invented (yes or no). The measure "
        "“population” is what all others are held against. A measure that is loaded again replaces the one before. "
        "Invented figures are taken in the demonstration alone."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", type=Path, nargs="+", help="One CSV file or several.")

    def handle(self, *args, files: list[Path], **options) -> None:
        for path in files:
            try:
                with path.open(encoding="utf-8-sig", newline="") as file:
                    number = actions.load_borough_figures(file=file, invented_may_come=settings.DEMO)
            except (OSError, UnicodeDecodeError) as problem:
                raise CommandError(f"{path.name} cannot be read. Nothing of it was taken.") from problem
            except NotFigures as problem:
                raise CommandError("\n".join([f"{path.name}: nothing was taken.", *problem.sentences])) from problem
            self.stdout.write(f"{path.name}: {number} figures.")
