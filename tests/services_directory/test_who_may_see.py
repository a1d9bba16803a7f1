"""One rule says what readers may see: the same for page, list, search and sitemap."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from services_directory.models import ServicePage

TODAY = date(2026, 3, 29)


@pytest.fixture
def real_site(settings):
    settings.DEMO = False


def seen_by_readers(service) -> bool:
    return ServicePage.objects.published(TODAY).filter(pk=service.pk).exists()


@pytest.mark.usefixtures("real_site")
@pytest.mark.parametrize(
    ("days_ago", "seen"), [(0, True), (90, True), (91, True), (179, True), (180, False), (181, False)]
)
def test_an_entry_leaves_after_twice_its_review_time(make_service, days_ago, seen):
    service = make_service(checked_on=TODAY - timedelta(days=days_ago), review_days=90)

    assert seen_by_readers(service) is seen
    assert (service.hidden_from > TODAY) is seen


@pytest.mark.usefixtures("real_site")
def test_a_crisis_line_stays_however_old_its_check(make_service):
    service = make_service(crisis=True, review_days=30, checked_on=TODAY - timedelta(days=900))

    assert seen_by_readers(service)


@pytest.mark.usefixtures("real_site")
@pytest.mark.parametrize(
    "lacking",
    [
        {"checked_on": None},
        {"checked_on": None, "crisis": True},
        {"demo": True},
        {"live": False},
        {"name_needed": ""},
        {"tells_others": ""},
        {"asks_status": ""},
        {"cost": ""},
        {"organisation": None},
    ],
)
def test_what_is_not_fit_to_be_seen_is_nowhere(client, make_service, search, titles, lacking):
    service = make_service("Kingfisher", **lacking)

    assert titles(client.get("/find-support/")) == []
    assert titles(search("kingfisher")) == []
    assert service.get_sitemap_urls() == []
    assert client.get(service.address).status_code in (404, 410)


@pytest.mark.usefixtures("real_site")
def test_an_organisation_of_no_known_kind_does_not_answer_who_runs_it(make_service):
    service = make_service()
    service.organisation.kind = ""
    service.organisation.save()

    assert not seen_by_readers(service)
    assert service.unanswered == ["Who runs it?"]


@pytest.mark.usefixtures("real_site")
def test_the_old_address_of_a_hidden_service_helps(client, make_service):
    old = timezone.localdate() - timedelta(days=400)
    service = make_service("Gone away", checked_on=old)
    make_service("Always there", crisis=True)

    response = client.get(service.address)
    page = response.content.decode()

    assert response.status_code == 410
    assert "We are not showing this service now" in page
    assert "Gone away" not in page
    assert "Always there" in page
    assert 'href="tel:999"' in page


def test_an_address_that_never_was_helps_too(client, make_service):
    response = client.get("/services/never-was/")

    assert response.status_code == 404
    assert 'href="tel:08001111"' in response.content.decode()


def test_a_demo_site_shows_unchecked_entries_with_a_flag(client, make_service, titles):
    service = make_service("Unchecked", checked_on=None, demo=True)

    listed = client.get("/find-support/")
    page = client.get(service.address).content.decode()

    assert titles(listed) == ["Unchecked"]
    assert "Demo entry: not checked yet" in listed.content.decode()
    assert "Demo entry: not checked yet" in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_checked_entry_says_when_and_by_whom(client, make_service):
    today = timezone.localdate()
    service = make_service(checked_on=today, checked_by="the directory team")

    page = client.get(service.address).content.decode()

    assert f"Checked on {today.day} {today:%B %Y} by the directory team." in page
    assert "noindex" not in page


def test_an_overdue_entry_says_that_nobody_could_check_it(client, make_service):
    service = make_service(checked_on=timezone.localdate() - timedelta(days=100))

    assert "We have not been able to check this since" in client.get(service.address).content.decode()


@pytest.mark.usefixtures("real_site")
def test_a_checked_service_is_in_the_sitemap_under_its_own_address(make_service):
    (entry,) = make_service("Steady").get_sitemap_urls()

    assert entry["location"].endswith("/services/steady/")


def test_the_sitemap_names_what_readers_may_see(client, make_service):
    make_service("Steady")
    make_service("Not yet", live=False)

    page = client.get("/sitemap.xml").content.decode()

    assert "/services/steady/</loc>" in page
    assert "not-yet" not in page
