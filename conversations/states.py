"""The life of a conversation: every state, every move between two, and the groups that the rest of the code asks for.

    planned → held → draft → submitted → accepted → coded → fed back
                       ↓         ↑ ↓
                   quarantine → ─┘ returned

"Submitted" means handed in and cleared by the privacy check. A note in which somebody kept words that may name a person
waits in quarantine: it is in no list, search, count or export until the redactor releases it.
docs/conversation-states.md is drawn from this file.

Any of them can be withdrawn, and nothing leaves withdrawn.
"""

from django.db.models import TextChoices


class State(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Notes due"
    DRAFT = "draft", "Draft"
    QUARANTINE = "quarantine", "With the redactor"
    SUBMITTED = "submitted", "To read"
    RETURNED = "returned", "Sent back"
    ACCEPTED = "accepted", "To code"
    CODED = "coded", "Understood"
    FED_BACK = "fed_back", "Fed back"
    WITHDRAWN = "withdrawn", "Withdrawn"


MOVES: dict[State, frozenset[State]] = {
    State.PLANNED: frozenset({State.HELD, State.DRAFT, State.WITHDRAWN}),
    State.HELD: frozenset({State.DRAFT, State.WITHDRAWN}),
    State.DRAFT: frozenset({State.SUBMITTED, State.QUARANTINE, State.WITHDRAWN}),
    State.QUARANTINE: frozenset({State.SUBMITTED, State.WITHDRAWN}),
    # Back to draft: its facilitator takes it back, within 14 days and while nobody has accepted it.
    State.SUBMITTED: frozenset({State.ACCEPTED, State.RETURNED, State.DRAFT, State.WITHDRAWN}),
    State.RETURNED: frozenset({State.SUBMITTED, State.QUARANTINE, State.WITHDRAWN}),
    State.ACCEPTED: frozenset({State.CODED, State.RETURNED, State.WITHDRAWN}),
    State.CODED: frozenset({State.FED_BACK, State.WITHDRAWN}),
    State.FED_BACK: frozenset({State.WITHDRAWN}),
    State.WITHDRAWN: frozenset(),
}

# The facilitator may still write.
WRITABLE = frozenset({State.PLANNED, State.HELD, State.DRAFT, State.RETURNED})
# Once its day is over, its note has still to come.
NOTE_IS_DUE = frozenset({State.PLANNED, State.HELD, State.DRAFT})
# The lead organisation has the note and may read it.
HANDED_IN = frozenset({State.SUBMITTED, State.RETURNED, State.ACCEPTED, State.CODED, State.FED_BACK})
# Themes may be put on its points.
CODABLE = frozenset({State.ACCEPTED, State.CODED})
# It counts: in numbers, in themes, in the strategy. Drafts, unread, returned and withdrawn notes count nowhere.
COUNTED = frozenset({State.ACCEPTED, State.CODED, State.FED_BACK})
# How the workspace lists them: what needs somebody first.
PIPELINE = [
    State.PLANNED, State.HELD, State.DRAFT, State.SUBMITTED,
    State.RETURNED, State.ACCEPTED, State.CODED, State.FED_BACK,
]  # fmt: skip


class MoveRefused(Exception):
    """The conversation cannot go there from where it is. The message is a sentence for the person who tried."""


def move(conversation, to: State) -> None:
    """Change the state in memory, or raise MoveRefused. Only actions.py calls this, under a row lock."""
    if to not in MOVES[State(conversation.state)]:
        raise MoveRefused(
            f"{conversation.reference} is “{conversation.get_state_display()}”, so it cannot become “{to.label}”. "
            "Somebody may have changed it a moment ago: look at it again."
        )
    conversation.state = to
