"""Demonstration content for conversations and the strategy. Everything said here is invented, and says so."""

from django.db import transaction

from accounts.models import User
from conversations import actions
from conversations.choices import PUBLISHABLE_CONSENTS
from conversations.demo import borough, measures, messy, notes, people, pulse, strategy, telling
from conversations.demo.guide import first_guide
from conversations.models import Cohort, Conversation, PriorityPage, Quote, Theme

MORE_FACILITATORS = 8


@transaction.atomic
def load(root) -> None:
    """Put the demonstration in place under `root`, the home page. Running it again changes nothing."""
    coordinator, analyst, analyst2 = (_person(name) for name in ("coordinator", "analyst", "analyst2"))
    facilitators = [_person("facilitator"), *(_person(f"facilitator{n}") for n in range(2, MORE_FACILITATORS + 2))]
    cohort, _ = Cohort.objects.get_or_create(name="First cohort")
    cohort.members.add(*facilitators)
    people.train(facilitators[1:], cohort)
    guide = first_guide()
    themes = strategy.codebook()
    priorities = strategy.pages(root)
    strategy.actions(priorities)
    strategy.begun()
    strategy.links(themes, priorities, by=analyst)
    notes.load(lead=coordinator, facilitators=facilitators, coders=[analyst, analyst2], guide=guide, themes=themes)
    pulse.load()
    _agree_quotes(priorities)
    measures.load(priorities=priorities, by=analyst)
    actions.refresh_suggestions()
    actions.count_everything_again()
    borough.load()
    telling.load(analyst=analyst)


def load_messy() -> None:
    """Two hundred conversations more, unless they are there."""
    if not Conversation.objects.filter(reference="X-0000").exists():
        themes = {theme.code: theme for theme in Theme.objects.all()}
        messy.load(facilitator=_person("facilitator3"), coder=_person("analyst"), themes=themes)


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
