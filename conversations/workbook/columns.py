"""The sheets and their columns. Each column knows how to read a cell, or says in a sentence what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from common.models import BigQuestion, EcologicalLevel, Ward
from conversations.choices import (
    Consent,
    ConsentHow,
    CountedHow,
    Feeling,
    Horizon,
    Language,
    PlaceScope,
    PointKind,
    Setting,
    SpeakerRole,
    WhoShouldAct,
)
from conversations.models.conversations import MOST_PEOPLE, QUOTE_CARDS
from conversations.models.points import LONGEST_POINT
from conversations.people import DIMENSIONS
from conversations.privacy import identifiers_in

VERSION = "conv-note/2"
MOST_ROWS = 500
_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y", "%d-%m-%Y")


class Wrong(Exception):
    """What is wrong with a cell, and what to write instead."""


@dataclass(frozen=True)
class Column:
    """`read` takes the text or value of a cell that is not empty. `choices` are what people may choose from."""

    name: str
    title: str
    read: Callable
    required: bool = False
    choices: Callable[[], list[str]] | None = None


def text(longest: int) -> Callable:
    def read(value) -> str:
        words = str(value).strip()
        if len(words) > longest:
            raise Wrong(f"Write {longest} characters or fewer. There are {len(words)}")
        if "\x00" in words:
            raise Wrong("There is a character here that cannot be kept. Type the words again")
        if kinds := identifiers_in(words):
            raise Wrong(f"This has {' and '.join(kinds)} in it. Write the person’s role instead")
        return words

    return read


def number(least: int, most: int) -> Callable:
    def read(value) -> int:
        try:
            found = float(str(value).strip())
        except ValueError:
            raise Wrong(f"Enter a number from {least} to {most}") from None
        if found != found or not least <= found <= most or found != int(found):
            raise Wrong(f"Enter a whole number from {least} to {most}")
        return int(found)

    return read


def a_day(value) -> date:
    """A day that has been."""
    day = any_day(value)
    if day > timezone.localdate():
        raise Wrong("Enter a day that has been")
    return day


def any_day(value) -> date:
    day: date | None
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
    else:
        day = next((found for pattern in _DATES if (found := _parsed(str(value).strip(), pattern))), None)
    if day is None:
        raise Wrong("Enter a real date, like 27/03/2026")
    if not 2020 <= day.year < 2100:
        raise Wrong("Check the year")
    return day


def _parsed(value: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(value, pattern).date()
    except ValueError:
        return None


def yes_or_no(value) -> bool:
    answer = str(value).strip().lower()
    if answer not in ("yes", "no", "y", "n", "true", "false"):
        raise Wrong("Enter yes or no")
    return answer in ("yes", "y", "true")


def one_of(choices) -> Callable:
    """A code or a label of `choices`, in any case."""
    known = {str(key).lower(): code for code, label in choices.choices for key in (code, label)}

    def read(value) -> str:
        if (key := str(value).strip().lower().replace("'", "’")) not in known:
            raise Wrong(f"Choose from the list: {'; '.join(str(label) for _, label in choices.choices)}")
        return known[key]

    return read


def some_of(choices) -> Callable:
    one = one_of(choices)
    return lambda value: list(dict.fromkeys(one(part) for part in str(value).split(";") if part.strip()))


def row_of(model) -> Callable:
    """A row of a shared vocabulary, by its code or name."""

    def read(value):
        key = str(value).strip()
        found = model.objects.filter(name__iexact=key).first() or model.objects.filter(code=key.lower()).first()
        if found is None:
            raise Wrong("Choose from the list, or leave it empty")
        return found

    return read


def reference(value) -> str:
    return str(value).strip().upper()[:20]


def _labels(choices) -> Callable[[], list[str]]:
    return lambda: [str(label) for _, label in choices.choices]


def _names(model) -> Callable[[], list[str]]:
    return lambda: list(model.objects.values_list("name", flat=True))


_COUNTED_BY = {"Age": "age", "Gender": "gender", "Ethnic group": "ethnicity"}


def counted_by(value) -> str:
    if (key := str(value).strip().capitalize()) not in _COUNTED_BY:
        raise Wrong(f"Choose from the list: {'; '.join(_COUNTED_BY)}")
    return _COUNTED_BY[key]


def _categories() -> list[str]:
    return [str(label) for choices in DIMENSIONS.values() for _, label in choices.choices]


_YES_NO = lambda: ["yes", "no"]  # noqa: E731
_REF = Column("session_ref", "Code of the conversation", reference, required=True)
_POINT = Column("point_no", "Number of the point", number(1, MOST_ROWS), required=True)

SHEETS: dict[str, list[Column]] = {
    "session": [
        _REF,
        Column("held_on", "Day, like 27/03/2026", a_day, required=True),
        Column("setting", "Kind of place", one_of(Setting), required=True, choices=_labels(Setting)),
        Column("ward", "Ward (empty: across the borough)", row_of(Ward), choices=_names(Ward)),
        Column("language", "Language", one_of(Language), required=True, choices=_labels(Language)),
        Column("total_attended", "How many people", number(1, MOST_PEOPLE), required=True),
        Column("under_18s_present", "Anyone under 18", yes_or_no, required=True, choices=_YES_NO),
        Column("people_counted", "How you counted people", one_of(CountedHow), choices=_labels(CountedHow)),
        Column("opening_words_read", "Opening words read out", yes_or_no, required=True, choices=_YES_NO),
        Column("first_to_hear", "First thing to hear", text(300)),
        Column("second_to_hear", "Second thing to hear", text(300)),
        Column("third_to_hear", "Third thing to hear", text(300)),
        Column("strength_to_build_on", "One strength to build on", text(300)),
        Column("promised", "What you promised", text(500)),
        Column("how_to_tell", "How you tell people what came of it", text(300)),
        Column("tell_by", "By when you tell them", any_day),
        Column("who_was_missing", "Who was quiet or missing: groups, not people", text(500)),
        Column("my_view", "What you think yourself", text(500)),
    ],
    "participants": [
        _REF,
        Column("dimension", "Counted by", counted_by, required=True, choices=lambda: list(_COUNTED_BY)),
        Column("category", "Who", text(60), required=True, choices=_categories),
        Column("count", "How many", number(0, MOST_PEOPLE), required=True),
    ],
    "points": [
        _REF,
        _POINT,
        Column("kind", "What it is", one_of(PointKind), required=True, choices=_labels(PointKind)),
        Column("words", "What people said", text(LONGEST_POINT), required=True),
        Column("who_should_act", "Who should act (a; b)", some_of(WhoShouldAct)),
        Column("horizon", "When", one_of(Horizon), choices=_labels(Horizon)),
        Column("place_scope", "In what kind of place", one_of(PlaceScope), choices=_labels(PlaceScope)),
        Column("feeling", "How many felt this", one_of(Feeling), choices=_labels(Feeling)),
        Column("level", "Where it starts", row_of(EcologicalLevel), choices=_names(EcologicalLevel)),
        Column("big_question", "Big question", row_of(BigQuestion)),
        Column("dissent", "Who saw it differently", text(500)),
    ],
    "quotes": [
        _REF,
        _POINT,
        Column("words", "Their own words", text(300), required=True),
        Column("consent", "Who may read it", one_of(Consent), required=True, choices=_labels(Consent)),
        Column("consent_how", "How they said yes", one_of(ConsentHow), required=True, choices=_labels(ConsentHow)),
        Column("card", f"Number of the card you gave them (1 to {QUOTE_CARDS})", number(1, QUOTE_CARDS)),
        Column("speaker", "Who said it", one_of(SpeakerRole), choices=_labels(SpeakerRole)),
    ],
}
