"""manage.py count_indicators: for the clock, every day. Adds nothing before a quarter is over, and nothing twice."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "Give the indicators that the platform counts by itself the figure of the last quarter."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Figures added: {actions.count_indicators()}.")
