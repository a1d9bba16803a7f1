from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = (
        "Queue the reminders that are due: seven days and one day before a workshop. Run it every quarter of an hour. "
        "Running it often or twice at once reminds nobody twice."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Queued {actions.send_reminders()} reminders.")
