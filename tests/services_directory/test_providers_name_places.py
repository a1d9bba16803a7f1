"""A provider says where people find them, in which situations they help, and in which languages."""

import pytest

from common.models import Need
from services_directory import actions
from services_directory.models import Audience, Language, Location, Proposal, ServiceAtLocation, ServicePage
from services_directory.proposals import deciding
from services_directory.proposals.differences import as_sent, differences

THE_ALBANY = {
    "places-1-name": "The Albany",
    "places-1-address_1": "Douglas Way",
    "places-1-postal_code": "se84ag",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    return Location.objects.create(
        name="Ladywell Hall", address_1="1 High Street", postal_code="SE13 7UT", latitude=51.45, longitude=-0.02
    )


@pytest.fixture
def athena(make_service, vocabulary, hall):
    service = make_service("Athena", needs=["bullied"], phones=["0800 112 4052"])
    service.places.set([ServiceAtLocation(location=hall, description="Ask at the desk")])
    service.spoken_languages.set([Language(name="Somali", code="so")])
    service.save()
    return now(service)


@pytest.fixture
def send(athena, signed_in, as_filled_in):
    """Fill in the form as it stands, change some of it, and send it. Gives the proposal, or the page that refused."""
    browser = signed_in(actions.let_provider_in(email="kim@refuge.example", organisation=athena.organisation).user)
    path = f"/my/services/{athena.pk}/"

    def send(**changed):
        page = browser.post(path, as_filled_in(browser.get(path), **changed), follow=True)
        return Proposal.objects.waiting().last() or page.content.decode()

    return send


@pytest.fixture
def take_over(athena, officer_called):
    officer = officer_called("officer@example.org")

    def take_over(proposal):
        seen = deciding.facts_of(now(athena), private=True)
        deciding.take_over(proposal=proposal, names=list(proposal.facts), seen=seen, by=officer)

    return take_over


def now(service) -> ServicePage:
    return ServicePage.objects.get(pk=service.pk)


def places(service) -> list[str]:
    return [place.location.name for place in now(service).places.all()]


def test_nothing_in_the_directory_changes_before_the_officer_says_yes(send, athena, hall):
    send(**{"places-0-address_1": "22 Mill Lane", "places-1-name": "The Albany", "places-1-postal_code": "se84ag"})

    hall.refresh_from_db()
    assert hall.address_1 == "1 High Street"
    assert not Location.objects.filter(name="The Albany").exists()


def test_another_place_stands_beside_the_first(send, take_over, athena):
    take_over(
        send(**{"places-1-name": "The Albany", "places-1-address_1": "Douglas Way", "places-1-postal_code": "se84ag"})
    )

    assert places(athena) == ["Ladywell Hall", "The Albany"]
    assert Location.objects.get(name="The Albany").postal_code == "SE8 4AG"


def test_a_place_that_the_directory_knows_is_not_made_twice(send, take_over, athena):
    known = Location.objects.create(name="The Albany", address_1="Douglas Way", postal_code="SE8 4AG")

    take_over(
        send(**{"places-1-name": "The Albany", "places-1-address_1": "Douglas Way", "places-1-postal_code": "SE8 4AG"})
    )

    assert [place.location for place in now(athena).places.all()][1] == known


def test_a_service_that_moves_keeps_its_place_with_its_hours(send, take_over, athena, hall):
    take_over(send(**{"places-0-address_1": "22 Mill Lane", "places-0-postal_code": "SE13 6AA"}))

    hall.refresh_from_db()
    assert (hall.address_1, hall.latitude) == ("22 Mill Lane", None)
    assert now(athena).places.get().location == hall


def test_whoever_shares_the_place_stays_where_they_are(send, take_over, athena, hall, make_service):
    other = make_service("Somebody else's")
    ServiceAtLocation.objects.create(service=other, location=hall)

    take_over(send(**{"places-0-address_1": "22 Mill Lane"}))

    hall.refresh_from_db()
    assert hall.address_1 == "1 High Street"
    assert now(other).places.get().location == hall
    assert now(athena).places.get().location.address_1 == "22 Mill Lane"


def test_a_place_is_taken_off(send, take_over, athena, hall):
    take_over(send(**{"places-0-DELETE": "on"}))

    assert places(athena) == []
    assert Location.objects.filter(pk=hall.pk).exists()


def test_half_a_postcode_is_named_and_nothing_typed_is_lost(send):
    page = send(**{"places-1-name": "The Albany", "places-1-postal_code": "SE8"})

    assert "Write the whole postcode, such as SE6 4RU." in page
    assert "The Albany" in page


def test_situations_and_audiences_are_ticked(send, take_over, athena):
    need, audience = Need.objects.exclude(code="bullied").first(), Audience.objects.first()

    proposal = send(needs=[str(need.pk)], audiences=[str(audience.pk)])

    assert set(proposal.facts) == {"needs", "audiences"}
    told = {difference.name: difference for difference in differences(proposal, now(athena))}
    assert "".join(words for _, words in told["needs"].new) == need.name
    take_over(proposal)
    assert [*now(athena).needs.all()] == [need]
    assert [*now(athena).audiences.all()] == [audience]


def test_a_language_keeps_the_code_that_staff_gave_it(send, take_over, athena):
    take_over(send(**{"spoken_languages-0-note": "On Tuesdays", "spoken_languages-1-name": "Tamil"}))

    spoken = [(language.name, language.code, language.note) for language in now(athena).spoken_languages.all()]
    assert spoken == [("Somali", "so", "On Tuesdays"), ("Tamil", "", "")]


def test_a_place_that_has_become_a_secret_meanwhile_is_shown_and_taken_over_by_nobody(send, take_over, athena):
    proposal = send(**{"places-0-address_1": "22 Mill Lane", "summary": "We listen."})
    service = now(athena)
    service.confidentiality = "confidential"
    service.save()

    for shown in (differences(proposal, now(athena)), as_sent(proposal, now(athena))):
        assert [difference.name for difference in shown] == ["summary"]
    take_over(proposal)

    assert now(athena).summary == "We listen."
    assert not Location.objects.filter(address_1="22 Mill Lane").exists()
