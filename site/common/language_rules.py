"""Finding words that blame, label or confuse (users.md 3.13). One list serves pages, the directory and the strategy.

Levels: "block" stops publishing, "warn" and "suggest" only speak. Words inside quotation marks are somebody's own:
they stop nothing once an editor has written down why they are quoted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from common.models import StyleRule

# Straight and curly pairs. An apostrophe inside a word opens nothing.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_AROUND = 30


@dataclass(frozen=True)
class Finding:
    """One place where a rule's words stand."""

    level: str
    found: str
    instead: str
    why: str
    quoted: bool
    around: str

    @property
    def sentence(self) -> str:
        """What to tell the person who wrote it."""
        better = f" Say “{self.instead}” instead." if self.instead else ""
        why = f" {self.why}" if self.why else ""
        return f"“{self.found}”:{better}{why}".replace("”:.", "”.")


def find(texts: Iterable[str], rules: Iterable[StyleRule] | None = None) -> list[Finding]:
    """Each different word found in `texts`, the worst level first. Reads the rules in one query unless given."""
    order = StyleRule.Level.values
    worst_first = sorted(StyleRule.objects.all() if rules is None else rules, key=lambda rule: order.index(rule.level))
    compiled = [(rule, _pattern(rule)) for rule in worst_first]
    found: dict[tuple, Finding] = {}
    for text in texts:
        text = text.replace("\u00a0", " ")
        quotes = [match.span() for match in _QUOTED.finditer(text)]
        taken: list[tuple[int, int]] = []
        for rule, pattern in compiled:
            for match in pattern.finditer(text) if pattern else ():
                # "gang member" is one finding, not "gang" once more.
                if not _inside(match.span(), taken):
                    taken.append(match.span())
                    quoted = _inside(match.span(), quotes)
                    found.setdefault((match[0].lower(), quoted), _finding(rule, match, text, quoted))
    return sorted(found.values(), key=lambda finding: order.index(finding.level))


def stopping(findings: Iterable[Finding], *, quotes_have_a_reason: bool) -> list[Finding]:
    """Those that keep a text from being published."""
    return [
        finding
        for finding in findings
        if finding.level == StyleRule.Level.BLOCK and not (finding.quoted and quotes_have_a_reason)
    ]


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _pattern(rule: StyleRule) -> re.Pattern | None:
    """Whole words; spaces and hyphens are the same, and a star is any ending."""
    phrases = [_phrase(phrase) for phrase in rule.phrases()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.I) if phrases else None


def _phrase(phrase: str) -> str:
    """In any case, unless it is letters such as ACEs: an ace is something else."""
    words = r"[\s-]+".join(map(_word, re.split(r"[\s-]+", phrase)))
    return f"(?-i:{words})" if sum(sign.isupper() for sign in phrase) > 1 else words


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")


def _finding(rule: StyleRule, match: re.Match, text: str, quoted: bool) -> Finding:
    around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND].strip()
    return Finding(rule.level, match[0], rule.instead, rule.why, quoted, around)
