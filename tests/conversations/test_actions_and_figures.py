"""Actions have an owner and a history; indicators a definition and a start; figures are from days that have been."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from conversations import actions
from conversations.models import Action, ActionChange, Indicator, Reading


@pytest.fixture
def officer(staff):
    from accounts.roles import Role

    return staff(Role.OWNER)


@pytest.fixture
def action(officer, make_priority) -> Action:
    return actions.add_action(by=officer, title="Open the hall late", owner="A head", priority=make_priority())


@pytest.fixture
def make_indicator(officer):
    def make(**fields) -> Indicator:
        usual = {
            "name": "Feel safe", "definition": "Of 100 people asked.", "kind": "outcome", "source": "A survey",
            "owner": "A head", "unit": "%", "most": Decimal(100),
        }  # fmt: skip
        return actions.add_indicator(by=officer, **usual | fields)

    return make


def test_every_change_of_status_is_kept_with_its_reason(action, officer):
    actions.change_action(action=action, by=officer, status="under_way")
    actions.change_action(action=action, by=officer, status="delayed", status_reason="The roof leaks.")
    actions.change_action(action=action, by=officer, partners="The hall")

    changes = [(change.was, change.status, change.reason, change.by) for change in action.changes.all()]
    assert changes == [
        ("under_way", "delayed", "The roof leaks.", officer),
        ("proposed", "under_way", "", officer),
        ("", "proposed", "", officer),
    ]


def test_an_action_without_an_owner_is_refused_and_nothing_is_saved(action, officer):
    with pytest.raises(ValidationError, match="Say who owns this"):
        actions.add_action(by=officer, title="Somebody should", owner=" ")
    with pytest.raises(ValidationError, match="Say who owns this"):
        actions.change_action(action=action, by=officer, owner="", title="Changed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.create(code="nobody", title="Nobody", owner="")

    action.refresh_from_db()
    assert action.title == "Open the hall late"
    assert Action.objects.count() == 1


def test_delayed_and_stopped_need_a_reason(action, officer):
    for status in ("delayed", "stopped"):
        with pytest.raises(ValidationError, match="why this is delayed or stopped"):
            actions.change_action(action=action, by=officer, status=status)

    assert ActionChange.objects.count() == 1


def test_an_owner_who_says_that_nothing_changed_twice_says_it_once(action):
    Action.objects.update(looked_at=timezone.localdate() - timedelta(days=100))

    actions.nothing_changed(action=action)
    actions.nothing_changed(action=action)

    assert action.changes.count() == 2
    assert action.changes.first().in_words == "Looked at. It is still “Proposed”"


def test_a_target_needs_a_start_and_both_need_their_days(make_indicator):
    today = timezone.localdate()
    for fields, sentence in (
        ({"target": 60, "target_on": today}, "A target needs a start"),
        ({"baseline": 40}, "which day the start is from"),
        ({"baseline": 40, "baseline_on": today, "target": 60}, "by when"),
        ({"baseline": 140, "baseline_on": today}, "from 0 to 100"),
        ({"least": 100}, "must be more than the least"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            make_indicator(**fields)
    assert not Indicator.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Indicator.objects.create(code="x", name="x", kind="outcome", target=3)


def test_a_figure_out_of_range_or_of_tomorrow_is_refused(make_indicator, officer):
    indicator, today = make_indicator(), timezone.localdate()

    for on, value, sentence in (
        (today, 101, "from 0 to 100"),
        (today, -1, "from 0 to 100"),
        (today + timedelta(days=1), 50, "has not come yet"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            actions.add_reading(indicator=indicator, on=on, value=Decimal(value), by=officer)

    assert not Reading.objects.exists()


def test_of_many_figures_all_are_stored_or_none(make_indicator, officer):
    indicator, today = make_indicator(), timezone.localdate()
    rows = [{"indicator": indicator, "on": today, "value": Decimal(value), "note": ""} for value in (40, 400)]

    with pytest.raises(ValidationError):
        actions.add_readings(rows=rows, by=officer)

    assert not Reading.objects.exists()


def test_a_second_figure_for_a_day_puts_the_first_right(make_indicator, officer):
    indicator, today = make_indicator(), timezone.localdate()
    for value in (40, 42):
        actions.add_reading(indicator=indicator, on=today, value=Decimal(value), by=officer)

    assert indicator.latest.shown == "42%"
    assert Reading.objects.count() == 1


def test_a_range_that_leaves_a_figure_outside_is_refused(make_indicator, officer):
    indicator = make_indicator()
    actions.add_reading(indicator=indicator, on=date(2026, 1, 5), value=Decimal(90), by=officer)

    with pytest.raises(ValidationError, match="The figure of 5 January 2026"):
        actions.change_indicator(indicator=indicator, by=officer, most=Decimal(50))


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (212, "210")])
def test_few_people_are_never_shown(make_indicator, officer, client, make_priority, value, shown):
    indicator = make_indicator(unit="young people", most=None, counts_people=True)
    priority = make_priority()
    actions.measure(priority=priority, indicator=indicator, reason="It shows it.", by=officer)
    actions.add_reading(indicator=indicator, on=timezone.localdate(), value=Decimal(value), by=officer)

    page = client.get(priority.url).content.decode()

    assert f'<span class="number">{shown} young people</span>' in page
    assert "Outcome: what changed for people. Source: A survey, Lewisham." in page


def test_what_was_learned_is_told_on_the_page_of_its_priority(client, officer, make_priority):
    priority, today = make_priority(), timezone.localdate()
    actions.add_learning(by=officer, kind="stopped", words="We stopped the leaflets.", priority=priority, on=today)
    with pytest.raises(ValidationError, match="has not come yet"):
        actions.add_learning(by=officer, kind="stopped", words="x", priority=priority, on=today + timedelta(days=1))

    page = client.get(priority.url).content.decode()

    assert "What we stopped" in page
    assert "We stopped the leaflets." in page
