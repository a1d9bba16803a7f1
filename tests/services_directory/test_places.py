"""A postcode or an area, as people type it."""

import pytest

from common.models import Ward
from services_directory.models import ServicePage
from services_directory.search.places import recognise


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("SE6 4RU", "Catford"),
        ("se64ru", "Catford"),
        ("SE6", "Catford"),
        ("SE6 4", "Catford"),
        (" se 13 ", "Lewisham"),
        ("SE13 7XX", "Lewisham"),
        ("SE1 3", "Lewisham"),
        ("BR1 5", "Downham"),
        ("catford", "Catford"),
        ("Sydnham", "Sydenham"),
        ("rushey green", "Rushey Green"),
        ("lewisham central", "Lewisham Central"),
    ],
)
def test_a_place_in_the_borough_is_known(typed, area):
    assert recognise(typed).areas[0] == area


@pytest.mark.parametrize("typed", ["M1 1AE", "SW1A 1AA", "SE27"])
def test_a_postcode_elsewhere_is_said_to_be_unknown(typed):
    place = recognise(typed)

    assert place.areas == ()
    assert place.message.startswith("We do not know that postcode")


@pytest.mark.parametrize("typed", ["Narnia", "?", "12345"])
def test_a_place_that_is_none_gets_an_example(typed):
    assert "Try a postcode like SE6" in recognise(typed).message


def test_nothing_typed_is_no_place():
    assert recognise("  ") == recognise("")
    assert recognise("").message == ""


def test_a_place_brings_its_own_first_and_loses_nothing(make_service, search, titles):
    make_service("All over", area="All of Lewisham")
    make_service("By phone", by_phone=True)
    make_service("Round the corner", area="Catford")

    response = search("", "SE6 4RU")

    assert titles(response) == ["Round the corner", "All over", "By phone"]
    assert "We cannot work out distances yet" in response.content.decode()


def test_a_ward_of_a_service_counts_as_its_place(make_service, search, titles):
    make_service("All over", area="All of Lewisham")
    service = make_service("In the ward")
    service.wards = [Ward.objects.get(code="downham")]
    service.save()

    assert titles(search("", "Downham"))[0] == "In the ward"


def test_an_unknown_postcode_still_brings_help(make_service, search, titles):
    make_service("All over")

    response = search("", "M1 1AE")

    assert titles(response) == ["All over"]
    assert "We do not know that postcode" in response.content.decode()
    assert ServicePage.objects.published().count() == 1
