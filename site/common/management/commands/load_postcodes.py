from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from common import postcodes


class Command(BaseCommand):
    help = (
        "Load the local table of postcodes from the ONS Postcode Directory or from OS Code-Point Open (CSV). "
        "Distances are then worked out here, and no search leaves this server. Run it again with each new edition."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", type=Path, nargs="+", help="One CSV file or several.")
        parser.add_argument(
            "--letters", nargs="*", default=["SE", "BR"],
            help="Keep the postcodes that begin with these letters. Give none to keep the whole country.",
        )  # fmt: skip

    @transaction.atomic
    def handle(self, *args, files: list[Path], letters: list[str], **options) -> None:
        number = 0
        for path in files:
            try:
                with path.open(encoding="utf-8-sig", newline="") as file:
                    number += postcodes.load(file, letters=letters)
            except OSError as problem:
                raise CommandError(f"{path.name} cannot be opened. Nothing was changed.") from problem
            except (postcodes.NotAList, UnicodeDecodeError) as problem:
                raise CommandError(f"{path.name}: {problem} Nothing was changed.") from problem
        self.stdout.write(f"{number} postcodes loaded.")
