"""The HTML part of a mail, made from its plain text when it is sent: one text in two dresses, and nothing more at rest.

The text is read as it looks: a blank line ends a paragraph, every line break is meant, `* ` begins a point of a list,
and an address of ours stands behind a colon. The sentence before that colon becomes the link, because a link must
say where it leads (WCAG 2.4.4), and a hundred letters of a sealed address do not.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string

_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_COLON_AND_ADDRESS = re.compile(r":\s*\n\s*(?=https?://)")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
_POINT = re.compile(r"[*-] +")
_LABEL = re.compile(r"([A-Z][\w’' ]{1,24}): (?=\S)")
# Nothing that anybody sees: programs that show the first words of a mail beside its subject find these, and stop.
_NOTHING_TO_SEE = "\u034f\u200c\u00a0" * 70


@dataclass(frozen=True)
class Line:
    """One line: perhaps a label in front, words, and perhaps a link at its end."""

    words: str
    label: str = ""
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    lines: list[Line]
    points: list[Line]

    @property
    def is_facts(self) -> bool:
        return len(self.lines) > 1 and bool(self.lines[0].label)


def html_of(subject: str, text: str) -> str:
    """The same words as `text`, as one page that loads nothing. Only addresses of ours become links.

    Anybody can write an address into the name on a form, and we mail it to whom they say.
    """
    paragraphs = [_paragraph(block) for block in _BETWEEN_PARAGRAPHS.split(text.strip()) if block]
    return render_to_string(
        "common/emails/letter.html", {"subject": subject, "paragraphs": paragraphs, "filler": _NOTHING_TO_SEE}
    )


def _paragraph(block: str) -> Paragraph:
    lines = [line.strip() for line in _COLON_AND_ADDRESS.sub(": ", block).splitlines() if line.strip()]
    points = [_line(_POINT.sub("", line, count=1)) for line in lines if _POINT.match(line)]
    return Paragraph([_line(line) for line in lines if not _POINT.match(line)], points)


def _line(line: str) -> Line:
    words, _, end = line.rpartition(" ")
    if _is_ours(end):
        *before, sentence = _SENTENCE_ENDS.split(words) if words.endswith(":") else (words, "")
        return Line(" ".join(before), url=end, link=sentence.removesuffix(":") or end)
    label = _LABEL.match(line)
    return Line(line[label.end() :], label=label[1]) if label else Line(line)


def _is_ours(address: str) -> bool:
    return address.startswith(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + "/")
