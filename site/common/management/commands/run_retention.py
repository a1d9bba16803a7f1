from django.core.management.base import BaseCommand

from common.retention import running


class Command(BaseCommand):
    help = (
        "Take away what has been kept long enough: everything that our pages promise, and what the data protection "
        "officer said yes to. Run it every day. --dry-run counts what is older and deletes nothing."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would go, and delete nothing")

    def handle(self, *args, dry_run: bool = False, **options) -> None:
        if dry_run:
            for one in running.standings():
                self.stdout.write(f"{one.rule.slug}: {one.due} older{'' if one.in_force else ', not in force'}")
            return
        for done in running.run():
            self.stdout.write(f"{done.slug}: {done.problem or done.gone}")
