"""The check of a whole note: its texts, what was found in each, and what somebody decided about it."""

from dataclasses import dataclass
from functools import cached_property

from common.models import Ward
from conversations.choices import PointKind
from conversations.models import AllowedWords, Conversation, Point, Quote
from conversations.privacy.findings import Finding, Kind, findings_in

_CLOSE = {
    "host": "Host organisation",
    "first_to_hear": "The first thing to hear",
    "second_to_hear": "The second thing to hear",
    "third_to_hear": "The third thing to hear",
    "strength_to_build_on": "One strength to build on",
    "promised": "What you promised",
    "how_to_tell": "How you tell people what came of it",
    "who_was_missing": "Who was quiet or missing",
    "my_view": "What you think yourself",
}


@dataclass(frozen=True)
class NoteText:
    """One text of a note, and the row that holds it."""

    code: str
    label: str
    row: Conversation | Point | Quote
    field: str

    @property
    def text(self) -> str:
        return getattr(self.row, self.field)

    @property
    def longest(self) -> int:
        return int(getattr(self.row._meta.get_field(self.field), "max_length"))  # noqa: B009 - some fields have none

    def write(self, text: str) -> None:
        """Put `text` in its place. What was there is gone."""
        setattr(self.row, self.field, text)
        self.row.save(update_fields=[self.field])


@dataclass(frozen=True)
class Found:
    """A finding in its text, and the text around it."""

    note_text: NoteText
    finding: Finding

    @property
    def before(self) -> str:
        return self.note_text.text[: self.finding.start]

    @property
    def matched(self) -> str:
        return self.note_text.text[self.finding.start : self.finding.end]

    @property
    def after(self) -> str:
        return self.note_text.text[self.finding.end :]

    @property
    def must_change(self) -> bool:
        return self.finding.kind == Kind.IDENTIFIER


class PrivacyCheck:
    """Everything that was found in one note. Reads the database when it is made, in a fixed number of queries."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.texts = list(texts_of(conversation))
        self._kept = {kept.fingerprint: kept for kept in conversation.kept_words.all()}
        self._allowed = words_that_name_nobody()

    @cached_property
    def found(self) -> list[Found]:
        return [
            Found(text, finding)
            for text in self.texts
            for finding in findings_in(text.text, also_allowed=self._allowed)
        ]

    @property
    def to_decide(self) -> list[Found]:
        """What nobody has changed or explained yet. An identifier cannot be explained away."""
        return [found for found in self.found if found.must_change or found.finding.fingerprint not in self._kept]

    @property
    def kept(self) -> list[tuple[Found, str]]:
        """What somebody kept with a reason, and no redactor has looked at: (what, reason)."""
        return [
            (found, self._kept[found.finding.fingerprint].reason)
            for found in self.found
            if not found.must_change
            and found.finding.fingerprint in self._kept
            and self._kept[found.finding.fingerprint].confirmed_at is None
        ]

    def text_at(self, code: str) -> NoteText | None:
        return next((text for text in self.texts if text.code == code), None)

    def at(self, code: str, fingerprint: str) -> list[Found]:
        """The places in one text that have these words."""
        return [f for f in self.found if (f.note_text.code, f.finding.fingerprint) == (code, fingerprint)]


def texts_of(conversation: Conversation):
    """Each text of the note that is not empty."""
    for field, label in _CLOSE.items():
        if getattr(conversation, field):
            yield NoteText(f"close-{field}", label, conversation, field)
    for point in conversation.points.select_related("quote"):
        label = f"{PointKind(point.kind).label}, point {point.number}"
        yield NoteText(f"point-{point.number}-words", label, point, "words")
        if point.dissent:
            yield NoteText(f"point-{point.number}-dissent", f"Who saw it differently, {point.number}", point, "dissent")
        if quote := getattr(point, "quote", None):
            yield NoteText(f"quote-{point.number}-words", f"Their own words, point {point.number}", quote, "words")


def words_that_name_nobody() -> list[str]:
    """Wards, and what staff added."""
    return [*Ward.objects.values_list("name", flat=True), *AllowedWords.objects.values_list("words", flat=True)]
