"""manage.py tell_what_came_of_it: for the clock, every day. At most one mail a week about a conversation."""

from django.core.management.base import BaseCommand

from conversations import actions


class Command(BaseCommand):
    help = "Tell facilitators and followers of conversations that something has come of them."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Conversations with news: {actions.tell_what_came_of_it()}.")
