"""Staff send a personal link again: always a fresh one, because the old mail is erased and nobody may read it.

Each answers whether a mail is on its way: no within a minute of the last one, so that two presses send one mail.
"""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from champions import emails
from champions.actions.joining import INVITATION_LASTS
from champions.actions.refusals import TooLate
from champions.actions.seats import hold_booking
from champions.models import Booking, Invitation, PlaceScoping
from common import audit, fresh_mail


def send_booking_again(*, booking: Booking, by) -> bool:
    """Mail the person where they stand, with a fresh link. Raises TooLate if the booking is over, or JustMoved."""
    with hold_booking(booking) as (_, fresh):
        if not fresh.is_live:
            raise TooLate
        key = fresh_mail.key_for(str(fresh.uuid), instead_of=emails.WHERE_THEY_STAND) if fresh.contact else None
        if key is None:
            return False
        if fresh.open_offer:
            fresh_mail.drop_unsent(str(fresh.open_offer.uuid), kinds=emails.WHERE_THEY_STAND)
        emails.where_they_stand(fresh, key=key)
        audit.record("link sent again", actor=by, thing=fresh)
    return True


@transaction.atomic
def send_invitation_again(*, invitation: Invitation, by) -> bool:
    """Mail the way into the network once more; it lasts from today. Raises TooLate if they have joined."""
    fresh = Invitation.objects.locked().get(pk=invitation.pk)
    if fresh.used_at:
        raise TooLate
    key = fresh_mail.key_for(str(fresh.uuid), instead_of=["champions/emails/invited_to_join"])
    if key is None:
        return False
    fresh.expires_at = timezone.now() + INVITATION_LASTS
    fresh.save(update_fields=["expires_at"])
    emails.invited_to_join(fresh, key=key)
    audit.record("link sent again", actor=by, thing=fresh)
    return True


@transaction.atomic
def send_asked_again(*, scoping: PlaceScoping, by) -> bool:
    """Mail the person who asked for a workshop the way to follow it, once more."""
    fresh = PlaceScoping.objects.locked().get(pk=scoping.pk)
    key = fresh_mail.key_for(str(fresh.uuid), instead_of=["champions/emails/asked"])
    if key is None:
        return False
    emails.asked(fresh, key=key)
    audit.record("link sent again", actor=by, thing=fresh)
    return True


def invite_again(*, invitations, by) -> int:
    """Mail each of these people their way into the network once more; how many. Whoever joined meanwhile gets none."""
    sent = 0
    for invitation in invitations:
        with suppress(TooLate):
            sent += send_invitation_again(invitation=invitation, by=by)
    return sent
