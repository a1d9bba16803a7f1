"""manage.py count_again: for the clock, once a day. Figures are counted anew, should a change have gone unmarked."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "Count every conversation again, and say how many there were."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Counted {actions.count_everything_again()} conversations.")
