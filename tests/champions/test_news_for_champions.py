"""Once a month champions hear what really changed in the services that they send people to, and can stop it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from champions import actions, links
from champions.actions.news import for_champion
from champions.choices import RoleKind, RoleType, Setting
from champions.models import Champion
from common.models import Need, OutboxMessage, Ward
from home import tree
from services_directory import start as directory
from services_directory.choices import Coverage
from services_directory.models import Phone, ServicePage
from services_directory.news import Kind, changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


@pytest.fixture
def amara(make_user) -> Champion:
    user = make_user("amara@example.org")
    actions.start_role(user=user, kind=RoleKind.CHAMPION)
    return Champion.objects.create(
        user=user, role_type=RoleType.TRUSTED_ADULT, setting=Setting.SHOP, promise_version="2026-1",
        promise_agreed_on=timezone.localdate(), wants_news=True, ward=Ward.objects.first(),
    )  # fmt: skip


@pytest.fixture
def a_month():
    """From 31 days ago until a little after now."""
    now = timezone.now()
    return {"since": now - timedelta(days=31), "until": now + timedelta(hours=1)}


@pytest.fixture
def make_service(db):
    index = directory.index(tree.build())

    def make(title: str, *, days_old: int, **fields) -> ServicePage:
        service = index.add_child(instance=ServicePage(title=title, summary="Help.", live=False, **fields))
        service.phones.add(Phone(number="020 7946 0001"))
        service.save_revision().publish()
        then = timezone.now() - timedelta(days=days_old)
        ServicePage.objects.filter(pk=service.pk).update(first_published_at=then, last_published_at=then)
        service.revisions.update(created_at=then)
        service.refresh_from_db()
        return service

    return make


def change(service: ServicePage, **fields) -> None:
    service = ServicePage.objects.get(pk=service.pk)
    for name, value in fields.items():
        setattr(service, name, value)
    service.save_revision(log_action=True).publish()


def test_new_changed_and_gone_are_told_apart(make_service, a_month):
    make_service("A new one", days_old=5)
    changed, gone, same = (make_service(title, days_old=90) for title in ("Changed", "Gone", "Same"))
    change(changed, hours="Mondays, 10am to noon")
    ServicePage.objects.get(pk=gone.pk).unpublish()
    change(same, checked_on=timezone.localdate(), checked_by="the service itself")

    found = {one.service.title: (one.kind, one.facts) for one in changes(**a_month)}

    assert found == {
        "A new one": (Kind.NEW, ()),
        "Changed": (Kind.CHANGED, ("opening hours",)),
        "Gone": (Kind.GONE, ()),
    }


def test_they_hear_of_the_needs_that_they_follow_and_of_their_ward_alone(make_service, amara, a_month):
    need, other = Need.objects.all()[:2]
    mine, other_ward = amara.ward, Ward.objects.last()
    for title, coverage, wards, needs in [
        ("Mine", Coverage.WARDS, [mine], [need]),
        ("Everywhere", Coverage.BOROUGH, [], [need]),
        ("Elsewhere", Coverage.WARDS, [other_ward], [need]),
        ("Another need", Coverage.BOROUGH, [], [other]),
    ]:
        service = make_service(title, days_old=5, coverage=coverage)
        service.wards.set(wards)
        service.needs.set(needs)
        service.save()
    actions.choose_news(champion=amara, wanted=True, needs=[need])

    heard = {one.service.title for one in for_champion(amara, changes(**a_month))}

    assert heard == {"Mine", "Everywhere"}


def test_one_letter_for_a_month_and_none_for_a_quiet_one(
    make_service, amara, a_month, django_capture_on_commit_callbacks
):
    assert actions.send_news(**a_month) == 0
    make_service("A new one", days_old=5)

    with django_capture_on_commit_callbacks(execute=True):
        actions.send_news(**a_month)
        actions.send_news(**a_month)

    (letter,) = mail.outbox
    assert "One change" in letter.subject
    assert "A new one: this is new." in letter.body
    assert "A new one" not in letter.subject


def test_the_link_in_the_letter_stops_it_and_opening_it_changes_nothing(client, amara):
    address = links.stop_news_address(amara)

    client.get(address)
    amara.refresh_from_db()
    assert amara.wants_news

    answer = client.post(address, headers={"Origin": "http://testserver"})
    amara.refresh_from_db()
    assert not amara.wants_news
    assert "Stopped" in answer.content.decode()


def test_whoever_left_gets_no_letter_that_was_waiting(make_service, amara, a_month):
    make_service("A new one", days_old=5)
    actions.send_news(**a_month)
    assert OutboxMessage.objects.filter(kind="champions/emails/news").count() == 1

    actions.leave(user=amara.user)

    assert not OutboxMessage.objects.filter(kind="champions/emails/news").exists()


def test_the_clock_writes_about_the_month_before(capsys):
    call_command("send_news")

    assert "0 champions have news." in capsys.readouterr().out


def test_they_choose_what_they_hear_about(signed_in, amara):
    browser, need = signed_in(amara.user), Need.objects.first()

    browser.post("/my/network/news/", {"wanted": "on", "needs": [need.pk]})

    amara.refresh_from_db()
    assert list(amara.follows.all()) == [need]
    browser.post("/my/network/news/", {"needs": ["rubbish"]})
    amara.refresh_from_db()
    assert amara.wants_news
