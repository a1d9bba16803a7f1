"""manage.py remind_owners: for the clock, every day. Asked once a month, where nobody has looked for three."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "Ask the owners of actions how it goes, once a month where nobody has looked for three."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Asked: {actions.remind_owners()}.")
