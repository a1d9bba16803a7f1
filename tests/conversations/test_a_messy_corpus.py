"""Two hundred uneven, contradictory conversations with one loud group: no view breaks, and nobody is outshouted."""

import pytest
from django.contrib.auth.models import Group
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from common import start
from common.disclosure import protect
from common.disclosure.counts import could_be
from conversations.choices import Language, ThemeKind
from conversations.demo import messy
from conversations.demo.codebook import THEMES
from conversations.models import Conversation, Figure, Point, Theme
from conversations.seeing.learning import learning
from conversations.seeing.tables import GROUPS, themes_by
from conversations.states import COUNTED


@pytest.fixture(scope="module")
def corpus(django_db_setup, django_db_blocker):
    """Loaded once for this module, and taken away afterwards."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        start.load()
        coder = User.objects.create_user("analyst@example.org")
        coder.groups.set(Group.objects.filter(name=Role.ANALYST))
        themes = {code: Theme.objects.create(code=code, name=name, kind=kind) for code, name, kind, *_ in THEMES}
        messy.load(facilitator=User.objects.create_user("ben@example.org"), coder=coder, themes=themes)
        yield coder
        transaction.set_rollback(True)


def conversations_with(code: str) -> int:
    return Theme.objects.with_conversations_counted().get(code=code).conversation_count


def test_it_is_as_messy_as_it_says(corpus, db):
    sizes = sorted(Conversation.objects.with_points_counted().values_list("point_count", flat=True))

    assert len(sizes) == messy.CONVERSATIONS
    assert (sizes[0], sizes[-1]) == (1, messy.LOUD_POINTS)
    assert Conversation.objects.exclude(language=Language.ENGLISH).count() >= 20
    assert 20 <= Conversation.objects.exclude(state__in=COUNTED).count() <= 80
    assert Point.objects.filter(words__icontains="cameras").count() > messy.LOUD_POINTS


def test_the_loud_group_has_most_points_and_does_not_come_first(corpus, db):
    overall = {figure.theme: figure.points for figure in Figure.objects.overall()}
    loud = Theme.objects.get(code=messy.LOUD_THEME)
    said = Theme.objects.said().with_conversations_counted().with_places_and_points_counted()
    in_order = [theme.code for theme in said.order_by("-conversation_count", "-place_count", "order")]

    assert overall[loud.pk] == max(number for theme, number in overall.items() if theme)
    assert in_order.index(messy.LOUD_THEME) > 2


def test_one_loud_session_moves_no_theme_by_more_than_one_conversation(corpus, db):
    before = conversations_with(messy.LOUD_THEME)
    Conversation.objects.filter(reference="X-0000").update(state="withdrawn")
    from conversations import actions

    actions.to_be_counted([Conversation.objects.get(reference="X-0000").pk])
    actions.refresh_figures()

    assert conversations_with(messy.LOUD_THEME) == before - 1


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.slug)
def test_every_cell_is_what_the_codings_say(corpus, db, group):
    table = themes_by(group)
    shown = protect(table)
    field = group.field.removeprefix("point__")
    standing = Point.objects.counted().filter(codings__stands=True).order_by()
    counted = standing.values_list(field, "codings__theme").annotate(Count("pk", distinct=True))
    said = {(value, theme): number for value, theme, number in counted}

    for (value, _), line, counts in zip(group.rows(), shown.cells, table.counts, strict=True):
        for theme, cell, count in zip(Theme.objects.said(), line, counts, strict=True):
            assert count == said.get((value, theme.pk), 0)
            if cell != "–":
                low, high = could_be(cell)
                assert low <= count <= high


def test_reserved_answers_are_no_themes(corpus, db):
    reserved = Theme.objects.filter(kind=ThemeKind.RESERVED).values("pk")

    assert not Figure.objects.overall().filter(theme__in=reserved).exists()
    assert learning().conversations > 80


@pytest.mark.parametrize(
    "address",
    [
        "workspace_themes", "what_we_hear", "not_heard", "still_learning", "said_together", "said_over_time",
        "group_rates", "offer_gaps", "how_we_agree", "coding", "codebook",
    ],
)  # fmt: skip
def test_every_view_of_it_opens(corpus, db, address):
    browser = Client()
    browser.force_login(corpus)

    assert browser.get(reverse(f"conversations:{address}")).status_code == 200
