from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = (
        "Three months after a workshop, take names and addresses out of its bookings and its list of who came, and "
        "delete the mails about them; after 30 days for those who had no place. The numbers stay. Run it every day."
    )

    def handle(self, *args, **options) -> None:
        bookings, records = actions.forget_old_bookings()
        self.stdout.write(f"Forgot who was behind {bookings} bookings and {records} records of attendance.")
