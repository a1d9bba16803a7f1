"""“What we heard”: assembled by the analyst, published by a publisher, and nothing in it tells who spoke."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask

from accounts.roles import Role
from conversations import actions
from conversations.choices import Consent
from conversations.models import ConversationsPage, HeardTheme, Quote, Theme, WhatWeHeardPage


@pytest.fixture
def publisher(staff):
    return staff(Role.PUBLISHER)


@pytest.fixture
def place(strategy, publisher):
    """The page about conversations, and a publisher who approves what is sent."""
    home = strategy.get_parent()
    parent = home.add_child(instance=ConversationsPage(title="Conversations", slug="conversations"))
    task = GroupApprovalTask.objects.create(name="A publisher approves")
    group = publisher.groups.get()
    task.groups.add(group)
    GroupPagePermission.objects.create(
        group=group, page=home, permission=Permission.objects.get(codename="publish_page")
    )
    workflow = Workflow.objects.create(name="A second pair of eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=home, workflow=workflow)
    return parent


@pytest.fixture
def home(make_theme) -> Theme:
    return make_theme("home", name="Life at home", description="What happens at home.")


@pytest.fixture
def page(place, home, say, analyst) -> WhatWeHeardPage:
    say(home, 9)
    actions.release_themes(by=analyst)
    return actions.draft_what_we_heard(by=analyst, title="What we heard in spring", table=0, themes=[home])


@pytest.fixture
def published(page, analyst) -> WhatWeHeardPage:
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def test_from_the_workspace_through_a_publisher_to_everybody(client, place, home, say, analyst, publisher, signed_in):
    say(home, 9)
    browser = signed_in(analyst)
    browser.post(reverse("conversations:release_themes"))
    browser.post(reverse("conversations:tell"), {"title": "What we heard", "table": 0, "themes": ["home"]})
    page = WhatWeHeardPage.objects.get()
    told = page.heard_themes.get()
    browser.post(
        reverse("conversations:tell_words", args=[page.pk]),
        {"intro": "Thank you.", f"understood_{told.pk}": "Homes are full.", f"differently_{told.pk}": "Some like it."},
    )
    assert client.get(page.url).status_code == 404
    browser.post(reverse("conversations:send_to_publisher", args=[page.pk]))
    page = WhatWeHeardPage.objects.get()
    page.current_workflow_task_state.approve(user=publisher)

    words = client.get(WhatWeHeardPage.objects.get().url).content.decode()
    for expected in (
        "Thank you.",
        "Homes are full.",
        "Some like it.",
        "9 conversations spoke about this",
        "From 9 conv",
    ):
        assert expected in words
    assert "Set-Cookie" not in client.get(page.url)
    assert page.url in client.get(place.url).content.decode()


def test_the_figures_are_those_of_the_release_and_come_as_a_file(client, published, say, home):
    say(home, 30)

    page = client.get(published.url).content.decode()
    file = client.get(reverse("conversations:heard_figures", args=[published.pk])).content.decode()

    assert '<td class="govuk-table__cell govuk-table__cell--numeric">10</td>' in page
    assert "Already working,10\r\n" in file


def test_the_figures_of_a_draft_are_not_there_for_everybody(client, page):
    assert client.get(reverse("conversations:heard_figures", args=[page.pk])).status_code == 404


def test_a_quote_shows_when_it_was_agreed_and_goes_when_it_is_taken_back(client, published, home, make_priority):
    point = home.codings.first().point
    quote = Quote.objects.create(point=point, words="We sat together.", consent=Consent.PUBLISH)
    assert "We sat together." not in client.get(published.url).content.decode()

    quote.agreed_for = make_priority()
    quote.save()
    assert "We sat together." in client.get(published.url).content.decode()

    quote.consent = Consent.ANALYSIS
    quote.save()
    assert "We sat together." not in client.get(published.url).content.decode()


def test_when_conversations_are_withdrawn_nobody_is_quoted_of_fewer_than_three(
    client, published, home, make_priority, coordinator
):
    codings = list(home.codings.order_by("pk"))
    Quote.objects.create(
        point=codings[0].point, words="We sat together.", consent=Consent.PUBLISH, agreed_for=make_priority()
    )
    for coding in codings[2:]:
        actions.withdraw(conversation=coding.point.conversation, by=coordinator, reason="They asked for it.")
    actions.refresh_figures()

    words = client.get(published.url).content.decode()
    assert "We sat together." not in words
    assert "fewer than 3 conversations" in words


def test_a_theme_that_was_merged_is_told_as_the_one_that_stays(client, published, home, make_theme, analyst):
    actions.merge_themes(theme=home, into=make_theme("family", name="Families"), by=analyst)
    actions.refresh_figures()

    words = client.get(published.url).content.decode()
    assert "Families" in words
    assert "9 conversations spoke about this" in words


def test_a_theme_of_two_conversations_cannot_be_told(place, home, make_theme, say, analyst, signed_in):
    say(home, 3)
    say(make_theme("rare"), 2)
    actions.release_themes(by=analyst)

    page = signed_in(analyst).post(reverse("conversations:tell"), {"title": "A", "table": 0, "themes": ["rare"]})

    assert 'value="home"' in page.content.decode()
    assert 'value="rare"' not in page.content.decode()
    assert not WhatWeHeardPage.objects.exists()


def test_without_a_release_it_says_what_to_do_and_keeps_what_was_typed(place, home, say, analyst, signed_in):
    say(home, 3)

    page = signed_in(analyst).post(reverse("conversations:tell"), {"title": "Spring", "table": 0, "themes": ["home"]})

    assert "Release today’s figures first" in page.content.decode()
    assert 'value="Spring"' in page.content.decode()


def test_with_the_publisher_it_is_not_changed_in_the_workspace(page, analyst, signed_in):
    actions.send_what_we_heard(page=page, by=analyst)
    page = WhatWeHeardPage.objects.get()

    with pytest.raises(actions.NotReady, match="with the publisher"):
        actions.write_what_we_heard(page=page, by=analyst, intro="x", words={})
    answer = signed_in(analyst).get(reverse("conversations:tell_words", args=[page.pk]))
    assert "with the publisher" in answer.content.decode()


def test_a_theme_without_words_is_not_sent(page, analyst):
    told = page.heard_themes.get()
    actions.write_what_we_heard(page=page, by=analyst, intro="", words={told.pk: ("", "")})

    with pytest.raises(actions.NotReady, match="Say for each theme"):
        actions.send_what_we_heard(page=WhatWeHeardPage.objects.get(), by=analyst)


def test_words_that_point_at_somebody_are_refused(page, analyst, signed_in):
    told = page.heard_themes.get()

    answer = signed_in(analyst).post(
        reverse("conversations:tell_words", args=[page.pk]), {f"understood_{told.pk}": "Ring 07700 900123"}
    )

    assert "There is a problem" in answer.content.decode()
    assert HeardTheme.objects.get().understood == "What happens at home."


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REDACTOR, Role.BOARD, Role.PUBLISHER])
def test_only_the_analyst_assembles_it(place, home, page, make_user, signed_in, role):
    user = make_user("other@example.org", role)

    assert signed_in(user).get(reverse("conversations:tell")).status_code == 403
    assert signed_in(user).get(reverse("conversations:tell_words", args=[page.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.draft_what_we_heard(by=user, title="x", table=0, themes=[home])


def test_it_is_not_made_in_the_admin_where_no_numbers_are(place):
    assert not WhatWeHeardPage.can_create_at(place)
    assert HeardTheme.panels[0].read_only


def test_the_page_asks_as_much_for_many_conversations_as_for_few(
    client, published, say, home, django_assert_max_num_queries
):
    say(home, 20)
    client.get(published.url)

    with django_assert_max_num_queries(22):
        client.get(published.url)
