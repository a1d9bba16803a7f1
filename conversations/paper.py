"""What is printed for a conversation; how it looks is in `templates/conversations/print/`."""

from common import pdf
from common.models import EmergencyContact
from conversations.choices import AgeBand
from conversations.models import Conversation
from conversations.steps import POINT_STEPS

# As many as fit below the cards of the speakers; whoever needs more prints the page again.
CARDS_FOR_EVERYBODY = 10


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
        "contacts": [[one.name, one.phone] for one in EmergencyContact.objects.filter(for_facilitators=True)],
        "everybody": conversation.withdrawal_code,
        "cards": CARDS_FOR_EVERYBODY,
        "speakers": conversation.quote_codes,
    }
    return pdf.render("conversations/print/note_sheet.typ", data)


def _read_out(guide) -> list[list[str]]:
    words = [
        ["At the start", guide.opening_words],
        ["Before you write down somebody’s own words", guide.consent_words],
        ["At the end", guide.closing_words],
    ]
    return [pair for pair in words if pair[1]]


def _part(part) -> dict:
    return {"heading": part.heading, "minutes": part.minutes, "lines": part.lines}
