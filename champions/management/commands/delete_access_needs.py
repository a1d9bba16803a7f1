from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = "Delete access needs and names of people who came along, seven days after. Run it every day."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Deleted {actions.delete_old_needs()} access needs and names of people who came along.")
