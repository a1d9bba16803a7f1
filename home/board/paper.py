"""The board's pack and the blank lens on paper; how they look is in `templates/home/print/`."""

from common import pdf
from conversations.choices import LensAnswer
from conversations.models.board import LENS
from home.board.reading import everything


def board_pack() -> bytes:
    """The board's page, readable by a screen reader and in black and white (B4)."""
    page = everything()
    data = {
        "title": "How the strategy is going",
        "on": f"{page['today']:%-d %B %Y}",
        "stats": [[one["number"], one["text"]] for one in page["stats"]],
        "answered": page["answered"],
        "reach": [[one.label, f"{one.heard} of {one.groups}", ", ".join(one.not_yet) or "–"] for one in page["reach"]],
        "themes": [[theme.name, theme.heard, _answer(theme)] for theme in page["themes"]],
        "statuses": page["statuses"],
        "horizons": [[label, *(str(number) for _, number in numbers)] for _, label, numbers in page["horizons"]],
        "held_up": [[one.title, one.owner, one.status_reason or "It is past its date."] for one in page["held_up"]],
        "indicators": [_indicator(one) for one in page["indicators"]],
        "risks": [[one.words, one.get_level_display(), one.what_we_do] for one in page["risks"]],
        "decisions": [[one.title, f"{one.due:%-d %B %Y}"] for one in page["decisions"]]
        + [[f"Edition {one.number} of the strategy", "Next meeting"] for one in page["proposed"]],
    }
    return pdf.render("home/print/board_pack.typ", data)


def lens() -> bytes:
    """The five questions, to fill in by hand beside any report."""
    data = {
        "title": "Violence reduction lens",
        "questions": [question for _, question in LENS],
        "answers": [label for code, label in LensAnswer.choices if code != LensAnswer.UNKNOWN],
    }
    return pdf.render("home/print/lens.typ", data)


def _answer(theme) -> str:
    if theme.answers:
        return "; ".join(priority.title for priority in theme.answers)
    return "Not taken forward" if theme.reason_not_taken_forward else "No answer yet"


def _indicator(one) -> list[str]:
    latest = one.latest
    return [
        one.name, one.definition, f"{one.get_kind_display()}. {one.source}, {one.area}.",
        f"{latest.shown}, {latest.on:%B %Y}" if latest else "Not measured yet", one.baseline_shown or "–",
        one.target_shown or "–",
    ]  # fmt: skip
