"""manage.py delete_photos: every day. Photos of flip charts go once they are typed up, or when their time is over."""

from django.core.management.base import BaseCommand

from conversations import actions
from conversations.actions.photos import stray_files
from conversations.models import Photo


class Command(BaseCommand):
    help = (
        "Delete photos of flip charts: 7 days after the note was handed in, after 90 days at the latest; those with "
        "faces or names when the note is handed in, after 14 days at the latest. --dry-run only counts them."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would go, and delete nothing")

    def handle(self, *args, dry_run: bool = False, **options) -> None:
        strays = len(stray_files())
        if dry_run:
            number = Photo.objects.due().count()
            self.stdout.write(f"Would delete {number} photos, and {strays} files that no row knows.")
            return
        number = actions.delete_due_photos()
        self.stdout.write(f"Deleted {number} photos, and {strays} files that no row knew.")
