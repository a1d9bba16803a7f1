"""What an editor is told about a page while writing it. Wagtail's own checks look at the drawn page beside these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from common import language_rules, readability
from common.models import StyleRule
from common.page_words import words_of

STOP, WARN, SUGGEST = StyleRule.Level.BLOCK, StyleRule.Level.WARN, StyleRule.Level.SUGGEST
_SAYS_NOTHING = re.compile(r"^\s*(click here|here|read more|more|link|this|https?://\S+)\s*$", re.I)


@dataclass(frozen=True)
class Remark:
    """One sentence to the editor. STOP keeps the page from being published."""

    level: str
    sentence: str


def language(page: Page) -> list[Remark]:
    """What the list of words says. Words in quotation marks count less once there is a reason for them."""
    findings = language_rules.find(words_of(page))
    reason = bool(getattr(page, "quoted_because", ""))
    stopping = language_rules.stopping(findings, quotes_have_a_reason=reason)
    remarks = []
    for finding in findings:
        if finding.level == STOP and finding not in stopping:
            remarks.append(Remark(SUGGEST, f"“{finding.found}” is quoted, and you gave a reason."))
        elif finding in stopping and finding.quoted:
            remarks.append(Remark(STOP, f"{finding.sentence} If somebody said it, write down why you quote it."))
        else:
            remarks.append(Remark(finding.level, finding.sentence))
    return remarks


def readable(page: Page) -> Iterator[Remark]:
    text = ".\n".join(text for text in words_of(page) if text)
    hard = round(readability.lix(text))
    if hard > readability.HARDEST:
        yield Remark(WARN, f"This is hard to read: {hard}, and {readability.HARDEST} is the most. Use shorter words.")
    longest = readability.longest_sentence(text)
    if readability.words_in(longest) > readability.LONGEST_SENTENCE:
        start = " ".join(longest.split()[:6])
        yield Remark(SUGGEST, f"A long sentence ({readability.words_in(longest)} words): “{start}…”. Make two of it.")


def headings_and_links(page: Page) -> Iterator[Remark]:
    for html in rich_texts(page):
        soup = BeautifulSoup(html, "html.parser")
        level = 2
        for heading in soup.find_all(re.compile("^h[2-4]$")):
            if not heading.get_text(strip=True):
                yield Remark(WARN, "There is an empty heading. Take it out.")
            if int(heading.name[1]) > level + 1:
                yield Remark(WARN, f"The heading “{heading.get_text()}” skips a level.")
            level = int(heading.name[1])
        yield from _links(soup)


def _links(soup: BeautifulSoup) -> Iterator[Remark]:
    for link in soup.find_all("a"):
        words = link.get_text(" ", strip=True)
        if _SAYS_NOTHING.match(words) or not words:
            yield Remark(WARN, f"The link “{words}” does not say where it leads. Use the name of the page.")
        if link.get("linktype") == "page" and not Page.objects.live().filter(pk=link.get("id") or 0).exists():
            yield Remark(WARN, f"The link “{words}” leads to a page that is not on the site.")
        if str(link.get("href", "")).startswith("http://"):
            yield Remark(SUGGEST, f"The link “{words}” is not encrypted. Try it with https.")


def rich_texts(page: Page) -> Iterator[str]:
    """The HTML of each rich text in the stream fields of `page`, however deep."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            for child in getattr(page, field.name):
                yield from _html_in(child.value)


def _html_in(value) -> Iterator[str]:
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, dict):
        for part in value.values():
            yield from _html_in(part)
    elif hasattr(value, "bound_blocks"):  # a list
        for part in value:
            yield from _html_in(part)


def of_every_page(page: Page) -> list[Remark]:
    return [*language(page), *readable(page), *headings_and_links(page)]
