"""What points at one person only together: how old, where, and what happened; or "the only one" of something."""

import re
from collections.abc import Iterator

_AGE = re.compile(
    r"\b(?:aged?\s+\d{1,2}|\d{1,2}[\s-]*(?:years?|yrs?)[\s-]*old|\d{1,2}\s?(?:yo|y/o)|(?:in\s+)?(?:year|yr)\s?(?:[1-9]|1[0-3])\b|"
    r"(?:a|the)\s+(?:1\d|\d)(?=\s+(?:boy|girl)))",
    re.IGNORECASE,
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:school|academy|college|estate|youth\s+club|nursery|hostel|children['’]s\s+home|church|mosque)\b",
    re.IGNORECASE,
)
_INCIDENT = re.compile(
    r"\b(?:stabb\w+|shot|shooting|attack\w*|robb\w+|mugg\w+|arrest\w*|raped?|assault\w*|beaten|jumped|murder\w*|killed|"
    r"died|dead|excluded|expelled|pregnant|overdos\w+|self[\s-]?harm\w*|suicid\w*|groomed|hospital|custody|prison|"
    r"charged|convicted|missing|kidnapp\w+|knifed|slashed)\b",
    re.IGNORECASE,
)  # fmt: skip
_ONLY_ONE = re.compile(
    r"\bthe\s+only\s+(?:[\w-]+\s+){0,3}?(?:boy|girl|family|man|woman|pupil|student|teacher|parent|mother|father|child|kid|person|lad|mum|dad)\b",
    re.IGNORECASE,
)


def pointers_in(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that, together with the rest of the text, may point at one person."""
    for match in _ONLY_ONE.finditer(text):
        yield match.span()
    if _PLACE.search(text) and _INCIDENT.search(text):
        for match in _AGE.finditer(text):
            yield match.span()
