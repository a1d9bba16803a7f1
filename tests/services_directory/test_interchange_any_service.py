"""Whatever an officer may have typed goes out in every kind of file and comes back without a difference."""

import tempfile
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from services_directory.choices import Gender, PhoneType, Referral, ServiceStatus, StepFree, Weekday
from services_directory.interchange.importing import import_services
from services_directory.interchange.reading import read
from services_directory.interchange.values import plain
from services_directory.interchange.writing import FORMATS, records
from services_directory.models import (
    CostOption,
    Language,
    Location,
    Organisation,
    Phone,
    Schedule,
    ScheduleException,
    ServiceArea,
    ServiceAtLocation,
    ServicePage,
)

SPREADSHEETS_SPOIL = st.sampled_from(
    ["=1+1", "'=1", "''+44", "@now", "-", "-5", "+5", "007", "1e5", "TRUE", "2026-01-31", "1.50", "a\r\nb", "_x000D_",
     "“quotes”, and ; and \"", "نحن نستمع 🌱", "a\x0bb"]
)  # fmt: skip
UNWANTED = {"exclude_categories": ["Cs"], "exclude_characters": "\x00"}


def words(most: int, least: int = 0):
    """What a form takes: any letters, without spaces around them, because forms take those away."""
    typed = st.text(st.characters(**UNWANTED), max_size=min(most, 40)).map(str.strip)
    # A text of nothing but control signs is none, and comes back as none.
    fits = (typed | SPREADSHEETS_SPOIL).filter(lambda text: least <= len(text.strip()) and len(text) <= most)
    return fits.filter(lambda text: not text or bool(plain(text).strip()))


def names(most: int = 60):
    """Something that can be read: a record without a name is none."""
    return st.builds(
        lambda start, rest: f"{start}{rest}".strip(), st.sampled_from(["Talk", "=Talk", "-Talk"]), words(40)
    )


AGES = st.none() | st.decimals(0, 120, places=2)
TIMES = st.times(min_value=time(0), max_value=time(23, 59)).map(lambda moment: moment.replace(second=0, microsecond=0))
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))

facts = st.fixed_dictionaries(
    {
        "title": names(),
        "summary": words(240),
        "description": words(2000),
        # One name a line. A line of nothing but control signs is no name, and comes back as none.
        "alternate_names": st.lists(words(40, least=1), max_size=3)
        .map("\n".join)
        .filter(lambda text: all(plain(line).strip() for line in text.splitlines())),
        "minimum_age": AGES,
        "maximum_age": st.none(),
        "eligibility_description": words(240),
        "application_process": words(2000),
        "wait_time": words(120),
        "fees_description": words(200),
        "hours": words(240),
        "languages": words(240),
        "interpretation_services": words(240),
        "accessibility": words(240),
        "area": words(80),
        "run_by_text": words(200),
        "website": st.sampled_from(["", "https://talk.example/?a=1&b=2"]),
        "email": st.sampled_from(["", "hello@talk.example"]),
        "status": st.sampled_from([ServiceStatus.ACTIVE, ServiceStatus.TEMPORARILY_CLOSED]),
        "gender": st.sampled_from(["", *Gender.values]),
        "referral": st.sampled_from(["", *Referral.values]),
        "step_free": st.sampled_from(["", *StepFree.values]),
        "drop_in": st.booleans(),
        "online": st.booleans(),
        "crisis": st.booleans(),
    }
)
parts = st.fixed_dictionaries(
    {
        "phones": st.lists(
            st.builds(Phone, number=st.sampled_from(["+44 20 7946 0000", "101", "0800 000 000"]), extension=words(10),
                      type=st.sampled_from(PhoneType.values), description=words(80)), max_size=2),
        "schedules": st.lists(
            st.builds(Schedule, weekday=st.sampled_from(Weekday.values), opens_at=TIMES, closes_at=TIMES,
                      description=words(80), valid_from=st.none() | DAYS), max_size=3),
        "exceptions": st.lists(st.builds(ScheduleException, date=DAYS, description=words(80)), max_size=2),
        "cost_options": st.lists(
            st.builds(CostOption, option=words(120), amount=st.none() | st.decimals(0, 9999, places=2),
                      amount_description=words(240), valid_to=st.none() | DAYS), max_size=2),
        "spoken_languages": st.lists(st.builds(Language, name=names(), code=words(12), note=words(160)), max_size=2),
        "service_areas": st.lists(
            st.builds(ServiceArea, name=words(120), description=words(300), extent=words(60)), max_size=2),
    }
)  # fmt: skip
places = st.lists(
    st.builds(
        Location, name=names(), alternate_name=words(120), description=words(200), address_1=words(200),
        postal_code=st.sampled_from(["", "SE6 4RU"]), city=st.sampled_from(["London", ""]),
        transportation=words(200), accessibility=words(200),
        latitude=st.none() | st.decimals(Decimal("51.4"), Decimal("51.5"), places=6),
        longitude=st.decimals(Decimal("-0.1"), Decimal("0.1"), places=6),
    ),
    max_size=2,
)  # fmt: skip
providers = st.none() | st.builds(Organisation, name=names(), description=words(200), alternate_name=words(120))


def store(make_service, given_facts, given_parts, given_places, provider) -> ServicePage:
    if provider:
        provider.save()
    service = make_service(**given_facts, organisation=provider)
    for place in given_places:
        place.save()
    for relation, rows in given_parts.items():
        for number, row in enumerate(rows):
            row.sort_order = number
        getattr(service, relation).set(rows)
    service.places.set([ServiceAtLocation(location=place, sort_order=n) for n, place in enumerate(given_places)])
    service.save()
    return service


def sent(kind: str, folder: Path) -> Path:
    path = folder / f"services.{'zip' if kind == 'csv' else kind}"
    path.write_bytes(FORMATS[kind](records(ServicePage.objects.published())))
    return path


@pytest.mark.parametrize("kind", FORMATS)
# What an example stores is taken back at its end, so the fixture is the same for each. Finding the smallest example
# takes longer than the test may.
@settings(
    max_examples=10, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(given_facts=facts, given_parts=parts, given_places=places, provider=providers)
def test_any_service_comes_back_without_a_difference(
    kind, make_service, given_facts, given_parts, given_places, provider
):
    with transaction.atomic(), tempfile.TemporaryDirectory() as folder:
        store(make_service, given_facts, given_parts, given_places, provider)

        report = import_services(read(sent(kind, Path(folder))))

        transaction.set_rollback(True)
    assert [str(problem) for problem in report.problems] == report.notes == report.kept == report.changed == []
    assert (report.same, dict(report.left_out)) == (1, {})
