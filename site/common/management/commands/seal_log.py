from django.core.management.base import BaseCommand

from common import audit_chain


class Command(BaseCommand):
    help = (
        "Number the new lines of the log and chain each to the one before it, so that a later change is found. Run it "
        "every few minutes."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"Sealed {audit_chain.seal()} lines.")
