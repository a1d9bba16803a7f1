"""Which services answer which choices, and how many would be left: counted in memory, without a query.

A set of services is one large number whose bits stand for the places in the list, so that "and", "or" and "how many"
cost next to nothing in a directory of any size.
"""

from collections.abc import Iterable
from datetime import datetime

from services_directory.choosing import NARROWING, OPEN_NOW, Choice
from services_directory.hours import OpeningHours, State

Chosen = dict[str, list[str]]


class Facets:
    """Which services answer each choice, by their position in the list. Those that serve `everywhere` fit every area.

    `hours` are those of each service, in that order.
    """

    def __init__(self, answers: dict[Choice, list[int]], hours: list[OpeningHours], everywhere: list[int]):
        self.hours = hours
        self.everything = (1 << len(hours)) - 1
        self._masks = {choice: mask_of(held, len(hours)) for choice, held in answers.items()}
        self._everywhere = mask_of(everywhere, len(hours))
        # By the hours themselves, which many services share.
        self._states: dict[int, State] = {}
        self._open: tuple[datetime | None, int] = (None, 0)

    def state(self, position: int, now: datetime) -> State:
        """Open or not. Worked out again only after it has changed."""
        hours = self.hours[position]
        state = self._states.get(id(hours))
        if state is None or (state.changes_at and state.changes_at <= now):
            state = self._states[id(hours)] = hours.state(now)
        return state

    def answering(self, choice: Choice, now: datetime) -> int:
        """The services that answer one choice."""
        if choice == OPEN_NOW:
            return self._open_now(now)
        return self._masks.get(choice, 0) | (self._everywhere if choice[0] == "area" else 0)

    def narrowed(self, chosen: Chosen, among: int, now: datetime) -> int:
        """Those of `among` that answer what was chosen: any choice of a group, every group, all that narrow."""
        for group, codes in chosen.items():
            among &= self._group(group, codes, now)
        return among

    def count(self, choice: Choice, chosen: Chosen, among: int, now: datetime) -> int:
        """How many services the list would show with this choice, the other groups staying as they are."""
        group, code = choice
        codes = [*chosen.get(group, []), code] if group in NARROWING else [code]
        return self.narrowed({**chosen, group: codes}, among, now).bit_count()

    def _group(self, group: str, codes: list[str], now: datetime) -> int:
        masks = [self.answering((group, code), now) for code in codes]
        found = masks[0] if masks else self.everything
        for mask in masks[1:]:
            found = found & mask if group in NARROWING else found | mask
        return found

    def _open_now(self, now: datetime) -> int:
        minute = now.replace(second=0, microsecond=0)
        if self._open[0] != minute:
            open_now = [position for position in range(len(self.hours)) if self.state(position, now).is_open]
            self._open = (minute, mask_of(open_now, len(self.hours)))
        return self._open[1]


def mask_of(positions: Iterable[int], size: int) -> int:
    """The set of these positions, of a list of `size`."""
    held = bytearray(size // 8 + 1)
    for position in positions:
        held[position // 8] |= 1 << position % 8
    return int.from_bytes(held, "little")


def positions_in(mask: int) -> list[int]:
    """The positions of a set, in the order of the list."""
    return [position for position, bit in enumerate(reversed(f"{mask:b}")) if bit == "1"]
