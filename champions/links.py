"""Personal addresses: sealed, so that a guessed or changed one opens nothing."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from champions.models import Booking, Invitation
from common.sealed import SealBroken, seal, unseal

_BOOKING = "champions:booking"
_JOINING = "champions:joining"
_YEAR = 366 * 24 * 60 * 60
# People look their booking up a little after the day; then the link has done its work.
AFTER_THE_WORKSHOP = timedelta(days=30)


class LinkBroken(Exception):
    """The address was changed, cut short, or is too old. The page says what to do instead."""


def booking_address(booking: Booking, page: str = "booking") -> str:
    """The path to a page about this booking, for its owner alone: "booking", "cancel_booking", ..."""
    return reverse(f"champions:{page}", args=[seal(booking.uuid.hex, purpose=_BOOKING)])


def booking_at(token: str) -> Booking:
    """The booking that the address names. Raises LinkBroken."""
    booking = Booking.objects.with_workshop().filter(uuid=_read(token, _BOOKING)).first()
    if booking is None or timezone.now() > booking.workshop.ends_at + AFTER_THE_WORKSHOP:
        raise LinkBroken
    return booking


def joining_address(invitation: Invitation) -> str:
    return reverse("champions:join", args=[seal(invitation.uuid.hex, purpose=_JOINING)])


def invitation_at(token: str) -> Invitation:
    """The invitation that the address names, used or not. Raises LinkBroken, also when it expired unused."""
    invitation = Invitation.objects.with_attendance().filter(uuid=_read(token, _JOINING)).first()
    if invitation is None or not (invitation.is_usable or invitation.used_at):
        raise LinkBroken
    return invitation


def absolute(path: str) -> str:
    """The same address as a mail must give it."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def _read(token: str, purpose: str) -> UUID:
    try:
        return UUID(hex=unseal(token, purpose=purpose, max_age=_YEAR))
    except (SealBroken, ValueError, TypeError, AttributeError) as error:
        raise LinkBroken from error
