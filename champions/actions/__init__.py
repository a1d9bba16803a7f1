"""Everything that changes a workshop, a booking or a champion. Views, demo and commands call these; nothing else
writes."""

from champions.actions.answers import count_answers
from champions.actions.apart import keep_apart, let_meet
from champions.actions.asking import answer_question, ask_the_team, take_on_question
from champions.actions.checks import drop_check, note_check, remind_of_checks
from champions.actions.feeds import close_feed, open_feed
from champions.actions.forgetting import forget_bookings_of, forget_old_bookings
from champions.actions.guests import come_along, take_off
from champions.actions.importing import Imported, import_bookings
from champions.actions.initiatives import decide_initiative, end_initiative, send_initiative
from champions.actions.joining import end_role, forget_champion, invite_to_join, join, leave, start_role
from champions.actions.merging import merge, preview_merge
from champions.actions.messages import message_everyone, send_reminders
from champions.actions.needs import ask_for, decide, delete_old_needs, take_back, take_on
from champions.actions.news import choose_news, send_news, stop_news
from champions.actions.offers import claim, decline, look_at_waiting_lists
from champions.actions.places import add_booking, book, cancel, change_places, confirm, move_booking
from champions.actions.promising import agree_again, ask_who_is_still_active, end_silent_roles
from champions.actions.reach import count_about_you
from champions.actions.refusals import (
    AlreadyBooked,
    AlreadyHere,
    CannotLead,
    CannotMerge,
    JustMoved,
    NoPlaces,
    NotBookedHere,
    NotForThem,
    NotOpen,
    NotOpenToOthers,
    NotThisDate,
    RanOut,
    Refused,
    RoomFull,
    TooLate,
    TooManyBooked,
    TooManyMessages,
)
from champions.actions.relaying import open_to_others, pass_on
from champions.actions.scoping import ask_for_workshop, look_into
from champions.actions.seats import hold
from champions.actions.sending_again import invite_again, send_asked_again, send_booking_again, send_invitation_again
from champions.actions.sign_in import (
    add_attendee,
    check_in,
    finish,
    record_attendance,
    sign_in_guest,
    take_certificates,
    take_sign_in_sheet,
)
from champions.actions.trainers import allocate, come_back, go_away
from champions.actions.updates import take_back_update, tell_the_network
from champions.actions.workshops import add_venue, call_off, change, close, create, publish, reopen

__all__ = [
    "AlreadyBooked",
    "AlreadyHere",
    "CannotLead",
    "CannotMerge",
    "Imported",
    "JustMoved",
    "NoPlaces",
    "NotBookedHere",
    "NotForThem",
    "NotOpen",
    "NotOpenToOthers",
    "NotThisDate",
    "RanOut",
    "Refused",
    "RoomFull",
    "TooLate",
    "TooManyBooked",
    "TooManyMessages",
    "add_attendee",
    "add_booking",
    "add_venue",
    "agree_again",
    "allocate",
    "answer_question",
    "ask_for",
    "ask_for_workshop",
    "ask_the_team",
    "ask_who_is_still_active",
    "book",
    "call_off",
    "cancel",
    "change",
    "change_places",
    "check_in",
    "choose_news",
    "claim",
    "close",
    "close_feed",
    "come_along",
    "come_back",
    "confirm",
    "count_about_you",
    "count_answers",
    "create",
    "decide",
    "decide_initiative",
    "decline",
    "delete_old_needs",
    "drop_check",
    "end_initiative",
    "end_role",
    "end_silent_roles",
    "finish",
    "forget_bookings_of",
    "forget_champion",
    "forget_old_bookings",
    "go_away",
    "hold",
    "import_bookings",
    "invite_again",
    "invite_to_join",
    "join",
    "keep_apart",
    "leave",
    "let_meet",
    "look_at_waiting_lists",
    "look_into",
    "merge",
    "message_everyone",
    "move_booking",
    "note_check",
    "open_feed",
    "open_to_others",
    "pass_on",
    "preview_merge",
    "publish",
    "record_attendance",
    "remind_of_checks",
    "reopen",
    "send_asked_again",
    "send_booking_again",
    "send_initiative",
    "send_invitation_again",
    "send_news",
    "send_reminders",
    "sign_in_guest",
    "start_role",
    "stop_news",
    "take_back",
    "take_back_update",
    "take_certificates",
    "take_off",
    "take_on",
    "take_on_question",
    "take_sign_in_sheet",
    "tell_the_network",
]
