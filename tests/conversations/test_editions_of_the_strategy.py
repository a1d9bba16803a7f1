"""An edition is written, taken to the community, proposed, agreed and published, and then stays as it was."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.roles import Role
from conversations import actions
from conversations.models import Conversation, StrategyVersion


@pytest.fixture
def member(staff):
    return staff(Role.BOARD)


@pytest.fixture
def told(make_theme, make_priority, make_link, say):
    """A theme of three conversations that leads to a published priority."""
    theme, priority = make_theme("after-six"), make_priority()
    make_link(theme, priority)
    say(theme, 3)
    return theme, priority


@pytest.fixture
def agreed(told, analyst, member) -> StrategyVersion:
    return agree(proposed(actions.open_version(by=analyst, what="The first one."), analyst), member)


def proposed(version, by):
    today = timezone.localdate()
    actions.record_review(version=version, by=by, on=today, with_whom="Four groups", changed="Later hours.")
    return actions.propose(version=version, by=by)


def agree(version, by):
    return actions.board_decides(version=version, by=by, agrees=True, said="", on=timezone.localdate())


def test_from_writing_to_everybody(agreed, told, analyst):
    theme, priority = told
    priority.refresh_from_db()
    assert priority.agreed_on == timezone.localdate()

    version = actions.publish_version(version=agreed, by=analyst)

    assert version.state == "published"
    kept = version.content["priorities"][0]
    assert (kept["title"], kept["conversations"], kept["themes"][0]["code"]) == (priority.title, "3", theme.code)
    priority.title = "Changed afterwards"
    priority.save()
    version.refresh_from_db()
    assert version.content["priorities"][0]["title"] == "Safe after six"


def test_the_board_sees_nothing_before_the_community_did(told, analyst):
    version = actions.open_version(by=analyst, what="The first one.")

    with pytest.raises(actions.NotReady, match="people who live here first"):
        actions.propose(version=version, by=analyst)
    with pytest.raises(ValidationError, match="has not come yet"):
        actions.record_review(
            version=version, by=analyst, on=timezone.localdate() + timedelta(days=1), with_whom="x", changed="x"
        )


def test_only_the_board_agrees_and_it_says_why_when_it_does_not(told, analyst, coordinator, member):
    version = proposed(actions.open_version(by=analyst, what="The first one."), analyst)

    with pytest.raises(PermissionDenied):
        agree(version, coordinator)
    with pytest.raises(ValidationError, match="Say what should change"):
        actions.board_decides(version=version, by=member, agrees=False, said="", on=timezone.localdate())
    given_back = actions.board_decides(
        version=version, by=member, agrees=False, said="Say more about homes.", on=timezone.localdate()
    )

    assert given_back.state == "writing"
    assert given_back.agreed_on is None


def test_there_is_one_at_a_time(agreed, analyst):
    with pytest.raises(actions.NotReady, match="Edition 1 is being made already"):
        actions.open_version(by=analyst, what="Another.")
    with pytest.raises(IntegrityError), transaction.atomic():
        StrategyVersion.objects.create(number=2, what="Round the back")


def test_of_two_people_who_publish_at_once_the_second_is_told(agreed, analyst, coordinator):
    stale = StrategyVersion.objects.get(pk=agreed.pk)
    actions.publish_version(version=agreed, by=analyst)

    with pytest.raises(actions.NotReady, match="Edition 1 is “Published”"):
        actions.publish_version(version=stale, by=coordinator)


def test_the_next_one_makes_the_last_one_history(agreed, analyst, member):
    first = actions.publish_version(version=agreed, by=analyst)
    second = agree(proposed(actions.open_version(by=analyst, what="The second."), analyst), member)

    actions.publish_version(version=second, by=analyst)

    first.refresh_from_db()
    assert (first.number, first.state) == (1, "superseded")
    with pytest.raises(IntegrityError), transaction.atomic():
        StrategyVersion.objects.filter(pk=first.pk).update(state="published")


def test_nothing_is_published_with_a_theme_that_has_no_answer_or_a_page_that_nobody_sees(
    agreed, analyst, make_theme, say, told
):
    say(make_theme("homes", name="Homes"), 3)
    with pytest.raises(actions.NotReady, match="no answer yet: Homes"):
        actions.publish_version(version=agreed, by=analyst)

    told[1].unpublish()
    with pytest.raises(actions.NotReady, match="has not published yet: Safe after six"):
        actions.publish_version(version=agreed, by=analyst)

    agreed.refresh_from_db()
    assert agreed.state == "agreed"


def test_a_priority_goes_to_the_publisher_when_it_says_enough(analyst, make_theme, make_link, told):
    draft = actions.draft_priority(by=analyst, title="Lights on the way home")
    for sentence, step in (
        ("what we understood", {"understood": "Dark ways."}),
        ("3, 5 or 10 years", {"in_three_years": "Lights."}),
        ("who owns it", {"owner_role": "A head"}),
        ("at least one theme", {}),
    ):
        with pytest.raises(actions.NotReady, match=sentence):
            actions.send_priority(priority=draft, by=analyst)
        draft = actions.write_priority(priority=draft, by=analyst, **step)
    make_link(make_theme("lights"), draft)

    actions.send_priority(priority=draft, by=analyst)

    assert draft.workflow_in_progress
    assert not draft.live
    with pytest.raises(actions.NotReady, match="with the publisher already"):
        actions.send_priority(priority=draft, by=analyst)
    with pytest.raises(actions.NotReady, match="with the publisher"):
        actions.write_priority(priority=draft, by=analyst, title="Too late")


def test_new_words_of_a_published_page_wait_for_the_publisher(client, analyst, told):
    priority = told[1]

    actions.write_priority(priority=priority, by=analyst, title="Words that wait")

    assert "Words that wait" not in client.get(priority.url).content.decode()
    assert priority.get_latest_revision_as_object().title == "Words that wait"


def people_told(version: StrategyVersion) -> str:
    return version.content["priorities"][0]["people"]


def test_how_many_people_were_heard_is_told_with_a_date_and_never_of_one_conversation(
    client, analyst, member, told, say
):
    theme, priority = told
    Conversation.objects.update(total_attended=11)

    def publish() -> StrategyVersion:
        version = agree(proposed(actions.open_version(by=analyst, what="The next."), analyst), member)
        return actions.publish_version(version=version, by=analyst)

    assert people_told(publish()) == "35"
    assert '<span class="number">35</span> people took part' in client.get(priority.url).content.decode()
    say(theme, 2, total_attended=50)
    assert people_told(publish()) == "35"
    say(theme, 1, total_attended=50)
    assert people_told(publish()) == "185"
