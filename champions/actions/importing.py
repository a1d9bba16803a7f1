"""Bookings from a file: all of them or none, by the same way as one that staff take on the phone."""

from dataclasses import dataclass, field

from django.db import transaction

from champions.actions.places import add_booking
from champions.actions.refusals import AlreadyBooked, Refused
from champions.models import Booking, Workshop
from common import audit


@dataclass
class Imported:
    """What became of the rows. With `refused`, nothing was stored."""

    booked: int = 0
    waiting: int = 0
    # Rows that are booked already: by this file, or by the people themselves.
    known: list[int] = field(default_factory=list)
    refused: list[tuple[int, type[Refused]]] = field(default_factory=list)


def import_bookings(
    *, workshop: Workshop, rows: list[dict], key: str, may_wait: bool, by, dry_run: bool = False
) -> Imported:
    """Book every row, or nothing if one is refused. `key` names the file: a second time adds nothing.

    `may_wait` puts those who do not fit on the waiting list. `dry_run` does it all and takes it back, so that what is
    told beforehand is what happens.
    """
    result = Imported()
    with transaction.atomic():
        # Held until the end, so that nobody books between two rows.
        Workshop.objects.locked().get(pk=workshop.pk)
        for row in rows:
            _book(workshop, row, f"{key}:{row['row']}", may_wait, by, result)
        if dry_run or result.refused:
            transaction.set_rollback(True)
        else:
            audit.record("bookings imported", actor=by, thing=workshop)
    return result


def _book(workshop: Workshop, row: dict, key: str, may_wait: bool, by, result: Imported) -> None:
    if workshop.bookings.filter(idempotency_key=key).exists():
        result.known.append(row["row"])
        return
    details = {name: value for name, value in row.items() if name != "row"}
    # Only somebody with an address can be asked when places come free.
    may_wait = may_wait and bool(details["email"] or details["mobile"])
    try:
        made = add_booking(workshop=workshop, by=by, key=key, may_wait=may_wait, **details)
    except AlreadyBooked:
        result.known.append(row["row"])
    except Refused as refusal:
        result.refused.append((row["row"], type(refusal)))
    else:
        result.waiting += made.state == Booking.State.WAITING
        result.booked += made.state == Booking.State.BOOKED
