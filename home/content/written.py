"""How a page is written down here: its words, and the few shapes that they come in."""

from dataclasses import dataclass, field

Block = tuple[str, object]


@dataclass(frozen=True)
class Written:
    """A page in words. `button` is (words, address); `fields` are the fields that only its page type has."""

    slug: str
    title: str
    summary: str
    body: list[Block] = field(default_factory=list)
    closing: str = ""
    button: tuple[str, str] | None = None
    fields: dict = field(default_factory=dict)


def html(*parts: str | list[str]) -> str:
    """Paragraphs; a list becomes bullets; "## " starts a heading, "### " a smaller one. Links are written as HTML."""
    return "".join(_part(part) for part in parts)


def _part(part: str | list[str]) -> str:
    if isinstance(part, list):
        return "<ul>" + "".join(f"<li>{item}</li>" for item in part) + "</ul>"
    for mark, tag in (("### ", "h3"), ("## ", "h2")):
        if part.startswith(mark):
            return f"<{tag}>{part.removeprefix(mark)}</{tag}>"
    return f"<p>{part}</p>"


def text(*parts: str | list[str]) -> Block:
    return "text", html(*parts)


def strengths(heading: str, *parts: str | list[str]) -> Block:
    return "strengths", {"heading": heading, "text": html(*parts)}


def signs(*seen: str, intro: str = "", heading: str = "Signs to look for", closing: str = "") -> Block:
    value = {"heading": heading, "intro": intro, "signs": list(seen)}
    usual = "One sign on its own may mean nothing. A change that stays is worth a gentle talk."
    return "signs", {**value, "closing": closing or usual}


def say(*phrases: tuple[str, str], heading: str = "How to say it") -> Block:
    return "say_it", {"heading": heading, "phrases": [{"words": words, "when": when} for words, when in phrases]}


def steps(*in_order: str, heading: str = "What happens next") -> Block:
    return "steps", {"heading": heading, "steps": list(in_order)}


def note(words: str) -> Block:
    return "content_note", {"text": words}


def danger(title: str = "If you are in danger now") -> Block:
    return "danger", {"title": title}


def join(heading: str, words: str, button: str, address: str) -> Block:
    return "call_to_join", {"heading": heading, "text": words, "button": button, "page": None, "address": address}


def cards(*rows: tuple[str, str, str, str], heading: str) -> Block:
    """Each row is a title, a text, the words of the link and its address."""
    names = ("title", "text", "link", "address")
    return "cards", {"heading": heading, "cards": [dict(zip(names, row, strict=True)) for row in rows]}


def help_with(need: str, words: str = "", heading: str = "Who can help", link: str = "See who can help") -> Block:
    """A way into Find support by the code of a situation."""
    return "services", {"heading": heading, "text": words, "need": need, "link": link}
