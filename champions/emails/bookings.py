"""What people are told about workshops and bookings, one verb each, by mail or by text message.

Subjects and first lines are neutral, because somebody else may see the screen (C6). Mail that carries a personal
link is a secret: sealed at rest, erased once sent.
"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from champions import calendars, links
from champions.models import AccessNeed, Booking, Offer, PlaceScoping, Workshop
from champions.other_dates import MOST_IN_A_MAIL, other_dates
from common import fresh_mail, outbox
from common.before_and_after import Moment
from common.models import OutboxMessage

fresh_mail.say_where("champions/emails/", "Workshops, the workshop, Who has booked: press “Send the link again”.")
fresh_mail.say_where("champions/emails/invited_to_join", "The list of who came: press “Send the link again”.")
fresh_mail.say_where("champions/emails/asked", "Where people asked, the place: press “Send the link again”.")

# What a fresh mail with the link to a booking says better. Reminders, answers and messages are not among them.
WHERE_THEY_STAND = tuple(
    f"champions/emails/{name}"
    for name in (
        "booked",
        "confirm",
        "waiting",
        "offered",
        "changed",
        "moved",
        "way_back",
        "booked_already",
        "another_date",
    )
)


def booked(booking: Booking, *, key: str = "") -> None:
    """Your places are kept."""
    _tell(booking, "booked", key=key, attachments=[calendars.attachment(booking)])


def confirm(booking: Booking, *, key: str = "") -> None:
    """Press this link, and the places are yours. `key` names a later mail, with a fresh link to the same."""
    link = links.absolute(links.confirming_address(booking))
    _tell(booking, "confirm", key=key, confirming_link=link)


def waiting(booking: Booking, *, key: str = "") -> None:
    """You are on the waiting list."""
    _tell(booking, "waiting", key=key)


def another_date(booking: Booking) -> None:
    """We cannot keep places on this date; with the way to another one. They wait meanwhile."""
    link = links.absolute(links.booking_address(booking, "move_booking"))
    _tell(booking, "another_date", moving_link=link)


def offered(offer: Offer, *, key: str = "") -> None:
    """Places came free and are held for you until a stated moment."""
    link = links.absolute(links.offer_address(offer))
    _tell(offer.booking, "offered", key=key or str(offer.uuid), offer=offer, offer_link=link)


def where_they_stand(booking: Booking, *, key: str) -> None:
    """Once more what this person was told last: to confirm, booked, waiting, or offered. With a fresh link."""
    offer = booking.open_offer
    if offer:
        offered(offer, key=key)
    elif booking.is_held:
        confirm(booking, key=key)
    elif booking.is_waiting:
        waiting(booking, key=key)
    else:
        booked(booking, key=key)


def offer_ran_out(booking: Booking) -> None:
    """We did not hear from you, so others are asked first, or after the second time you left the list."""
    _tell(booking, "offer_ran_out", key=f"{booking.uuid}:{booking.unanswered}")


def changed(booking: Booking) -> None:
    """The number of people or the date is another one now, as you asked."""
    _tell(booking, "changed", attachments=[calendars.attachment(booking)] if booking.is_booked else [])


def reminder(booking: Booking, name: str) -> bool:
    """It is soon. Once for each date of the workshop; False if it was sent before."""
    on = timezone.localdate(booking.workshop.starts_at).toordinal()
    if OutboxMessage.objects.filter(kind=f"champions/emails/{name}", key=str(booking.uuid), version=on).exists():
        return False
    questions = links.absolute(links.questions_address(booking.workshop, Moment.BEFORE))
    _tell(booking, name, version=on, ends=booking.workshop.starts_at, questions_link=questions)
    return True


def message(booking: Booking, *, text: str, key: str) -> None:
    """What staff want everybody at a workshop to know."""
    _tell(booking, "message", key=f"{booking.uuid}:{key}", message=text)


def need_decided(need: AccessNeed) -> None:
    """There is an answer to what you asked for. What it was stays on your page."""
    _tell(need.booking, "need_decided", key=f"{need.booking.uuid}:{need.pk}:{need.decision}")


def moved(booking: Booking) -> None:
    """The time or the place changed."""
    _tell(booking, "moved", attachments=[calendars.attachment(booking)] if booking.is_booked else [])


def cancelled(booking: Booking, *, had_file: bool) -> None:
    """You gave your places back. `had_file`: their calendar has an entry, which the mail takes out."""
    _tell(booking, "cancelled", attachments=[calendars.attachment(booking)] if had_file else [], had_file=had_file)


def left_waiting_list(booking: Booking) -> None:
    """You are off the waiting list."""
    _tell(booking, "left_waiting_list")


def called_off(booking: Booking, *, had_file: bool, was_waiting: bool) -> None:
    """We cannot hold the workshop; with the next dates that have room for them, and the way there."""
    link = links.absolute(links.booking_address(booking, "move_booking"))
    files = [calendars.attachment(booking)] if had_file else []
    dates = other_dates(booking)[:MOST_IN_A_MAIL]
    _tell(booking, "called_off", attachments=files, moving_link=link, dates=dates, was_waiting=was_waiting)


def booked_already(booking: Booking, *, key: str) -> None:
    """Somebody, probably you, filled in the form again. Once for each form."""
    if booking.is_held:
        confirm(booking, key=f"{booking.uuid}:{key}")
    else:
        _tell(booking, "booked_already", key=f"{booking.uuid}:{key}")


def way_back(booking: Booking) -> None:
    """The link to a booking for somebody who asked for it. At most once in ten minutes."""
    moment = int(timezone.now().timestamp()) // 600
    if booking.is_held:
        confirm(booking, key=f"{booking.uuid}:again:{moment}")
    else:
        _tell(booking, "way_back", key=f"{booking.uuid}:{moment}")


def asked(scoping: PlaceScoping, *, key: str = "") -> None:
    """We have what you asked for; and later, that there is news of it."""
    outbox.queue(
        "champions/emails/asked",
        key=key or str(scoping.uuid),
        version=scoping.version,
        to=scoping.email,
        context={"scoping": scoping, "link": links.absolute(links.scoping_address(scoping))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=30),
    )


def leading(workshop: Workshop, trainer: User) -> None:
    """You lead this workshop; or it has changed, or was called off. The address is on the page behind the sign-in."""
    outbox.queue(
        "champions/emails/leading",
        key=f"{workshop.pk}:{trainer.pk}",
        version=workshop.sequence,
        to=trainer.email,
        context={"workshop": workshop, "trainer": trainer, "link": links.absolute(reverse("champions:my_workshops"))},
        secret=True,
        expires_at=workshop.ends_at,
    )


def _tell(booking: Booking, name: str, *, key="", version=None, ends=None, attachments=(), **more) -> None:
    if not booking.contact:
        # Booked by phone, and wants no mail.
        return
    is_text = bool(booking.mobile)
    context = {
        "booking": booking,
        "workshop": booking.workshop,
        "venue": booking.workshop.venue,
        "link": links.absolute(links.booking_address(booking)),
        **more,
    }
    outbox.queue(
        f"champions/emails/{name}",
        key=key or str(booking.uuid),
        version=booking.sequence if version is None else version,
        to=booking.contact,
        channel=OutboxMessage.Channel.TEXT if is_text else OutboxMessage.Channel.MAIL,
        context=context,
        secret=True,
        expires_at=ends or booking.workshop.ends_at,
        attachments=() if is_text else attachments,
    )
