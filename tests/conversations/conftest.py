"""Ben leads conversations and his training is current; notes, themes and a strategy to begin a test with."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from champions.choices import Kind, RoleKind
from champions.models import DatedRole, TrainingRecord, Venue, Workshop
from common.models import Ward
from conversations import actions
from conversations.choices import PointKind, SafetyAnswer, Setting, ThemeKind
from conversations.models import Coding, Conversation, Point, PriorityPage, StrategyIndexPage, Theme, ThreadLink
from conversations.states import State


@pytest.fixture
def make_facilitator(make_user) -> Callable[..., User]:
    """A facilitator trained `days_ago`; long ago means that the right has lapsed."""

    def make(email: str = "ben@example.org", days_ago: int = 30, *roles: Role) -> User:
        user = make_user(email, *roles)
        trained = timezone.localdate() - timedelta(days=days_ago)
        starts_at = timezone.now() - timedelta(days=days_ago)
        workshop = Workshop.objects.create(
            slug=f"training-{user.pk}", kind=Kind.FACILITATOR, title="Leading conversations", starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4), booking_closes_at=starts_at,
            venue=Venue.objects.create(name="Hall", address="Nowhere", area="Catford"), state=Workshop.State.DONE,
        )  # fmt: skip
        TrainingRecord.objects.create(
            workshop=workshop, user=user, name="Ben", email=email, kind=Kind.FACILITATOR, attended_on=trained
        )
        DatedRole.objects.create(user=user, kind=RoleKind.FACILITATOR, starts_on=trained)
        return user

    return make


@pytest.fixture
def ben(make_facilitator) -> User:
    return make_facilitator()


@pytest.fixture
def coordinator(staff) -> User:
    return staff(Role.COORDINATOR)


@pytest.fixture
def analyst(staff) -> User:
    return staff(Role.ANALYST)


@pytest.fixture
def at_ben(ben, signed_in) -> Client:
    """Ben's phone."""
    return signed_in(ben)


@pytest.fixture
def make_conversation(ben, vocabulary) -> Callable[..., Conversation]:
    """A conversation of Ben's that was held yesterday; every field can be given."""
    numbers = itertools.count(1)

    def make(**overrides) -> Conversation:
        fields = {
            "reference": f"C-T{next(numbers):03d}",
            "facilitator": ben,
            "state": State.DRAFT,
            "held_on": timezone.localdate() - timedelta(days=1),
            "setting": Setting.SCHOOL,
            "ward": Ward.objects.get(code="bellingham"),
        }
        return Conversation.objects.create(**fields | overrides)

    return make


@pytest.fixture
def conversation(make_conversation) -> Conversation:
    return make_conversation()


@pytest.fixture
def make_point(db) -> Callable[..., Point]:
    def make(conversation: Conversation, **overrides) -> Point:
        number = conversation.points.count() + 1
        fields = {"number": number, "kind": PointKind.STRENGTH, "words": f"The library stays open, {number}."}
        return Point.objects.create(conversation=conversation, **fields | overrides)

    return make


@pytest.fixture
def complete(make_point) -> Callable[[Conversation], Conversation]:
    """Fills in what a note needs before it can be handed in."""

    def fill(conversation: Conversation) -> Conversation:
        conversation.total_attended = 12
        conversation.opening_words_read = True
        conversation.under_18s_present = False
        conversation.safety_answer = SafetyAnswer.NO
        conversation.steps_done = ["facts", "safety"]
        conversation.save()
        make_point(conversation)
        return conversation

    return fill


@pytest.fixture
def make_theme(db) -> Callable[..., Theme]:
    def make(code: str = "after-six", **overrides) -> Theme:
        fields = {"name": code.replace("-", " ").capitalize(), "kind": ThemeKind.PROTECTIVE}
        return Theme.objects.create(code=code, **fields | overrides)

    return make


@pytest.fixture
def strategy(db) -> StrategyIndexPage:
    """The strategy page, at /strategy/ of the default site."""
    from wagtail.models import Site

    root = Page.get_first_root_node().add_child(instance=Page(title="Home", slug="the-front-door"))
    Site.objects.update_or_create(hostname="localhost", defaults={"root_page": root, "is_default_site": True})
    return root.add_child(instance=StrategyIndexPage(title="Our strategy", slug="strategy"))


@pytest.fixture
def make_priority(strategy) -> Callable[..., PriorityPage]:
    def make(slug: str = "safe-after-six", **overrides) -> PriorityPage:
        fields = {"title": slug.replace("-", " ").capitalize(), "in_three_years": "Open late."}
        return strategy.add_child(instance=PriorityPage(slug=slug, **fields | overrides))

    return make


@pytest.fixture
def make_link(analyst) -> Callable[..., ThreadLink]:
    def make(theme: Theme, priority: PriorityPage, **overrides) -> ThreadLink:
        fields = {"kind": "asked_for", "reason": "People asked for it.", "by": analyst}
        return ThreadLink.objects.create(theme=theme, priority=priority, **fields | overrides)

    return make


@pytest.fixture
def say(make_conversation, make_point, analyst) -> Callable[..., list[Conversation]]:
    """So many conversations that count, each with one point about this theme."""

    def make(theme: Theme, times: int, **overrides) -> list[Conversation]:
        said = []
        for _ in range(times):
            conversation = make_conversation(**{"state": State.CODED} | overrides)
            Coding.objects.create(point=make_point(conversation), theme=theme, coder=analyst)
            said.append(conversation)
        actions.count_everything_again()
        return said

    return make


@pytest.fixture
def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)
