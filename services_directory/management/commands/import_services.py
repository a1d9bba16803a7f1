from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from services_directory.interchange.importing import import_services
from services_directory.interchange.reading import read
from services_directory.interchange.report import BadFile


class Command(BaseCommand):
    help = (
        "Take services in from JSON of Open Referral UK 3.0, CSV, a ZIP or a folder of CSV files, or XLSX. "
        "A dry run lists every problem. Without problems all of it is stored as drafts, else nothing."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="Files, or folders of CSV files.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, and store nothing.")
        parser.add_argument("--source", default="", help="Where the files come from. It is noted on each new entry.")

    def handle(self, *args, files: list[Path], dry_run: bool, source: str, **options) -> None:
        entries = []
        for path in files:
            try:
                entries += read(path)
            except BadFile as wrong:
                raise CommandError(f"{path.name}: {wrong}") from None
        report = import_services(entries, source=source, dry_run=dry_run)
        *details, summary = report.lines()
        for line in details:
            self.stdout.write(line)
        if report.problems:
            raise CommandError(summary)
        self.stdout.write(summary)
