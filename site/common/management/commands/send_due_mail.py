from django.core.management.base import BaseCommand

from common import outbox
from common.models import OutboxMessage


class Command(BaseCommand):
    help = (
        "Send every mail whose time has come: first tries that a crash kept from the worker, and later tries of "
        "mail that failed. Run it every minute. Running it twice at once sends nothing twice."
    )

    def handle(self, *args, **options) -> None:
        due = list(OutboxMessage.objects.due().values_list("pk", flat=True))
        for message_id in due:
            outbox.send(message_id)
        self.stdout.write(f"Tried {len(due)} mails.")
