"""manage.py look_at_conversations: every day, in the morning: it writes to people."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = (
        "After the day of a conversation its notes are due. Remind facilitators of notes after 7 and 14 days, and of "
        "telling people what came of it on the day they promised. Running it twice reminds nobody twice."
    )

    def handle(self, *args, **options) -> None:
        held, reminded = actions.look_at_conversations()
        self.stdout.write(f"Notes are due of {held} conversations. Reminded {reminded} facilitators.")
