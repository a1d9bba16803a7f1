"""What goes to everybody at a workshop: reminders by the clock, and messages from staff."""

from datetime import timedelta

from django.db import transaction

from champions import emails
from champions.models import Booking, Workshop
from common import audit

# Which mail, how long before the start it is due, and from when on it would come too late to be of use.
REMINDERS = (
    ("reminder_week", timedelta(days=7), timedelta(days=2)),
    ("reminder_day", timedelta(days=1), timedelta()),
)


def send_reminders() -> int:
    """Queue every reminder that is due and was not sent for this date. Safe to run as often as one likes.

    Worked out from the date of now, so a workshop that moves is reminded of again on its new date.
    """
    told = 0
    for name, before, until in REMINDERS:
        for booking in Booking.objects.due_for_reminder(before, until).reachable().with_workshop():
            told += _remind(booking, name)
    return told


@transaction.atomic
def message_everyone(*, workshop: Workshop, text: str, key: str, by) -> int:
    """Send `text` to everybody who booked, has still to confirm, or waits. `key` names the form: twice sends once."""
    people = list(workshop.bookings.live().reachable().with_workshop())
    for booking in people:
        emails.message(booking, text=text, key=key)
    audit.record("message to everybody", actor=by, thing=workshop)
    return len(people)


@transaction.atomic
def _remind(booking: Booking, name: str) -> bool:
    # Read again, because somebody may have cancelled since the list was made.
    return Booking.objects.booked().filter(pk=booking.pk).exists() and emails.reminder(booking, name)
