"""A link of the thread says how, why, by whom and when; it outlives merging, splitting and following."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from accounts.roles import Role
from conversations import actions, thread
from conversations.models import Action, Indicator, MeasuredBy, NotTakenForward, Theme, ThreadLink
from conversations.states import State


@pytest.fixture
def make_action(db):
    def make(priority, code="hall", **fields) -> Action:
        return Action.objects.create(code=code, priority=priority, title="Open the hall", owner="A head", **fields)

    return make


@pytest.fixture
def indicator(db) -> Indicator:
    return Indicator.objects.create(
        code="feel-safe", name="Feel safe", definition="Of 100.", kind="outcome", source="A survey", owner="A head"
    )


def test_a_theme_supports_a_priority_and_questions_it_at_once(analyst, make_theme, make_priority):
    theme, priority = make_theme(), make_priority()

    for kind in ("supports", "questions", "supports"):
        actions.link_theme(theme=theme, priority=priority, kind=kind, reason="Many said so.", by=analyst)

    links = theme.links.all()
    assert [(link.kind, link.reason, link.by) for link in links] == [
        ("questions", "Many said so.", analyst),
        ("supports", "Many said so.", analyst),
    ]


def test_a_theme_that_only_questions_has_no_answer_yet(client, analyst, make_theme, make_priority, make_link, say):
    theme, priority = make_theme("cameras", name="Cameras"), make_priority()
    make_link(theme, priority, kind="questions")
    say(theme, 30)

    assert thread.share_answered() == 0
    assert [one.code for one in actions.without_answer()] == ["cameras"]

    actions.set_not_taken_forward(theme=theme, reason="it is decided elsewhere.", by=analyst)
    assert thread.share_answered() == 100
    assert theme.links.count() == 1
    page = client.get(priority.url).content.decode()
    assert "Some saw it differently" in page
    assert ">0</span> conversations" in page


def test_nothing_leads_on_from_conversations_that_were_withdrawn(analyst, make_theme, make_priority, say):
    theme = make_theme()
    say(theme, 2, state=State.WITHDRAWN)

    with pytest.raises(ValidationError, match="were withdrawn"):
        actions.link_theme(theme=theme, priority=make_priority(), kind="supports", reason="Many.", by=analyst)

    assert not ThreadLink.objects.exists()


def test_two_themes_that_become_one_keep_every_link(analyst, make_theme, make_priority, make_link):
    one, two = make_theme("one"), make_theme("two")
    first, second = make_priority("first"), make_priority("second")
    make_link(one, first, kind="supports")
    make_link(two, first, kind="questions")
    make_link(two, second, kind="asked_for", reason="Their own idea.")

    actions.merge_themes(theme=two, into=one, by=analyst)

    assert {(link.priority_id, link.kind) for link in one.links.all()} == {
        (first.pk, "supports"),
        (first.pk, "questions"),
        (second.pk, "asked_for"),
    }
    assert one.links.get(priority=second).reason == "Their own idea."


def test_a_priority_that_is_split_shares_its_themes_and_hands_its_actions_on(
    coordinator, make_theme, make_priority, make_link, make_action, indicator
):
    theme, priority = make_theme(), make_priority()
    link = make_link(theme, priority, reason="Asked for in many ideas.")
    stays, goes = make_action(priority, "stays"), make_action(priority, "goes")
    actions.measure(priority=priority, action=goes, indicator=indicator, reason="It shows it.", by=coordinator)

    new = actions.split_priority(priority=priority, title="Lights", themes=[theme], actions=[goes], by=coordinator)

    assert not new.live
    assert theme.links.get(priority=priority) == link
    copied = theme.links.get(priority=new)
    assert (copied.kind, copied.reason, copied.by) == (link.kind, link.reason, link.by)
    assert [list(page.actions.all()) for page in (priority, new)] == [[stays], [goes]]
    assert MeasuredBy.objects.get().priority == new
    assert new.split_from == priority


def test_a_priority_that_is_followed_hands_everything_on_and_keeps_its_address(
    client, coordinator, make_theme, make_priority, make_link, make_action, indicator, say
):
    shared, own = make_theme("shared"), make_theme("own")
    old, new = make_priority("old-one", title="The old one"), make_priority("new-one", title="The new one")
    make_link(shared, old)
    make_link(shared, new)
    make_link(own, old)
    say(own, 3)
    action = make_action(old)
    for page in (old, new):
        actions.measure(priority=page, indicator=indicator, reason="It shows it.", by=coordinator)

    actions.supersede_priority(priority=old, by_priority=new, by=coordinator)

    action.refresh_from_db()
    assert action.priority == new
    assert set(new.links.values_list("theme__code", flat=True)) == {"shared", "own"}
    assert not old.links.exists()
    assert MeasuredBy.objects.get().priority == new
    page = client.get(old.url).content.decode()
    assert "This is now part of another priority" in page
    assert new.url in page
    assert "The old one" not in client.get(old.get_parent().url).content.decode()
    assert new.url in client.get(reverse("conversations:theme_heard", args=["own"])).content.decode()


def test_nothing_follows_a_draft_itself_or_what_is_followed_already(coordinator, make_priority):
    old, new, draft = make_priority("old"), make_priority("new"), make_priority("draft", live=False)
    for other in (old, draft):
        with pytest.raises(ValidationError):
            actions.supersede_priority(priority=old, by_priority=other, by=coordinator)
    actions.supersede_priority(priority=old, by_priority=new, by=coordinator)

    with pytest.raises(ValidationError, match="followed by another already"):
        actions.supersede_priority(priority=new, by_priority=old, by=coordinator)


def test_only_those_who_write_the_strategy_change_it(staff, make_priority):
    priority = make_priority()
    for role in (Role.BOARD, Role.REDACTOR, Role.COMMS, Role.PUBLISHER, Role.ADMIN):
        somebody = staff(role)
        with pytest.raises(PermissionDenied):
            actions.split_priority(priority=priority, title="x", themes=[], actions=[], by=somebody)
        with pytest.raises(PermissionDenied):
            actions.draft_priority(by=somebody, title="x")
        with pytest.raises(PermissionDenied):
            actions.add_action(by=somebody, title="x", owner="A head")


def test_a_priority_on_which_an_action_hangs_is_not_deleted_not_even_with_others(
    make_user, signed_in, make_priority, make_action
):
    priority, other = make_priority(), make_priority("other")
    make_action(priority)
    root = signed_in(make_user("root@example.org", is_superuser=True, is_staff=True))
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    root.post(reverse("wagtailadmin_pages:delete", args=[priority.pk]))
    root.post(f"{many}?id={priority.pk}&id={other.pk}")

    priority.refresh_from_db()
    other.refresh_from_db()


def test_a_reason_names_nobody(analyst, make_theme, make_priority):
    with pytest.raises(ValidationError, match="an email address"):
        actions.link_theme(
            theme=make_theme(), priority=make_priority(), kind="supports", reason="Ask kim@example.org", by=analyst
        )
    assert not NotTakenForward.objects.exists()
    assert Theme.objects.count() == 1
