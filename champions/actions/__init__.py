"""Everything that changes a workshop, a booking or a champion. Views, demo and commands call these; nothing else
writes."""

from champions.actions.joining import end_role, invite_to_join, join, start_role
from champions.actions.places import AlreadyBooked, NoPlaces, NotOpen, Refused, TooLate, book, cancel, hold
from champions.actions.sign_in import RoomFull, add_attendee, finish, record_attendance
from champions.actions.workshops import TooManyBooked, add_venue, call_off, change, close, create, publish, reopen

__all__ = [
    "AlreadyBooked",
    "NoPlaces",
    "NotOpen",
    "Refused",
    "RoomFull",
    "TooLate",
    "TooManyBooked",
    "add_attendee",
    "add_venue",
    "book",
    "call_off",
    "cancel",
    "change",
    "close",
    "create",
    "end_role",
    "finish",
    "hold",
    "invite_to_join",
    "join",
    "publish",
    "record_attendance",
    "reopen",
    "start_role",
]
