"""A confidential location leaves the record in no form: found out by searching every output for a planted address."""

import pytest

from common.models import Ward
from services_directory.choices import Confidentiality
from services_directory.models import Location, ServiceAtLocation

PLANTED = ["Larkspur House", "17 Wisteria Row", "SE99 9ZZ", "Bus 9999"]


@pytest.fixture
def refuge(make_service):
    service = make_service(
        "Quiet Harbour", confidentiality=Confidentiality.CONFIDENTIAL, area="Lewisham", needs=["hurt-at-home"]
    )
    location = Location.objects.create(
        name=PLANTED[0],
        address_1=PLANTED[1],
        postal_code=PLANTED[2],
        transportation=PLANTED[3],
        ward=Ward.objects.get(code="downham"),
    )
    ServiceAtLocation.objects.create(service=service, location=location)
    return service


@pytest.mark.parametrize("where", ["its page", "the list", "a search for it", "a search for its postcode"])
def test_no_page_holds_the_address(client, refuge, search, where):
    response = {
        "its page": lambda: client.get(refuge.address),
        "the list": lambda: client.get("/find-support/"),
        "a search for it": lambda: search("quiet harbour"),
        "a search for its postcode": lambda: search("quiet harbour", "Downham"),
    }[where]()
    page = response.content.decode()

    assert response.status_code == 200
    assert "Quiet Harbour" in page
    assert [secret for secret in PLANTED if secret.lower() in page.lower()] == []


def test_a_search_for_the_address_does_not_find_it(refuge, search, titles):
    for secret in PLANTED[:2]:
        assert titles(search(secret)) == []


def test_a_place_does_not_move_it_up(make_service, refuge, search, titles):
    make_service("Another harbour", area="Lewisham")

    assert titles(search("harbour", "Downham")) == titles(search("harbour"))


def test_area_and_phone_stay(client, refuge):
    page = client.get(refuge.address).content.decode()

    assert "Lewisham. The address is kept secret, to keep people safe" in page
    assert "020 7946 0000" in page


def test_a_public_address_is_shown(client, refuge):
    refuge.confidentiality = Confidentiality.PUBLIC
    refuge.save()

    page = client.get(refuge.address).content.decode()

    assert "Larkspur House, 17 Wisteria Row, London, SE99 9ZZ" in page
