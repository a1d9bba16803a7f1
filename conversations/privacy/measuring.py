"""How well the check finds names, and how often it warns of nobody. `measure_privacy_check` prints it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from conversations.privacy.findings import Kind, findings_in
from conversations.privacy.identifiers import identifiers_in
from conversations.privacy.names import plain
from conversations.privacy.words import names

_HERE = Path(__file__).parent / "measure"
# What we aim at, in per cent.
LEAST_CASED, LEAST_UNCASED, LEAST_OF_BEST, MOST_FALSE = 90, 75, 80, 15


@dataclass
class Tally:
    """Of `asked`, so many were `found`."""

    asked: int = 0
    found: int = 0

    def add(self, was_found: bool) -> None:
        self.asked += 1
        self.found += was_found

    @property
    def share(self) -> float:
        """Per cent; 100 of nothing."""
        return 100 * self.found / self.asked if self.asked else 100.0


@dataclass
class Tradition:
    name: str
    people: int = 0
    listed: int = 0
    cased: Tally = field(default_factory=Tally)
    uncased: Tally = field(default_factory=Tally)
    unlisted_cased: Tally = field(default_factory=Tally)
    unlisted_uncased: Tally = field(default_factory=Tally)


@dataclass
class Measured:
    traditions: list[Tradition]
    identifiers: dict[str, Tally]
    false_alarms: Tally
    false_alarms_uncased: Tally

    def total(self, pick: Callable[[Tradition], Tally]) -> Tally:
        return Tally(sum(pick(t).asked for t in self.traditions), sum(pick(t).found for t in self.traditions))

    def worst_of_best(self, pick: Callable[[Tradition], Tally]) -> float:
        """The worst tradition's recall, in per cent of the best one's."""
        shares = [pick(tradition).share for tradition in self.traditions]
        return 100 * min(shares) / max(shares)


def measure() -> Measured:
    traditions = [_measured(name, people) for name, people in _rows("names.txt")]
    identifiers = {}
    for kind, examples in _rows("identifiers.txt"):
        identifiers[kind] = Tally()
        for example in examples:
            identifiers[kind].add(bool(identifiers_in(f"Somebody said {example} and left.")))
    nobody, nobody_uncased = Tally(), Tally()
    for point in _lines("nobody.txt"):
        nobody.add(_warns(point))
        nobody_uncased.add(_warns(point.lower()))
    return Measured(traditions, identifiers, nobody, nobody_uncased)


def _measured(name: str, people: list[str]) -> Tradition:
    """A name counts as found when every word of it is inside what was marked: half a name is still a name."""
    tradition = Tradition(name)
    for person in people:
        is_listed = all(plain(word) in names() for word in person.replace("-", " ").split())
        tradition.people += 1
        tradition.listed += is_listed
        for around in _lines("around.txt"):
            cased, uncased = _finds(around, person), _finds(around.lower(), person.lower())
            tradition.cased.add(cased)
            tradition.uncased.add(uncased)
            if not is_listed:
                tradition.unlisted_cased.add(cased)
                tradition.unlisted_uncased.add(uncased)
    return tradition


def _finds(around: str, person: str) -> bool:
    start = around.index("{}")
    end = start + len(person)
    found = findings_in(around.replace("{}", person))
    return any(f.start <= start and end <= f.end for f in found if f.kind == Kind.NAME)


def _warns(point: str) -> bool:
    return bool(findings_in(point))


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    for line in _lines(name):
        head, rest = line.split(":", 1)
        yield head, [part.strip() for part in rest.split(" | ")]


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
