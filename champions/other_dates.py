"""The other dates that somebody may move a booking to."""

from django.db.models import QuerySet

from champions.choices import kinds_for
from champions.models import Booking, Workshop

# In a mail: more than these are on the page behind its link.
MOST_IN_A_MAIL = 3


def other_dates(booking: Booking) -> QuerySet[Workshop]:
    """Open workshops for people like the owner of `booking`, with room for all of them, the next one first."""
    dates = Workshop.objects.open_for_booking().of_kinds(kinds_for(booking.how_described)).with_venue()
    dates = dates.where_they_may_come(booking.contact).exclude(pk=booking.workshop_id)
    return dates.with_room_for(booking.places).order_by("starts_at")
