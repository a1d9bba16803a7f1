"""Why something cannot be done. The class says why, and the page says what to do next."""


class Refused(Exception):
    """What was asked cannot be done."""


class NotOpen(Refused):
    """Booking has not opened, has closed, or the workshop was called off."""


class NotForThem(Refused):
    """The workshop is for other people."""


class NoPlaces(Refused):
    """The group does not fit, and did not ask to wait."""


class AlreadyBooked(Refused):
    """There is a live booking for this workshop and email address."""


class TooLate(Refused):
    """The workshop has begun, or the booking is over."""


class RanOut(Refused):
    """The places were held until a stated moment, and it has passed."""


class JustMoved(Refused):
    """Somebody moved the booking to another workshop at this very moment."""


class NotThisDate(Refused):
    """Somebody has a place there from whom this person is kept apart. They are never told that."""


class TooManyBooked(Refused):
    """The new number of places is below the number already promised."""


class RoomFull(Refused):
    """As many people as the room holds have been signed in."""


class CannotLead(Refused):
    """Somebody cannot lead the workshop. `why` says for each trainer what is in the way."""

    def __init__(self, why: dict) -> None:
        super().__init__(", ".join(why.values()))
        self.why = why


class NotBookedHere(Refused):
    """No confirmed booking for this workshop has that reference."""


class AlreadyHere(Refused):
    """Somebody of that name, who gave no address either, is signed in: nobody can tell if it is the same person."""


class NotOpenToOthers(Refused):
    """One of the two champions does not want to be written to."""


class TooManyMessages(Refused):
    """As many messages as one champion may send in a day."""


class CannotMerge(Refused):
    """Two accounts cannot be made one. Its words say why, and what to do."""
