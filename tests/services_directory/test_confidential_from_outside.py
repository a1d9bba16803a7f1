"""Somebody who looks for a refuge reads every public output, link by link, and learns nothing about where it is."""

import io
import re
import zipfile
from html import unescape

import pytest
from django.core.management import call_command

from common.models import Need, Ward
from services_directory.choices import AccessKind, Confidentiality, Weekday
from services_directory.models import Accessibility, Location, Schedule, ServiceAtLocation
from services_directory.my_list import MyList

PLANTED = {
    "name": "Larkspur House",
    "alternate_name": "Periwinkle Lodge",
    "description": "Behind the marigold mosque",
    "address_1": "17 Wisteria Row",
    "address_2": "Flat Foxglove",
    "city": "Honeysuckleton",
    "postal_code": "SE99 9ZZ",
    "transportation": "Bus 9999 to the Jasmine stop",
    "accessibility": "Ring at the lavender door",
    "url": "https://larkspur-house.example",
    "latitude": "51.417111",
    "longitude": "-0.027222",
}
# In whatever form: as written, without its space, half of it, and the figures before and after the point.
TRACES = [
    *PLANTED.values(), "SE999ZZ", "SE99", "51.417", "0.0272", "417111", "027222", "Wisteria", "Larkspur",
    "larkspur-house", "Foxglove", "Jasmine", "lavender", "marigold", "rhododendron", "Downham",
]  # fmt: skip
FOLLOWED = ("/find-support/", "/services/", "/list/", "/api/oruk/v3", "/sitemap")
_LINK = re.compile(r"""(?:href|action|src)="([^"]+)"|<loc>([^<]+)</loc>""")


@pytest.fixture
def refuge(make_service):
    service = make_service(
        "Quiet Harbour", confidentiality=Confidentiality.CONFIDENTIAL, area="Lewisham", needs=["hurt-at-home"],
        in_person=True, description="A refuge.",
    )  # fmt: skip
    ward = Ward.objects.get(code="downham")
    location = Location.objects.create(**PLANTED, ward=ward)
    Accessibility.objects.create(location=location, kind=AccessKind.LIFT, description="A lift by the rhododendron")
    location.save()
    ServiceAtLocation.objects.create(service=service, location=location, description="Meet at the Jasmine stop")
    Schedule.objects.create(service=service, location=location, weekday=Weekday.MO, opens_at="09:00", closes_at="17:00")
    service = type(service).objects.get(pk=service.pk)
    service.save_revision().publish()
    return service


def _told(text: str) -> list[str]:
    said = unescape(text).casefold()
    return [trace for trace in TRACES if trace.casefold() in said]


def _read_everything(client, *starts: str) -> dict[str, str]:
    """Every page that can be reached by links from these, as far as it may speak of services."""
    read: dict[str, str] = {}
    ahead = list(starts)
    while ahead and len(read) < 150:
        address = ahead.pop(0)
        if address in read:
            continue
        response = client.get(address)
        assert response.status_code < 500, address
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        read[address] = f"{headers}\n{response.getvalue().decode()}"
        for link in (unescape(a or b) for a, b in _LINK.findall(read[address])):
            link = re.sub(r"^https?://(testserver|localhost)(:\d+)?", "", link)
            link = f"{address.split('?')[0]}{link}" if link.startswith("?") else link
            if link.startswith(FOLLOWED) and link not in read:
                ahead.append(link)
    return read


def test_no_page_that_links_lead_to_tells_where_it_is(client, refuge):
    mine = MyList((refuge.pk,))
    need = Need.objects.get(code="hurt-at-home").pk
    read = _read_everything(
        client,
        "/",
        f"/find-support/?need={need}&how=1&when=1",
        f"/find-support/?area={Ward.objects.get(code='downham').pk}",
        refuge.address,
        f"{refuge.address}wrong/",
        mine.address,
        "/sitemap.xml",
        "/api/oruk/v3",
        "/api/oruk/v3/services?full=true",
        f"/api/oruk/v3/services/{refuge.translation_key}",
        "/api/oruk/v3/service_at_locations?full=true",
        "/api/oruk/v3/organizations?full=true&full_service=true",
    )

    assert sum("Quiet Harbour" in text for text in read.values()) >= 5
    # The map names every ward of the borough, and must say of this one that it has nothing to show.
    safe_places = read.pop("/find-support/places/")
    assert _told(safe_places) == ["Downham"]
    assert "Downham: " not in safe_places
    # The filter by area names every ward that some service serves; this one must not add its own.
    assert {address: told for address, text in read.items() if (told := _told(text))} == {}


@pytest.mark.parametrize("words", [*PLANTED.values(), "Wisteria", "SE99 refuge", "harbour Downham"])
def test_no_search_answers_with_it_or_tells_where_it_is(refuge, search, words):
    response = search(words)
    page = response.content.decode()
    results = page[page.index("<main") :]

    # What somebody typed stands in the box again; nothing else may hold it.
    results = re.sub(r'value="[^"]*"', "", results)
    assert _told(results) == []
    if "harbour" not in words and "refuge" not in words:
        assert "Quiet Harbour" not in results


@pytest.mark.parametrize("asked", ["search=Wisteria", "search=Larkspur", "search=SE99", "postcode=SE99+9ZZ"])
def test_the_programs_search_cannot_be_used_to_guess_it(client, refuge, asked):
    for path in ("services", "service_at_locations"):
        answer = client.get(f"/api/oruk/v3/{path}?{asked}")
        assert answer.status_code == 400 or answer.json()["total_items"] == 0


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_no_export_tells_where_it_is(refuge, tmp_path, form):
    file = tmp_path / "services"
    call_command("export_services", str(file), format=form)
    content = file.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    text = content.decode()

    assert "Quiet Harbour" in text
    assert _told(text) == []


def test_the_traces_are_found_when_the_address_is_public(client, refuge):
    """The control: these eyes would see the address, if it were there."""
    refuge.confidentiality = Confidentiality.PUBLIC
    refuge.save_revision().publish()

    told = {trace for text in _read_everything(client, refuge.address, "/api/oruk/v3/services").values()
            for trace in _told(text)}  # fmt: skip

    assert {"17 Wisteria Row", "SE99 9ZZ", "Larkspur House"} <= told
