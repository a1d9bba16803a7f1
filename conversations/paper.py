"""What is printed for a conversation; how it looks is in `templates/conversations/print/`."""

from champions import links
from common import pdf, qr_codes
from common.before_and_after import Answer, Moment, Statement
from common.models import EmergencyContact
from conversations.choices import AgeBand
from conversations.models import Conversation, PriorityPage, Theme
from conversations.steps import POINT_STEPS
from conversations.thread import came_of

# As many as fit below the cards of the speakers; whoever needs more prints the page again.
CARDS_FOR_EVERYBODY = 10
SLIPS_ON_A_PAGE = 4


def note_sheet(conversation: Conversation) -> bytes:
    """The words to read out, what to ask, a sheet to write on, and the cards to cut out.

    `conversation` has its cards. The sheet has neither the venue nor a name on it: it may be left on a bus.
    """
    guide = conversation.guide
    where = f"{conversation.place}, {conversation.get_setting_display().lower()}"
    data = {
        "title": "Note sheet",
        "code": conversation.reference,
        "about": f"{conversation.held_on:%-d %B %Y}, {where}",
        "guide": str(guide) if guide else "",
        "read_out": _read_out(guide) if guide else [],
        "parts": [_part(part) for part in guide.in_order] if guide else [],
        "screens": [{"question": step.question, "lead": step.lead} for step in POINT_STEPS.values()],
        "ages": AgeBand.labels,
        "contacts": [[one.name, one.phone] for one in EmergencyContact.objects.live().filter(for_facilitators=True)],
        "everybody": conversation.withdrawal_code,
        "cards": CARDS_FOR_EVERYBODY,
        "speakers": conversation.quote_codes,
    }
    return pdf.render("conversations/print/note_sheet.typ", data)


def pulse_slips(conversation: Conversation) -> bytes:
    """The four questions before and after, as slips to cut apart."""
    data = {
        "title": "Four short questions",
        "code": conversation.reference,
        "moments": Moment.labels,
        "statements": Statement.labels,
        "answers": Answer.labels,
        "slips": SLIPS_ON_A_PAGE,
    }
    return pdf.render("conversations/print/pulse_slips.typ", data)


def summary_card(conversation: Conversation) -> bytes:
    """What came of one conversation, for the people who took part: thanks, and where each theme led.

    It may be passed on, so it says neither where it was nor who led it, no words of anybody, and no theme that fewer
    than three conversations had (rule 7).
    """
    strategy = links.absolute("/strategy/")
    themes = came_of(conversation)
    data = {
        "title": "What came of your conversation",
        "day": f"{conversation.held_on:%-d %B %Y}",
        "priorities": _by_priority(themes),
        "not_taken_forward": [
            {"name": theme.name, "because": theme.reason_not_taken_forward}
            for theme in themes
            if theme.reason_not_taken_forward and not theme.answers
        ],
        "open": [theme.name for theme in themes if not (theme.answers or theme.reason_not_taken_forward)],
        "address": strategy.partition("//")[2],
        "code": qr_codes.svg(strategy),
    }
    return pdf.render("conversations/print/summary_card.typ", data)


def _by_priority(themes: list[Theme]) -> list[dict]:
    """Each priority once, with the themes that led to it and what is being done."""
    led_by: dict[PriorityPage, list[str]] = {}
    for theme in themes:
        for priority in theme.answers:
            led_by.setdefault(priority, []).append(theme.name)
    return [
        {
            "title": priority.title,
            "themes": names,
            "actions": [f"{action.title}: {action.get_status_display().lower()}" for action in priority.actions.all()],
        }
        for priority, names in sorted(led_by.items(), key=lambda led: led[0].path)
    ]


def _read_out(guide) -> list[list[str]]:
    words = [
        ["At the start", guide.opening_words],
        ["Before you write down somebody’s own words", guide.consent_words],
        ["At the end", guide.closing_words],
    ]
    return [pair for pair in words if pair[1]]


def _part(part) -> dict:
    return {"heading": part.heading, "minutes": part.minutes, "lines": part.lines}
