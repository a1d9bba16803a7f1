"""A trainer is in one place at a time, and says when they cannot, without saying why."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from champions import actions
from champions.choices import RoleKind
from champions.models import Allocation, Away, Workshop
from champions.models.trainers import too_close
from champions.trainers import in_trouble, who_could_lead
from common.models import OutboxMessage

HOUR = timedelta(hours=1)


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


@pytest.fixture
def lead(browser):
    def post(workshop: Workshop, *trainers):
        keys = [trainer.pk for trainer in trainers]
        return browser.post(f"/workspace/workshops/{workshop.slug}/leading/", {"leading": keys}, follow=True)

    return post


def test_a_trainer_is_put_down_to_lead_and_hears_of_it(workshop, trainer, lead, signed_in):
    page = lead(workshop, trainer).content.decode()

    assert "Whoever is new on the list gets a mail." in page
    assert OutboxMessage.objects.get(kind="champions/emails/leading").to == trainer.email
    assert "You lead" in signed_in(trainer).get("/my/workshops/").content.decode()


def test_saving_again_mails_nobody_again_and_nobody_chosen_takes_everybody_off(workshop, trainer, lead):
    lead(workshop, trainer)
    lead(workshop, trainer)
    assert OutboxMessage.objects.filter(kind="champions/emails/leading").count() == 1

    lead(workshop)

    assert not Allocation.objects.exists()


def test_nobody_leads_two_workshops_at_once(make_workshop, trainer, lead):
    first = make_workshop()
    second = make_workshop(starts_at=first.ends_at + timedelta(minutes=30))
    lead(first, trainer)

    page = lead(second, trainer).content.decode()

    assert "There is a problem" in page
    assert "Leads another workshop then, or too close to it" in page
    assert list(Allocation.objects.values_list("workshop", flat=True)) == [first.pk]


def test_a_workshop_that_was_called_off_keeps_nobody_busy(make_workshop, trainer, lead):
    first, second = make_workshop(), make_workshop()
    lead(first, trainer)
    actions.call_off(workshop=first, by=None)

    lead(second, trainer)

    assert second.allocations.count() == 1


def test_days_away_are_respected_and_nobody_asks_why(workshop, trainer, lead, signed_in):
    day = timezone.localdate(workshop.starts_at)
    mine = signed_in(trainer)
    parts = {"first_day_day": day.day, "first_day_month": day.month, "first_day_year": day.year}
    assert "Nobody is asked why." in mine.post("/my/days-away/", parts, follow=True).content.decode()

    assert "Cannot on that day." in lead(workshop, trainer).content.decode()

    away = Away.objects.get()
    assert away.is_one_day
    mine.post(f"/my/days-away/{away.pk}/")
    lead(workshop, trainer)
    assert workshop.allocations.count() == 1


def test_nobody_takes_days_off_somebody_elses_list(trainer, make_user, signed_in):
    today = timezone.localdate()
    away = actions.go_away(trainer=trainer, first_day=today, last_day=today)
    other = make_user("other@example.org")
    actions.start_role(user=other, kind=RoleKind.TRAINER)

    assert signed_in(other).post(f"/my/days-away/{away.pk}/").status_code == 404
    assert signed_in(make_user("nobody@example.org")).get("/my/days-away/").status_code == 403


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({}, "Enter a date, like 27 3 2027"),
        ({"first_day": "31 2 2027"}, "Enter a real date"),
        ({"first_day": "1 1 2020"}, "Choose days that are still to come"),
        ({"first_day": "2 1 2099", "last_day": "1 1 2099"}, "not before the first"),
        ({"first_day": "1 1 2099", "last_day": "1 1 2199"}, "Choose a year at most"),
    ],
)
def test_odd_days_are_explained(trainer, signed_in, answers, message):
    posted = {}
    for name, date in answers.items():
        for part, value in zip(("day", "month", "year"), date.split(), strict=True):
            posted[f"{name}_{part}"] = value

    page = signed_in(trainer).post("/my/days-away/", posted).content.decode()

    assert message in page
    assert not Away.objects.exists()


def test_whose_role_ends_before_the_day_cannot_lead_it(workshop, trainer):
    role = trainer.dated_roles.get()
    role.ends_on = timezone.localdate(workshop.starts_at) - timedelta(days=1)
    role.save()
    assert who_could_lead(workshop) == []

    role.ends_on = timezone.localdate(workshop.starts_at)
    role.save()
    assert [candidate.obstacle for candidate in who_could_lead(workshop)] == [""]


def test_the_board_shows_what_nobody_leads_and_what_came_to_clash_later(make_workshop, trainer, lead, browser):
    first, second = make_workshop(), make_workshop()
    actions.change(workshop=second, by=None, starts_at=first.ends_at + 2 * HOUR, ends_at=first.ends_at + 6 * HOUR)
    second.refresh_from_db()
    assert in_trouble([first, second]) == {first.pk, second.pk}
    lead(first, trainer)
    lead(second, trainer)
    assert in_trouble([first, second]) == set()

    second = actions.change(workshop=second, by=None, starts_at=first.starts_at, ends_at=first.ends_at)

    assert in_trouble([first, second]) == {first.pk, second.pk}
    assert "Nobody leads it yet, or somebody cannot" in browser.get("/workspace/workshops/").content.decode()


def test_the_board_costs_the_same_for_few_and_many(
    make_workshop, make_venue, trainer, browser, django_assert_num_queries
):
    venue = make_venue()
    browser.get("/workspace/workshops/")

    def some(count: int) -> None:
        for number in range(count):
            starts = timezone.now() + timedelta(days=20 + Workshop.objects.count() + number)
            made = make_workshop(venue=venue, starts_at=starts, ends_at=starts + 4 * HOUR)
            actions.allocate(workshop=made, leading=[trainer], by=None)

    some(1)
    with django_assert_num_queries(14):
        browser.get("/workspace/workshops/")
    some(6)
    with django_assert_num_queries(14):
        browser.get("/workspace/workshops/")


@given(st.integers(-600, 600), st.integers(30, 600), st.integers(30, 600))
def test_too_close_is_the_same_both_ways(gap, one_lasts, other_lasts):
    now = timezone.now()
    one = Workshop(starts_at=now, ends_at=now + timedelta(minutes=one_lasts))
    starts = now + timedelta(minutes=gap)
    other = Workshop(starts_at=starts, ends_at=starts + timedelta(minutes=other_lasts))

    assert too_close(one, other) == too_close(other, one)
    free = other.starts_at >= one.ends_at + HOUR or one.starts_at >= other.ends_at + HOUR
    assert too_close(one, other) is not free
