from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = (
        "Free places that were not confirmed or answered in time, and offer free places to those who wait. Run it "
        "every few minutes. Pages and bookings are right without it; it only makes sure that somebody is asked soon."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Looked at {actions.look_at_waiting_lists()} waiting lists.")
