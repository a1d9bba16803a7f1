"""What an editor is told about the blocks of a page, beside what common.page_checks says about its words."""

import re
from collections.abc import Callable, Iterator

from common.page_checks import STOP, WARN, Remark
from common.page_words import words_of

# A page with these words may be one of the sensitive kind (users.md 4.4); many only lead to help, so it only warns.
_HEAVY = re.compile(r"\b(abus\w+|rap(?:e|ed|ist)|sexual\w*|killed|murder\w*|stabb\w+|suicide|died|death)\b", re.I)
_FILE_NAME = re.compile(r"\.(jpe?g|png|webp|gif|avif|heic)$|^(img|dsc|image|screenshot)[\W_]*\d*$", re.I)
_NEEDED = {"area": "where", "measured": "when", "source": "by whom", "link": "a link"}


def of_our_blocks(page) -> list[Remark]:
    """Figures without a source, stories without consent, pictures without words, and whether it looks sensitive."""
    remarks = [remark for child in getattr(page, "body", ()) for remark in _about(child)]
    if not page.is_sensitive and not page.in_a_hurry:
        heavy = next((match[0] for text in words_of(page) for match in [_HEAVY.search(text)] if match), "")
        if heavy:
            remarks.append(Remark(WARN, f"It speaks of “{heavy}”. Is it a sensitive page? Then tick the box below."))
    if not page.summary:
        remarks.append(Remark(WARN, "There is no summary. Search engines and shared links then show a random piece."))
    return remarks


def _about(child) -> Iterator[Remark]:
    look = _LOOKS.get(child.block_type)
    return look(child.value) if look else iter(())


def _statistic(value) -> Iterator[Remark]:
    missing = [words for name, words in _NEEDED.items() if not value.get(name)]
    if missing:
        yield Remark(STOP, f"The figure “{value.get('figure')}” does not say {', '.join(missing)} it was measured.")


def _story(value) -> Iterator[Remark]:
    consent = value.get("consent")
    if consent is None or not consent.holds:
        yield Remark(STOP, f"The story “{value.get('heading')}” has no consent that holds today. Ask, or take it out.")


def _picture(value) -> Iterator[Remark]:
    image = value.get("image")
    if image is None or getattr(image, "decorative", False):
        return
    words = (getattr(image, "contextual_alt_text", "") or "").strip()
    if not words:
        yield Remark(STOP, "A picture has no words for people who cannot see it. Write them, or mark it as decoration.")
    elif _FILE_NAME.search(words):
        yield Remark(WARN, f"“{words}” looks like the name of a file. Say what the picture shows.")


_LOOKS: dict[str, Callable[..., Iterator[Remark]]] = {"statistic": _statistic, "story": _story, "picture": _picture}
