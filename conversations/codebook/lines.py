"""One theme as a file carries it, and what is wrong with a file, in sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from common.models import BigQuestion, Domain, EcologicalLevel, KeyMessage
from conversations.choices import ThemeKind
from conversations.models import Theme

# Control characters, which no XML file and not every database can hold.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME = 120
MOST_LINES = 500
WORDING = ("description", "when_to_use", "when_not", "example_words")
# Field of a theme → the vocabulary of which it carries the code.
VOCABULARIES = {"level": EcologicalLevel, "domain": Domain, "message": KeyMessage, "big_question": BigQuestion}


@dataclass(frozen=True)
class Line:
    """`key` names it within the file and `parent` is the key of another line, or "". The rest is as in `Theme`."""

    key: str
    name: str
    parent: str = ""
    guid: str = ""
    code: str = ""
    kind: str = ""
    level: str = ""
    domain: str = ""
    message: str = ""
    big_question: str = ""
    description: str = ""
    when_to_use: str = ""
    when_not: str = ""
    example_words: str = ""


class CodebookRefused(Exception):
    """Why a codebook file is not taken: `sentences`, one for each thing to change. Nothing of it is stored."""

    def __init__(self, *sentences: str):
        self.sentences = list(sentences)
        super().__init__(" ".join(sentences))


def line_of(theme: Theme) -> Line:
    """Needs the vocabularies and the parent selected."""
    terms = {field: getattr(theme, field).code if getattr(theme, field) else "" for field in VOCABULARIES}
    wording = {field: readable(getattr(theme, field)) for field in WORDING}
    parent = str(theme.parent.guid) if theme.parent else ""
    return Line(
        str(theme.guid), readable(theme.name), parent, guid=str(theme.guid), code=theme.code, kind=theme.kind,
        **terms, **wording,
    )  # fmt: skip


def readable(text: str) -> str:
    """`text` as every file can hold it."""
    return _UNREADABLE.sub("", text)


def checked(lines: Sequence[Line]) -> list[Line]:
    """The lines, every parent before its children. Raises CodebookRefused."""
    if not lines:
        raise CodebookRefused("There is no theme in this file. Send a codebook with at least one.")
    if len(lines) > MOST_LINES:
        raise CodebookRefused(f"The file has {len(lines)} themes. Send {MOST_LINES} or fewer.")
    problems = [*_twice(lines), *_incomplete(lines), *_unknown(lines)]
    if problems:
        raise CodebookRefused(*problems)
    return _parents_first(lines)


def _twice(lines: Sequence[Line]) -> list[str]:
    keys = Counter(line.key.lower() for line in lines)
    codes = Counter(line.code for line in lines if line.code)
    names = {line.key.lower(): line.name for line in reversed(lines)}
    return [
        f"The id of “{names[key]}” is there {found} times. Give each theme an id of its own."
        for key, found in keys.items()
        if found > 1
    ] + [f"The code “{code}” is there {found} times. Use each code once." for code, found in codes.items() if found > 1]


def _incomplete(lines: Sequence[Line]) -> list[str]:
    keys = {line.key for line in lines}
    problems = []
    for number, line in enumerate(lines, start=1):
        if any(_UNREADABLE.search(value) for value in astuple(line)):
            problems.append(f"Theme {number} of the file has characters that nobody can read. Write it again.")
        elif not line.name.strip():
            problems.append(f"Theme {number} of the file has no name. Give it one.")
        elif len(line.name) > LONGEST_NAME:
            problems.append(f"The name of theme {number} is too long. Use {LONGEST_NAME} characters or fewer.")
        if line.parent and line.parent not in keys:
            problems.append(f"“{line.name}” stands under a theme that is not in the file. Add it, or leave it empty.")
    return problems


def _unknown(lines: Sequence[Line]) -> list[str]:
    known = {field: set(model.objects.values_list("code", flat=True)) for field, model in VOCABULARIES.items()}
    known["kind"] = set(ThemeKind.values)
    return [
        f"“{line.name}” has a {field.replace('_', ' ')} that we do not know: {getattr(line, field)[:40]}."
        for line in lines
        for field, codes in known.items()
        if getattr(line, field) and getattr(line, field) not in codes
    ]


def _parents_first(lines: Sequence[Line]) -> list[Line]:
    placed: dict[str, Line] = {}
    waiting = list(lines)
    while waiting:
        ready = [line for line in waiting if not line.parent or line.parent in placed]
        if not ready:
            names = ", ".join(f"“{line.name}”" for line in waiting[:5])
            raise CodebookRefused(f"These themes stand under each other in a circle: {names}. Let one of them be free.")
        placed |= {line.key: line for line in ready}
        waiting = [line for line in waiting if line.key not in placed]
    return list(placed.values())
