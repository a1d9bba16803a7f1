"""Work for the background worker. Each task reads again and is safe to run twice."""

from django_tasks import task

from champions import emails
from champions.models import Booking
from common.sealed import SealBroken, seal, unseal

_PURPOSE = "champions:way-back"
_HOUR = 60 * 60


def ask_for_way_back(*, reference: str, email: str, mobile: str = "") -> None:
    """Let the worker mail the link, if there is such a booking. The page that asks does the same work for all.

    What was typed is sealed, because the worker's table is no place for the addresses of strangers.
    """
    send_way_back.enqueue(seal([reference, email or mobile], purpose=_PURPOSE))


# Somebody waits for it: before whatever the admin has put in the same queue, such as its index.
@task(priority=50)
def send_way_back(sealed: str) -> None:
    """Mail the way to the booking with that reference to its own address, if the two belong together."""
    try:
        reference, contact = unseal(sealed, purpose=_PURPOSE, max_age=_HOUR)
    except SealBroken:
        # Older than an hour: the person has asked again by now.
        return
    booking = Booking.objects.with_workshop().reachable().by_reference(reference).by_contact(contact).first()
    if booking:
        emails.way_back(booking)
