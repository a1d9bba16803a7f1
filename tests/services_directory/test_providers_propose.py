"""A provider keeps their own entry true: what they write is a proposal, and never live."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from common.models import OutboxMessage
from services_directory import actions, keeping
from services_directory.choices import OrganisationKind
from services_directory.models import (
    Contact,
    Location,
    Organisation,
    Proposal,
    Schedule,
    ServiceAtLocation,
    ServicePage,
    Task,
)
from services_directory.proposals import deciding

TODAY = timezone.localdate()
SECRET = "12 Nowhere Road"


@pytest.fixture
def refuge(db):
    return Organisation.objects.create(name="Refuge", kind=OrganisationKind.CHARITY)


@pytest.fixture
def athena(make_service, refuge):
    service = make_service(
        "Athena", organisation=refuge, checked_on=TODAY - timedelta(days=80), phones=["0800 112 4052"]
    )
    service.contacts.set([Contact(name="Sam Doe", email="sam@refuge.example", gets_reminders=True)])
    service.schedules.set([Schedule(weekday="MO", opens_at=time(9), closes_at=time(17))])
    service.save()
    return ServicePage.objects.get(pk=service.pk)


@pytest.fixture
def provider(refuge, signed_in):
    """A browser in which somebody of Refuge is signed in."""
    return signed_in(actions.let_provider_in(email="kim@refuge.example", organisation=refuge).user)


@pytest.fixture
def send(provider, athena, as_filled_in):
    """Fill in the form as it stands, change some of it, and send it."""

    def send(browser=provider, path=f"/my/services/{athena.pk}/", **changed):
        return browser.post(path, as_filled_in(browser.get(path), **changed), follow=True)

    return send


def now(service) -> ServicePage:
    return ServicePage.objects.get(pk=service.pk)


def test_a_provider_sees_the_services_of_their_organisation_and_no_others(provider, athena, make_service):
    make_service("Somebody else's")

    page = provider.get("/my/services/").content.decode()

    assert "Athena" in page
    assert "Somebody else" not in page


def test_nobody_opens_the_entry_of_somebody_else(provider, athena, make_service):
    other = make_service("Somebody else's")

    for path in (f"/my/services/{other.pk}/", "/my/services/999999/"):
        assert provider.get(path).status_code == 404
        assert provider.post(path, {"title": "Mine"}).status_code == 404
    assert provider.post(f"/my/services/{other.pk}/right/").status_code == 404
    assert now(other).checked_by == "the directory team"


def test_the_role_alone_opens_no_entry(staff, signed_in, athena):
    stranger = signed_in(staff(Role.PROVIDER))

    assert "No entry is linked to you yet" in stranger.get("/my/services/").content.decode()
    assert stranger.get(f"/my/services/{athena.pk}/").status_code == 404


def test_a_link_that_was_taken_away_opens_nothing(provider, athena, refuge):
    refuge.accounts.all().delete()

    assert provider.get(f"/my/services/{athena.pk}/").status_code == 404


def test_who_is_let_in_hears_of_it_once(refuge):
    actions.let_provider_in(email="Kim@Refuge.example", organisation=refuge)
    account = actions.let_provider_in(email="kim@refuge.example", organisation=refuge)

    assert account.user.has_role(Role.PROVIDER)
    mail = OutboxMessage.objects.get(kind="services_directory/emails/let_in")
    assert (mail.to, "/my/services/" in mail.text) == ("kim@refuge.example", True)


def test_what_is_written_waits_and_is_not_live(client, send, athena):
    page = send(summary="We listen to you.", wait_time="Two weeks").content.decode()

    proposal = Proposal.objects.get()
    assert proposal.facts == {"summary": "We listen to you.", "wait_time": "Two weeks"}
    assert proposal.base == {"summary": "Somebody listens.", "wait_time": ""}
    assert "Until they say yes, the entry stays as it is" in page
    assert now(athena).summary == "Somebody listens."
    assert "We listen to you" not in client.get(athena.address).content.decode()
    assert now(athena).get_latest_revision() is None


def test_it_becomes_a_task_with_an_owner_and_a_day(send, officer_called):
    officer = officer_called("officer@example.org")

    send(summary="We listen to you.")

    task = Task.objects.get()
    assert (task.kind, task.owner, task.due_on) == ("changed", officer, TODAY + timedelta(days=keeping.DAYS_TO_DO))


def test_hours_phones_and_contacts_are_rows(send, athena):
    send(
        **{
            "schedules-0-closes_at": "8pm",
            "schedules-1-weekday": "SA",
            "schedules-1-opens_at": "10.30",
            "schedules-1-closes_at": "noon",
            "phones-0-DELETE": "on",
            "phones-1-number": "020 8000 0000",
            "contacts-0-name": "Ali Doe",
        }
    )

    facts = Proposal.objects.get().facts
    assert [(row["weekday"], row["opens_at"], row["closes_at"]) for row in facts["schedules"]] == [
        ("MO", "09:00", "20:00"),
        ("SA", "10:30", "12:00"),
    ]
    assert facts["schedules"][0]["uuid"] == str(athena.schedules.get().uuid)
    assert [row["number"] for row in facts["phones"]] == ["020 8000 0000"]
    assert facts["contacts"][0]["name"] == "Ali Doe"
    assert set(facts) == {"schedules", "phones", "contacts"}


def test_sending_it_unchanged_sends_nothing(send):
    page = send().content.decode()

    assert "Nothing is different from what stands there now" in page
    assert not Proposal.objects.exists()


def test_a_mistake_is_named_and_nothing_typed_is_lost(send):
    page = send(
        minimum_age="25", maximum_age="11", summary="Kept", **{"schedules-0-opens_at": "nine", "phones-1-type": "text"}
    ).content.decode()

    assert "The ages are the wrong way round" in page
    assert "Enter a time, like 9am or 17:30" in page
    assert 'value="nine"' in page
    assert "Kept" in page
    assert not Proposal.objects.exists()


def test_an_answer_that_is_known_cannot_be_emptied(send):
    page = send(cost="").content.decode()

    assert "Choose an answer. People need it before they get in touch." in page


@pytest.mark.parametrize("rubbish", ["99999", "-1", "x", ""])
def test_rubbish_in_the_rows_is_no_500(provider, athena, as_filled_in, rubbish):
    path = f"/my/services/{athena.pk}/"
    data = as_filled_in(
        provider.get(path), **{"phones-TOTAL_FORMS": rubbish, "phones-0-uuid": rubbish, "base": rubbish}
    )

    assert provider.post(path, data).status_code in (200, 302)
    assert provider.post(path, {"title": rubbish}).status_code == 200


def test_who_goes_on_starts_from_what_they_sent_and_the_first_is_kept(send, provider, athena):
    send(summary="First")
    assert "First" in provider.get(f"/my/services/{athena.pk}/").content.decode()
    send(wait_time="Two weeks")

    first, second = Proposal.objects.all()
    assert (first.state, second.state) == ("replaced", "waiting")
    assert second.facts == {"summary": "First", "wait_time": "Two weeks"}


def test_two_people_of_one_organisation_lose_nothing_to_each_other(send, signed_in, refuge):
    other = signed_in(actions.let_provider_in(email="lee@refuge.example", organisation=refuge).user)
    send(summary="Kim's")
    send(other, summary="Lee's")

    assert Proposal.objects.waiting().count() == 2


def test_a_provider_takes_it_back(send, provider):
    send(summary="First")
    proposal = Proposal.objects.get()

    provider.post(f"/my/services/sent/{proposal.pk}/")

    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"
    assert not Task.objects.open().exists()


def test_nobody_reads_what_somebody_else_sent(send, signed_in, refuge):
    send(summary="Kim's")
    other = signed_in(actions.let_provider_in(email="lee@refuge.example", organisation=refuge).user)

    assert other.get(f"/my/services/sent/{Proposal.objects.get().pk}/").status_code == 404


def test_one_press_says_that_all_is_right(provider, athena):
    provider.post(f"/my/services/{athena.pk}/right/")

    assert (now(athena).checked_on, now(athena).checked_by) == (TODAY, "the service itself")


class TestByTheLinkOfOurMail:
    @pytest.fixture
    def link(self, athena):
        return f"/still-right/{keeping.link_for(athena, athena.contacts.first())}/"

    def test_the_same_proposal_comes_without_an_account(self, client, send, athena, link):
        assert f"{link}edit/" in client.get(link).content.decode()
        page = send(client, f"{link}edit/", summary="By link").content.decode()

        proposal = Proposal.objects.get()
        assert (proposal.facts, proposal.made_by) == ({"summary": "By link"}, None)
        assert Task.objects.get().kind == "changed"
        assert str(proposal.contact) == str(athena.contacts.first().uuid)
        assert "nothing has changed on the site yet" in page
        assert now(athena).checked_on == TODAY - timedelta(days=80)
        assert client.cookies == {}

    def test_a_forwarded_mail_shows_nobodys_name_or_address(self, client, link):
        page = client.get(f"{link}edit/").content.decode()

        assert "Sam Doe" not in page
        assert "sam@refuge.example" not in page

    def test_names_cannot_be_sent_in_by_it(self, client, send, link):
        send(client, f"{link}edit/", summary="x", **{"contacts-TOTAL_FORMS": "1", "contacts-0-name": "Eve"})

        assert set(Proposal.objects.get().facts) == {"summary"}

    def test_it_cannot_fill_the_desk(self, client, send, link):
        answers = [send(client, f"{link}edit/", summary=f"Number {number}").status_code for number in range(7)]

        assert answers == [200] * deciding.MOST_BY_LINK + [429] * 2
        assert Proposal.objects.waiting().count() == deciding.MOST_BY_LINK

    def test_after_the_check_the_link_has_ended(self, client, link):
        client.post(link, {"answer": "right"})

        response = client.get(f"{link}edit/")
        assert response.status_code == 410
        assert "This has been checked already" in response.content.decode()

    def test_another_site_cannot_send_it(self, client, link, as_filled_in):
        data = as_filled_in(client.get(f"{link}edit/"), summary="Theirs")

        assert client.post(f"{link}edit/", data, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert not Proposal.objects.exists()


class TestASecretLocation:
    @pytest.fixture(autouse=True)
    def secret(self, athena):
        place = Location.objects.create(name=SECRET, address_1=SECRET, postal_code="SE6 9ZZ")
        athena.confidentiality = "confidential"
        athena.places.set([ServiceAtLocation(location=place)])
        athena.schedules.add(Schedule(weekday="TU", opens_at=time(9), closes_at=time(17), location=place))
        athena.save()

    def test_never_stands_on_the_providers_pages_or_in_what_they_send(self, client, provider, athena, send):
        link = f"/still-right/{keeping.link_for(now(athena))}/edit/"
        for browser, path in ((provider, f"/my/services/{athena.pk}/"), (client, link)):
            assert SECRET not in browser.get(path).content.decode()

        page = send(**{"schedules-0-closes_at": "8pm"}).content.decode()

        assert SECRET not in page
        assert [row["weekday"] for row in Proposal.objects.get().facts["schedules"]] == ["MO"]
        assert SECRET not in str(Proposal.objects.values().get())

    def test_hours_there_stay_when_the_rest_is_let_through(self, send, athena, officer_called):
        send(**{"schedules-0-closes_at": "8pm"})
        proposal = Proposal.objects.get()

        deciding.take_over(
            proposal=proposal,
            names=["schedules"],
            seen=deciding.facts_of(now(athena), private=True),
            by=officer_called("officer@example.org"),
        )

        assert [(row.weekday, row.closes_at.hour) for row in now(athena).schedules.all()] == [("MO", 20), ("TU", 17)]
        assert now(athena).schedules.last().location.name == SECRET
