"""One loop: a reminder, one press, a new date; and what the clock does when nobody answers."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import Role
from common.models import OutboxMessage
from services_directory import keeping
from services_directory.models import Contact, ServicePage, Task

TODAY = timezone.localdate()


def days_ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def asked(make_service):
    """A service whose contact was reminded, and the link of the mail."""

    def make(**overrides):
        service = make_service("Athena", **{"checked_on": days_ago(80), "review_days": 90, **overrides})
        service.contacts.set([Contact(name="Sam", email="sam@provider.example", gets_reminders=True)])
        service.save()
        service.save_revision()
        return ServicePage.objects.get(pk=service.pk), f"/still-right/{keeping.link_for(service)}/"

    return make


def test_a_provider_is_asked_once_before_the_day(asked):
    asked()

    keeping.remind_providers(today=TODAY)
    keeping.remind_providers(today=TODAY + timedelta(days=1))

    mail = OutboxMessage.objects.get(kind="services_directory/emails/still_right")
    assert mail.to == "sam@provider.example"
    assert "Athena" not in mail.text + mail.subject


@pytest.mark.parametrize("age", [0, 75])
def test_nobody_is_asked_too_early(asked, age):
    asked(checked_on=days_ago(age))

    assert keeping.remind_providers(today=TODAY) == 0


def test_opening_the_link_changes_nothing(client, asked):
    service, link = asked()

    page = client.get(link).content.decode()

    assert "Yes, all of it is still right" in page
    assert ServicePage.objects.get(pk=service.pk).checked_on == days_ago(80)


def test_one_press_makes_it_checked_today(client, asked):
    service, link = asked()
    keeping.report(service=service, kind="overdue")

    response = client.post(link, {"answer": "right"})

    service = ServicePage.objects.get(pk=service.pk)
    assert "now says that it was checked today" in response.content.decode()
    assert (service.checked_on, service.checked_by) == (TODAY, "the service itself")
    assert service.check_due_on == TODAY + timedelta(days=90)
    assert not Task.objects.open().exists()
    assert "by the service itself" in client.get(service.address).content.decode()


def test_a_draft_of_staff_is_not_published_and_keeps_the_check(client, asked):
    service, link = asked()
    service.summary = "A draft of staff"
    service.save_revision()

    client.post(link, {"answer": "right"})

    service = ServicePage.objects.get(pk=service.pk)
    assert service.summary == "Somebody listens."
    assert service.checked_on == TODAY
    draft = service.get_latest_revision_as_object()
    assert (draft.summary, draft.checked_on) == ("A draft of staff", TODAY)


def test_a_link_that_did_its_work_says_so(client, asked):
    _, link = asked()
    client.post(link, {"answer": "right"})

    again = client.post(link, {"answer": "right"})

    assert again.status_code == 410
    assert "This has been checked already" in again.content.decode()


def test_an_old_link_helps(client, asked):
    _, link = asked()

    with time_machine.travel(timezone.now() + keeping.LINK_LASTS + timedelta(minutes=1)):
        response = client.get(link)

    assert response.status_code == 410
    assert "Nothing was changed" in response.content.decode()


@pytest.mark.parametrize("token", ["x", "gAAAA", "é", "a" * 3000])
def test_a_broken_link_helps(client, index, token):
    assert client.get(f"/still-right/{token}/").status_code == 410
    assert client.post(f"/still-right/{token}/", {"answer": "right"}).status_code == 410


def test_what_is_overdue_becomes_one_task(make_service):
    make_service(checked_on=days_ago(100), review_days=90)

    assert keeping.raise_overdue(today=TODAY) == 1
    assert keeping.raise_overdue(today=TODAY + timedelta(days=1)) == 0
    assert Task.objects.get().kind == "overdue"


def test_two_people_hear_of_an_overdue_crisis_line_every_day(make_service, officer_called):
    officer_called("officer@example.org")
    officer_called("lead@example.org", Role.SAFEGUARDING)
    make_service("Always there", crisis=True, checked_on=days_ago(31), review_days=30)

    for day in range(2):
        keeping.escalate_crisis_lines(today=TODAY + timedelta(days=day))
        keeping.escalate_crisis_lines(today=TODAY + timedelta(days=day))

    mails = OutboxMessage.objects.filter(kind="services_directory/emails/crisis_overdue")
    assert sorted(mails.values_list("to", flat=True)) == ["lead@example.org"] * 2 + ["officer@example.org"] * 2


def test_each_of_the_two_reads_the_name_of_the_other(make_service, officer_called):
    officer_called("officer@example.org")
    officer_called("lead@example.org", Role.SAFEGUARDING)
    make_service("Always there", crisis=True, checked_on=days_ago(31), review_days=30)

    keeping.escalate_crisis_lines(today=TODAY)

    texts = dict(OutboxMessage.objects.values_list("to", "text"))
    assert "lead@example.org gets it too" in texts["officer@example.org"]
    assert "officer@example.org gets it too" in texts["lead@example.org"]


def test_without_a_safeguarding_lead_there_are_still_two(officer_called):
    one, other = officer_called("one@example.org"), officer_called("two@example.org")
    officer_called("admin@example.org", Role.ADMIN)

    assert keeping.who_answers_for_crisis_lines() == [one, other]


def test_the_whole_loop_from_the_mail_to_the_old_address(client, asked, make_service, search, titles, settings):
    """The reminder, the banner at the soft limit, gone everywhere at the hard one, and back with one press."""
    settings.DEMO = False
    service, _ = asked(checked_on=TODAY, needs=["hurt-at-home"])
    make_service("Another", needs=["hurt-at-home"], review_days=1000)

    def seen_on(day):
        current = timezone.now() + timedelta(days=day)
        with time_machine.travel(current):
            call_command("check_directory")
            return {
                "page": client.get(service.address),
                "list": titles(client.get("/find-support/")),
                "search": titles(search("athena")),
                "api": [row["name"] for row in client.get("/api/oruk/v3/services").json()["contents"]],
                "sitemap": "/services/athena/" in client.get("/sitemap.xml").content.decode(),
            }

    assert seen_on(80)["page"].status_code == 200
    assert OutboxMessage.objects.filter(kind="services_directory/emails/still_right").exists()

    overdue = seen_on(95)
    assert "We have not been able to check this since" in overdue["page"].content.decode()
    assert (sorted(overdue["list"]), overdue["search"][0], overdue["sitemap"]) == (
        ["Another", "Athena"],
        "Athena",
        True,
    )

    gone = seen_on(185)
    assert (gone["page"].status_code, gone["list"], gone["api"], gone["sitemap"]) == (
        410,
        ["Another"],
        ["Another"],
        False,
    )
    assert "Athena" not in gone["search"]
    assert 'href="/services/another/"' in gone["page"].content.decode()

    client.post(f"/still-right/{keeping.link_for(service)}/", {"answer": "right"})
    assert seen_on(1)["page"].status_code == 200


class TestLeaving:
    @pytest.fixture(autouse=True)
    def real_site(self, settings):
        settings.DEMO = False

    def test_the_last_service_for_a_need_stays(self, make_service):
        old = make_service("The last", needs=["drugs"], checked_on=days_ago(179), review_days=90)
        make_service("Another", needs=["bullied"])

        assert keeping.keep_from_emptying(today=TODAY) == [old]
        later = TODAY + timedelta(days=10)
        assert ServicePage.objects.published(later).filter(pk=old.pk).exists()
        assert Task.objects.get().kind == "must-stay"

    def test_the_last_comes_back_when_the_clock_had_stood_still(self, client, make_service):
        old = make_service("The last", needs=["drugs"], checked_on=days_ago(400), review_days=90)
        gone = make_service("Not the last", needs=["bullied"], checked_on=days_ago(400), review_days=90)
        make_service("Another", needs=["bullied"])
        assert client.get(old.address).status_code == 410

        assert keeping.keep_from_emptying(today=TODAY) == [old]
        page = client.get(old.address)
        assert page.status_code == 200
        assert "We have not been able to check this since" in page.content.decode()
        assert client.get(gone.address).status_code == 410

    def test_an_emptied_directory_comes_back(self, client, make_service, officer_called):
        officer_called("officer@example.org")
        for number in range(6):
            make_service(f"Service {number}", needs=["drugs"], checked_on=days_ago(190), review_days=90)

        assert len(keeping.keep_from_emptying(today=TODAY)) == 6
        assert ServicePage.objects.published().count() == 6
        assert OutboxMessage.objects.get().to == "officer@example.org"

    def test_one_of_several_leaves(self, make_service):
        make_service("One of two", needs=["drugs"], checked_on=days_ago(179), review_days=90)
        make_service("The other", needs=["drugs"])

        assert keeping.keep_from_emptying(today=TODAY) == []

    def test_when_many_would_leave_all_stay_and_people_are_told(self, make_service, officer_called):
        officer_called("officer@example.org")
        for number in range(6):
            make_service(f"Service {number}", needs=["drugs"], checked_on=days_ago(179), review_days=90)
        make_service("The other", needs=["drugs"])

        assert len(keeping.keep_from_emptying(today=TODAY)) == 6
        assert OutboxMessage.objects.get().to == "officer@example.org"
        assert re.search(r"\b6 entries", OutboxMessage.objects.get().text)


def test_one_command_a_day_does_all_of_it(asked, officer_called, capsys):
    officer_called("officer@example.org")
    asked(checked_on=days_ago(100))

    call_command("check_directory")

    assert OutboxMessage.objects.filter(kind="services_directory/emails/still_right").count() == 1
    assert Task.objects.filter(kind="overdue").count() == 1
    assert "1 new tasks" in capsys.readouterr().out
