"""manage.py escalate_safety_pointers: every ten minutes. Tells the deputies of what nobody took on in time."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "Tell the safeguarding deputies of calls that nobody took on within 1 working hour (urgent) or 4."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Passed to the deputies: {actions.escalate()}")
