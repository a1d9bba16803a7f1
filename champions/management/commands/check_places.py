from django.core.management.base import BaseCommand, CommandError

from champions import invariants


class Command(BaseCommand):
    help = (
        "Compare the counters, bookings, offers, waiting lists and mail of all workshops. Changes nothing. Ends with "
        "code 1 and one line for each fault."
    )

    def handle(self, *args, **options) -> None:
        faults = invariants.faults()
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Every place is accounted for.")
