"""Personal addresses: sealed, so that a guessed or changed one opens nothing."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from champions.models import Booking, CalendarFeed, Champion, Invitation, Offer, PlaceScoping, TrainingRecord, Workshop
from common.before_and_after import Moment
from common.sealed import SealBroken, seal, unseal

_BOOKING = "champions:booking"
_CONFIRMING = "champions:confirming"
_OFFER = "champions:offer"
_GUESTS = "champions:guests"
_SCOPING = "champions:scoping"
_JOINING = "champions:joining"
_CERTIFICATE = "champions:certificate"
_NEWS = "champions:news"
_STILL_ACTIVE = "champions:still-active"
_WRITE = "champions:write"
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
    return _still_known(Booking.objects.with_workshop().filter(uuid=_read(token, _BOOKING)).first())


def confirming_address(booking: Booking) -> str:
    """The path that proves the address: it is mailed and stands on no page, so that only its reader can press it."""
    return reverse("champions:confirm_booking", args=[seal(booking.uuid.hex, purpose=_CONFIRMING)])


def booking_to_confirm_at(token: str) -> Booking:
    """The booking that a mailed link confirms. Raises LinkBroken."""
    return _still_known(Booking.objects.with_workshop().filter(uuid=_read(token, _CONFIRMING)).first())


def guests_address(booking: Booking) -> str:
    """The path that the person who booked hands on to those whom they bring. It opens nothing else of theirs."""
    return reverse("champions:come_along", args=[seal(booking.uuid.hex, purpose=_GUESTS)])


def booking_of_guests_at(token: str) -> Booking:
    """The booking that a handed-on link belongs to. Raises LinkBroken."""
    return _still_known(Booking.objects.with_workshop().filter(uuid=_read(token, _GUESTS)).first())


def offer_address(offer: Offer) -> str:
    return reverse("champions:offer", args=[seal(offer.uuid.hex, purpose=_OFFER)])


def offer_at(token: str) -> Offer:
    """The offer that the address names, answered or not. Raises LinkBroken."""
    offer = Offer.objects.with_booking().filter(uuid=_read(token, _OFFER)).first()
    if offer is None:
        raise LinkBroken
    _still_known(offer.booking)
    return offer


def scoping_address(scoping: PlaceScoping) -> str:
    return reverse("champions:asked", args=[seal(scoping.uuid.hex, purpose=_SCOPING)])


def scoping_at(token: str) -> PlaceScoping:
    """The wish for a workshop that the address names. Raises LinkBroken."""
    scoping = PlaceScoping.objects.with_workshop().filter(uuid=_read(token, _SCOPING)).first()
    if scoping is None:
        raise LinkBroken
    return scoping


def joining_address(invitation: Invitation) -> str:
    return reverse("champions:join", args=[seal(invitation.uuid.hex, purpose=_JOINING)])


def invitation_at(token: str) -> Invitation:
    """The invitation that the address names, used or not. Raises LinkBroken, also when it expired unused."""
    invitation = Invitation.objects.with_attendance().filter(uuid=_read(token, _JOINING)).first()
    if invitation is None or not (invitation.is_usable or invitation.used_at):
        raise LinkBroken
    return invitation


def stop_news_address(champion: Champion) -> str:
    """The path that stops the monthly letter, and opens nothing else."""
    return reverse("champions:stop_news", args=[seal(champion.pk, purpose=_NEWS)])


def champion_at(token: str) -> Champion:
    """The champion whose letters the address stops. Raises LinkBroken, also when they left."""
    champion = Champion.objects.filter(pk=_open(token, _NEWS)).first()
    if champion is None:
        raise LinkBroken
    return champion


def still_active_address(champion: Champion) -> str:
    """The path that is mailed once a year: the only page where somebody says, without signing in, that they stay."""
    return reverse("champions:still_active", args=[seal(champion.pk, purpose=_STILL_ACTIVE)])


def champion_to_ask_at(token: str) -> Champion:
    """The champion who was asked. Raises LinkBroken, also when they left or their time is over."""
    champion = Champion.objects.select_related("user").filter(pk=_open(token, _STILL_ACTIVE)).first()
    if champion is None:
        raise LinkBroken
    return champion


def write_address(champion: Champion) -> str:
    """The path to writing to this champion, for others in the network. It says nothing about them."""
    return reverse("champions:write_to", args=[seal(champion.pk, purpose=_WRITE)])


def champion_to_write_to_at(token: str) -> Champion:
    """Raises LinkBroken, also when they are not open to others any more."""
    champion = Champion.objects.open_to_others().filter(pk=_open(token, _WRITE)).first()
    if champion is None:
        raise LinkBroken
    return champion


def certificate_address(record: TrainingRecord) -> str:
    """The path to somebody's own certificate, with their name on it."""
    return reverse("champions:certificate", args=[seal(record.certificate_code, purpose=_CERTIFICATE)])


def certificate_check_address(record: TrainingRecord) -> str:
    """The path where anybody sees that this certificate is real, and not whose it is."""
    return reverse("champions:certificate_check", args=[record.certificate_code])


def certificate_at(token: str) -> TrainingRecord:
    """The record that the address certifies. Raises LinkBroken, also when we do not know the name any more."""
    code = _open(token, _CERTIFICATE)
    record = TrainingRecord.objects.certified().with_workshop().filter(certificate_code=code).first()
    if record is None or not record.called:
        raise LinkBroken
    return record


def feed_address(feed: CalendarFeed) -> str:
    """Where a calendar finds what its owner booked and leads."""
    return absolute(reverse("champions:personal_feed", args=[feed.key]))


def questions_address(workshop: Workshop, moment: Moment) -> str:
    """Where everybody answers the four questions: the same for all, so that it says nothing about who does."""
    return reverse("champions:questions", args=[workshop.slug, moment])


def absolute(path: str) -> str:
    """The same address as a mail must give it."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def _still_known(booking: Booking | None) -> Booking:
    if booking is None or timezone.now() > booking.workshop.ends_at + AFTER_THE_WORKSHOP:
        raise LinkBroken
    return booking


def _read(token: str, purpose: str) -> UUID:
    try:
        return UUID(hex=_open(token, purpose))
    except (ValueError, TypeError, AttributeError) as error:
        raise LinkBroken from error


def _open(token: str, purpose: str):
    try:
        return unseal(token, purpose=purpose, max_age=_YEAR)
    except SealBroken as error:
        raise LinkBroken from error
