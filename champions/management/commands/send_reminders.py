from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = (
        "Queue the reminders that are due: seven days and one day before a workshop, and 60, 30 and 7 days before a "
        "check for a role is looked at again. Run it every quarter of an hour. Running it often or twice at once "
        "reminds nobody twice."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Queued {actions.send_reminders()} reminders.")
        self.stdout.write(f"{actions.remind_of_checks()} checks are due soon.")
