"""Run once a day: ask providers, make tasks of what is overdue, keep what must not leave."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from services_directory import keeping, unmet


class Command(BaseCommand):
    help = "Once a day: asks providers whether their entries are still right, and looks after what nobody has checked."

    def handle(self, *args, **options) -> None:
        today = timezone.localdate()
        kept = keeping.keep_from_emptying(today=today)
        self.stdout.write(f"{len(kept)} entries kept from leaving")
        self.stdout.write(f"{keeping.remind_providers(today=today)} providers to ask")
        self.stdout.write(f"{keeping.raise_overdue(today=today)} new tasks")
        self.stdout.write(f"{keeping.escalate_crisis_lines(today=today)} crisis lines overdue")
        unmet.forget_old(today=today)
