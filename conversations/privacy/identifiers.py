"""What points at one person by itself: refused until it is changed. What matched is never kept or logged."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from conversations.privacy.words import word_set

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?:\d{{4}}|\d{{2}})|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(?:\d{{4}}|'?\d{{2}}(?!\d|\s?(?:people|young)))|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"  # noqa: E501
_STREET = (
    r"(?:road|rd|street|lane|ln|avenue|ave|close|court|crescent|cres|gardens|gdns|grove|hill|way|drive|terrace|place|"
    r"square|walk|rise|mews|row|parade|path|passage|yard|wharf|vale|view|house|point|tower|lodge|buildings|mansions)"
)
_NOT_A_STREET = word_set("not_a_street.txt")
_NOT_A_MARK = word_set("not_a_mark.txt")


def _nhs_number(digits: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before it (modulus 11, NHS Data Dictionary)."""
    weighed = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - weighed % 11) % 11 == int(digits[9])


def _is_nhs(match: re.Match) -> bool:
    return _nhs_number(re.sub(r"\D", "", match[0]))


def _is_mark(match: re.Match) -> bool:
    return match[0][-3:].lower() not in _NOT_A_MARK and (match[0].isupper() or match[0].islower())


def _is_address(match: re.Match) -> bool:
    return not {word.lower() for word in match["street"].split()} & _NOT_A_STREET


def _is_long_ago(match: re.Match) -> bool:
    """A full date of years ago is a birthday more often than not. Dates of this year and the last are events."""
    found = re.search(r"(?:19|20)\d{2}", match[0])
    return int(found[0]) <= date.today().year - 3 if found else True


def _always(match: re.Match) -> bool:
    return True


def _pattern(words: str) -> re.Pattern:
    return re.compile(words, re.IGNORECASE)


# What it is, as the sentence says it; how it looks in the United Kingdom; what a match must also be.
_IDENTIFIERS: list[tuple[str, re.Pattern, Callable[[re.Match], bool]]] = [
    ("an email address", _pattern(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+"), _always),
    ("a link", _pattern(r"(?:https?://|www\.)\S+|(?<![@\w.-])[\w-]{2,}\.(?:com|co\.uk|org(?:\.uk)?|net|gov\.uk|ac\.uk|sch\.uk|london|io|tv|me|ly|gg)\b(?:/\S*)?"), _always),  # noqa: E501
    (
        "a phone number",
        re.compile(
            r"(?<![\d.])(?:(?:\+|00)\s?44\s?(?:\(0\)\s?)?|\(?0)[\s-]?[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)"
            r"|(?<![\d.])7\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)"
        ),
        _always,
    ),
    ("a postcode", _pattern(r"\b(?:[a-z]{1,2}\d[a-z\d]?\s*\d[abd-hjlnp-uw-z]{2}|gir\s?0aa)\b"), _always),
    (
        "a National Insurance number",
        _pattern(r"\b[a-ceghj-prstw-z][a-ceghj-nprstw-z](?:[\s.-]?\d){6}[\s.-]?[a-d]\b"),
        _always,
    ),
    ("an NHS number", _pattern(r"(?<![\d.])\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)"), _is_nhs),
    ("an NHS number", _pattern(r"\bnhs\s*(?:number|no\.?|num)?\W{0,4}(?:is\s+)?\d(?:[\s-]?\d){9}(?!\d)"), _always),
    (
        "a date of birth",
        _pattern(rf"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|birthday|born)\W*(?:\w+\W+){{0,3}}?{_DATE}"),
        _always,
    ),
    ("a full date", _pattern(rf"(?<![\d/.-]){_DATE}(?![\d/-])"), _is_long_ago),
    (
        "a name used online",
        _pattern(
            r"(?<![\w.@])@[a-z0-9_.]*[a-z0-9_]{2,}"
            r"|\b(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|telegram|gamer\s?tag|psn|twitter|username)\b"
            r"(?:\s+(?:name|handle|account|is|user|tag|at)){0,3}\s*[:=-]?\s*@?(?=[\w.]*[\d_.])[a-z][\w.]*[a-z0-9_]"
        ),
        _always,
    ),
    (
        "a vehicle's number plate",
        _pattern(r"\b[a-hj-pr-y]{2}\d{2}\s?[a-hj-pr-z]{3}\b"),
        _is_mark,
    ),
    (
        "a vehicle's number plate",
        re.compile(r"\b(?:[A-HJ-NP-TV-Y]\d{1,3}\s?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\s?\d{1,3}[A-HJ-NP-TV-Y])\b"),
        _is_mark,
    ),
    (
        "a house number and street",
        _pattern(rf"(?<![\d£.:])\b\d{{1,4}}[a-z]?,?\s+(?P<street>(?:[a-z][\w'’-]*\s+){{1,3}}?){_STREET}\b"),
        _is_address,
    ),
    ("a flat or house number", _pattern(r"\b(?:flat|house\s+number|door\s+number)\s+(?:no\.?\s*)?\d{1,4}[a-z]?\b"), _always),  # noqa: E501
]  # fmt: skip


def matches_in(text: str) -> Iterator[tuple[str, int, int]]:
    """(what it is, where it starts, where it ends) of each identifier in `text`."""
    for name, pattern, is_one in _IDENTIFIERS:
        for match in pattern.finditer(text):
            if is_one(match):
                yield name, match.start(), match.end()


def identifiers_in(text: str) -> list[str]:
    """The kinds of identifier that `text` holds, in words, such as "an email address"."""
    return list(dict.fromkeys(name for name, _, _ in matches_in(text)))
