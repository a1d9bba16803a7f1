"""What goes out comes back without a difference, and what must stay secret does not go out."""

import io
import json
import zipfile
from datetime import date, time
from decimal import Decimal

import pytest
from django.core.management import call_command
from openpyxl import load_workbook
from wagtail.models import Site

from common.models import Domain, KeyMessage, Ward
from services_directory.choices import Confidentiality
from services_directory.interchange.importing import import_services
from services_directory.interchange.reading import read
from services_directory.interchange.writing import FORMATS, records
from services_directory.models import (
    Accessibility,
    Contact,
    CostOption,
    Language,
    Location,
    LocationSchedule,
    Organisation,
    OrganisationIdentifier,
    Phone,
    Schedule,
    ScheduleException,
    ServiceArea,
    ServiceAtLocation,
    ServiceIndexPage,
    ServicePage,
    Taxonomy,
    TaxonomyTerm,
)

PLANTED = ["Larkspur House", "17 Wisteria Row", "SE99 9ZZ", "51.4111"]


@pytest.fixture
def rich(make_service):
    """A service that has everything, with words that spreadsheets like to spoil."""
    service = make_service(
        "=A place; to talk",
        needs=["bullied", "online"],
        audiences=["young"],
        description="-First line\n\nSecond line, with “quotes” and a ; in it",
        alternate_names="talk shop; the second\n+talk",
        domain=Domain.objects.first(),
        minimum_age=Decimal("11"),
        maximum_age=Decimal("18.5"),
        hours="'=not a formula",
        online=True,
        crisis=True,
        step_free="yes",
        bank_holidays="closed",
        drop_in=True,
        website="https://talk.example",
    )
    place = Location.objects.create(name="The Hall", address_1="1 High Street", postal_code="SE6 4RU",
        latitude=Decimal("51.445"), longitude=Decimal("-0.02"), accessibility="A ramp.",
        ward=Ward.objects.get(code="downham"))  # fmt: skip
    Accessibility.objects.create(location=place, kind="lift", description="A lift")
    LocationSchedule.objects.create(location=place, weekday="SA", opens_at=time(9), closes_at=time(0))
    ServiceAtLocation.objects.create(service=service, location=place, description="Upstairs")
    ServiceAtLocation.objects.create(service=service, location=Location.objects.create(name="The Park"), sort_order=1)
    hours = {"service": service, "opens_at": time(10), "closes_at": time(18, 30)}
    Schedule.objects.create(**hours, weekday="TU", interval=2, valid_from=date(2026, 1, 6), sort_order=0)
    Schedule.objects.create(**hours, weekday="FR", location=place, freq="MONTHLY", week=-1, sort_order=1)
    ScheduleException.objects.create(service=service, date=date(2026, 12, 24), description="Christmas Eve")
    ScheduleException.objects.create(service=service, date=date(2026, 12, 25), opens_at=time(9), closes_at=time(12))
    CostOption.objects.create(service=service, option="A course", amount=Decimal("12.50"))
    Language.objects.create(service=service, name="Somali", code="so")
    ServiceArea.objects.create(service=service, name="South London")
    Contact.objects.create(service=service, name="Front desk", phone="020 7946 0001", public=True)
    Contact.objects.create(service=service, name="Secret Person", email="secret@talk.example")
    Phone.objects.create(service=service, number="+44 20 7946 0002", location=place, type="text", sort_order=5)
    words = Taxonomy.objects.create(name="Their words")
    service.terms.add(TaxonomyTerm.objects.create(name="Talking", taxonomy=words))
    service.wards.add(Ward.objects.get(code="downham"))
    service.key_messages.add(KeyMessage.objects.first())
    service.save()
    body = service.organisation
    OrganisationIdentifier.objects.create(organisation=body, identifier_type="Charity", identifier="000123")
    return service


@pytest.fixture
def refuge(make_service):
    service = make_service("Quiet Harbour", confidentiality=Confidentiality.CONFIDENTIAL, area="Lewisham")
    hidden = Location.objects.create(
        name=PLANTED[0], address_1=PLANTED[1], postal_code=PLANTED[2], latitude=PLANTED[3], longitude="-0.02"
    )
    ServiceAtLocation.objects.create(service=service, location=hidden)
    Phone.objects.create(service=service, number="020 7946 0003", location=hidden)
    return service


@pytest.fixture
def sent(tmp_path):
    """The file that an export writes."""

    def send(kind: str):
        path = tmp_path / f"out.{'zip' if kind == 'csv' else kind}"
        call_command("export_services", str(path), "--format", kind)
        return path

    return send


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_comes_back_without_a_difference(rich, refuge, make_service, sent, kind):
    make_service("Bare", organisation=None, phones=[])

    report = import_services(read(sent(kind)))

    assert report.problems == report.notes == report.kept == report.added == report.changed == []
    assert report.left_out == {}
    assert report.same == 3


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_makes_the_same_directory_elsewhere(rich, make_service, sent, kind):
    make_service("Bare", organisation=None, phones=[])
    path, before = sent(kind), records(ServicePage.objects.published())
    for page in ServicePage.objects.all():
        page.delete()
    for model in (Location, Organisation, TaxonomyTerm, Taxonomy):
        model.objects.all().delete()

    report = import_services(read(path))
    assert report.problems == []
    assert not ServicePage.objects.filter(live=True).exists()
    for page in ServicePage.objects.all():
        page.get_latest_revision().publish()

    after = records(ServicePage.objects.published())
    assert [without_moments(record) for record in after] == [without_moments(record) for record in before]


def without_moments(record):
    """A record without when it was stored, and without the ids that another table gives to lists of words."""
    if isinstance(record, dict):
        return {k: without_moments(v) for k, v in record.items() if k != "last_modified"}
    return [without_moments(part) for part in record] if isinstance(record, list) else record


def test_an_edit_in_the_sheet_comes_in_as_a_draft(rich, sent):
    path = sent("xlsx")
    book = load_workbook(path)
    columns = [cell.value for cell in book["services"][1]]
    book["services"].cell(row=2, column=columns.index("wait_time") + 1, value="Two weeks")
    book.save(path)

    report = import_services(read(path))

    assert report.problems == report.kept == []
    assert len(report.changed) == 1
    rich.refresh_from_db()
    assert rich.wait_time == ""
    draft = rich.get_latest_revision_as_object()
    assert draft.wait_time == "Two weeks"
    assert {contact.name for contact in draft.contacts.all()} == {"Front desk", "Secret Person"}


def text_of(path) -> str:
    """Everything that a file holds, unpacked."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("kind", FORMATS)
def test_no_export_holds_a_secret(rich, refuge, sent, kind):
    text = text_of(sent(kind))

    assert "Quiet Harbour" in text
    assert "020 7946 0003" in text
    secrets = [*PLANTED, str(Location.objects.get(name=PLANTED[0]).uuid), "Secret Person", "secret@talk.example"]
    assert [secret for secret in secrets if secret in text] == []


def test_no_sheet_runs_anything(rich, sent):
    book = load_workbook(sent("xlsx"))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert cells
    assert [
        cell.coordinate for cell in cells if cell.data_type == "f" or str(cell.value).startswith(("=", "+", "@"))
    ] == []


def test_what_readers_may_not_see_is_in_no_export(make_service, sent, settings):
    settings.DEMO = False
    make_service("Draft", live=False)
    make_service("Never checked", checked_on=None)

    assert json.loads(sent("json").read_text())["contents"] == []


def test_the_demo_directory_comes_back_without_a_difference(vocabulary, sent):
    from services_directory import demo

    demo.load(Site.objects.get(is_default_site=True).root_page)
    assert ServiceIndexPage.objects.exists()

    for kind in FORMATS:
        report = import_services(read(sent(kind)), dry_run=True)
        assert report.problems == report.notes == report.changed == report.kept == []
        assert report.same > 50
