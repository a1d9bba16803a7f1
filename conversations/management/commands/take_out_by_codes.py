"""manage.py take_out_by_codes: for the clock, every ten minutes. Usually the worker was faster, and nothing is left."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "See to the codes on cards that somebody entered and the worker has not seen to."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Codes seen to: {actions.take_out_by_codes_left()}")
