from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from services_directory.interchange.writing import FORMATS, TooLong, records
from services_directory.models import ServicePage


class Command(BaseCommand):
    help = (
        "Write the services that readers may see to a file: JSON, a ZIP of CSV files, or XLSX. "
        "Confidential locations and private contacts are never in it."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="Where to write.")
        parser.add_argument("--format", choices=FORMATS, default="json")

    def handle(self, *args, file: Path, format: str, **options) -> None:
        found = records(ServicePage.objects.published())
        try:
            file.write_bytes(FORMATS[format](found))
        except TooLong as wrong:
            raise CommandError(str(wrong)) from None
        self.stdout.write(f"{len(found)} services written to {file.name}.")
