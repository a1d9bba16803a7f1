from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = "Delete what people told us about access, seven days after their workshop. Run it every day."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Deleted {actions.delete_old_needs()} access needs.")
