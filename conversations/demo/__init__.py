"""Demonstration content for conversations and the strategy. Everything said here is invented, and says so."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from conversations import actions
from conversations.choices import PUBLISHABLE_CONSENTS
from conversations.demo import notes, strategy
from conversations.models import Cohort, GuideVersion, PriorityPage, Quote

OPENING_WORDS = (
    "Draft wording, to be agreed by the lead organisation.\n\n"
    "We write down ideas, not names. If someone may be in danger, we may have to tell somebody who can help. "
    "You can leave at any time, and nobody has to speak. If you want something taken out that you said, "
    "give us the code of this conversation."
)
CONSENT_WORDS = (
    "Draft wording, to be agreed by the lead organisation.\n\n"
    "That was well said. May I write it down in your own words, without saying that it was you? "
    "Would you be happy to see it on a wall? You can say no, and you can change your mind: use the code on the card."
)
CLOSING_WORDS = (
    "Draft wording, to be agreed by the lead organisation.\n\n"
    "Thank you. We will tell you what came of this, and how. If today was hard, there are numbers on the card."
)
MORE_FACILITATORS = 8


@transaction.atomic
def load(root) -> None:
    """Put the demonstration in place under `root`, the home page. Running it again changes nothing."""
    coordinator, analyst, analyst2 = (_person(name) for name in ("coordinator", "analyst", "analyst2"))
    facilitators = [_person("facilitator"), *(_person(f"facilitator{n}") for n in range(2, MORE_FACILITATORS + 2))]
    cohort, _ = Cohort.objects.get_or_create(name="First cohort")
    cohort.members.add(*facilitators)
    guide, _ = GuideVersion.objects.get_or_create(
        name="First guide",
        defaults={
            "opening_words": OPENING_WORDS,
            "consent_words": CONSENT_WORDS,
            "closing_words": CLOSING_WORDS,
            "in_use_from": timezone.localdate(),
        },
    )
    themes = strategy.codebook()
    priorities = strategy.pages(root)
    strategy.actions(priorities)
    strategy.links(themes, priorities, by=analyst)
    notes.load(lead=coordinator, facilitators=facilitators, coders=[analyst, analyst2], guide=guide, themes=themes)
    _agree_quotes(priorities)
    actions.refresh_suggestions()


def _person(name: str) -> User:
    """A demo account by its name. Those that accounts/demo.py does not know cannot sign in."""
    email = f"{name}@demo.example"
    return User.objects.filter(email=email).first() or User.objects.create_user(
        email, first_name="Demo", last_name=name.capitalize()
    )


def _agree_quotes(priorities: list[PriorityPage]) -> None:
    """One agreed quote per priority, where a speaker agreed to be read."""
    for priority in priorities:
        if not priority.agreed_quotes.exists():
            fitting = Quote.objects.publishable().filter(
                consent__in=PUBLISHABLE_CONSENTS, agreed_for=None, point__codings__theme__links__priority=priority
            )
            Quote.objects.filter(pk__in=fitting.values("pk")[:1]).update(agreed_for=priority)
