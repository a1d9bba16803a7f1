"""Every mail and text message of this app. Called inside the transaction that it tells about."""

from champions.emails.bookings import (
    WHERE_THEY_STAND,
    another_date,
    asked,
    booked,
    booked_already,
    called_off,
    cancelled,
    changed,
    confirm,
    leading,
    left_waiting_list,
    message,
    moved,
    need_decided,
    offer_ran_out,
    offered,
    reminder,
    waiting,
    way_back,
    where_they_stand,
)
from champions.emails.network import (
    STILL_ACTIVE,
    check_due,
    drop_for,
    has_lapsed,
    initiative_decided,
    invited_to_join,
    news,
    passed_on,
    question_answered,
    question_came,
    still_active,
)
from common.models import OutboxMessage

__all__ = [
    "STILL_ACTIVE",
    "WHERE_THEY_STAND",
    "another_date",
    "asked",
    "booked",
    "booked_already",
    "called_off",
    "cancelled",
    "changed",
    "check_due",
    "confirm",
    "count_failed",
    "drop_for",
    "has_lapsed",
    "initiative_decided",
    "invited_to_join",
    "leading",
    "left_waiting_list",
    "message",
    "moved",
    "need_decided",
    "news",
    "offer_ran_out",
    "offered",
    "passed_on",
    "question_answered",
    "question_came",
    "reminder",
    "still_active",
    "waiting",
    "way_back",
    "where_they_stand",
]


def count_failed() -> int:
    """Our mails that could not be delivered after many tries."""
    return OutboxMessage.objects.filter(state=OutboxMessage.State.FAILED, kind__startswith="champions/emails/").count()
