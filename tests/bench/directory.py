"""A directory of any size, made up: 500 services are a borough, 2,000 a county, 20,000 a region.

Shaped like the real records that the research counted: one to three places, a few lines of text, hours for some.
"""

from datetime import time
from itertools import chain
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from common.models import Need, Ward
from services_directory.choices import AsksStatus, Cost, Coverage, NameNeeded, Referral, TellsOthers, Weekday
from services_directory.models import (
    Audience,
    Language,
    Location,
    Organisation,
    Phone,
    Schedule,
    ServiceAtLocation,
    ServiceIndexPage,
    ServicePage,
)
from services_directory.start import search_words

TIERS = (500, 2_000, 20_000)
BATCH = 1_000
_KINDS = ("advice", "support", "mentoring", "counselling", "boxing", "football", "music", "drama", "parenting")
# What people look for, so that searches find as much as they would.
_WORDS = sorted({word for said in chain.from_iterable(search_words()) for word in said.split()})
_LANGUAGES = [("so", "Somali"), ("ta", "Tamil"), ("vi", "Vietnamese"), ("pt", "Portuguese"), ("ar", "Arabic")]


def fill(how_many: int) -> None:
    """Add made-up services until readers see `how_many`."""
    while (there := ServicePage.objects.published().count()) < how_many:
        _add(there, min(BATCH, how_many - there))


def _add(first: int, number: int) -> None:
    lot = Random(first)
    numbers = range(first, first + number)
    providers = Organisation.objects.bulk_create(
        Organisation(name=f"{lot.choice(_KINDS).title()} Trust {n}", kind="charity") for n in numbers if n % 4 == 0
    )
    halls = Location.objects.bulk_create(_hall(n, lot) for n in numbers)
    services = _pages([_service(n, lot, lot.choice(providers)) for n in numbers])
    _put_words(services, lot)
    _put_parts(services, halls, lot)


def _service(n: int, lot: Random, provider: Organisation) -> ServicePage:
    kind, today = lot.choice(_KINDS), timezone.localdate()
    return ServicePage(
        title=f"{lot.choice(_WORDS).title()} {kind} {n}", slug=f"made-up-{n}", organisation=provider,
        summary=_text(lot, 15), description=_text(lot, 150), eligibility_description=_text(lot, 12),
        alternate_names=_text(lot, 3), minimum_age=lot.choice([None, 0, 11, 16, 18]),
        maximum_age=lot.choice([None, 18, 25, 120]), referral=lot.choice(Referral.values), online=n % 5 == 0,
        by_phone=n % 3 == 0, in_person=True, coverage=lot.choice(Coverage.values), cost=Cost.FREE,
        name_needed=NameNeeded.NO, tells_others=TellsOthers.DANGER, asks_status=AsksStatus.NO,
        checked_on=today, checked_by="the directory team",
    )  # fmt: skip


def _text(lot: Random, words: int) -> str:
    return " ".join(lot.choices(_WORDS, k=words)).capitalize() + "."


def _hall(n: int, lot: Random) -> Location:
    north, east = 51.41 + lot.random() * 0.08, -0.06 + lot.random() * 0.08
    return Location(
        name=f"Hall {n}", address_1=f"{n} High Street", postal_code="SE6 4RU", latitude=f"{north:.6f}",
        longitude=f"{east:.6f}",
    )  # fmt: skip


def _pages(services: list[ServicePage]) -> list[ServicePage]:
    """Store the services as pages, many at a time: Wagtail's own way takes hours for 20,000."""
    index = ServiceIndexPage.objects.get()
    kind = ContentType.objects.get_for_model(ServicePage)
    for step, service in enumerate(services, start=index.numchild + 1):
        service.path, service.depth = Page._get_path(index.path, index.depth + 1, step), index.depth + 1
        service.content_type, service.locale, service.live = kind, index.locale, True
        service.url_path, service.draft_title = f"{index.url_path}{service.slug}/", service.title
        service.set_check_dates()
    shared = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    rows = Page.objects.bulk_create(Page(**{name: getattr(service, name) for name in shared}) for service in services)
    for service, row in zip(services, rows, strict=True):
        service.pk = service.page_ptr_id = row.pk
    # Django has no public way to insert many rows of a model that has a parent.
    ServicePage.objects.all()._batched_insert(services, ServicePage._meta.local_concrete_fields, BATCH)
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild + len(services))
    return services


def _put_words(services: list[ServicePage], lot: Random) -> None:
    # The need of people who want to change how they behave has a list of its own, which is short.
    needs = list(Need.objects.exclude(code="own-behaviour").values_list("pk", flat=True))
    for field, keys, most in (
        ("needs", needs, 3),
        ("audiences", list(Audience.objects.values_list("pk", flat=True)), 2),
        ("wards", list(Ward.objects.values_list("pk", flat=True)), 2),
    ):
        related = getattr(ServicePage, field)
        column = f"{related.field.m2m_reverse_field_name()}_id"
        related.through.objects.bulk_create(
            related.through(**{"servicepage_id": service.pk, column: key})
            for service in services
            for key in lot.sample(keys, lot.randint(1, most))
        )


def _put_parts(services: list[ServicePage], halls: list[Location], lot: Random) -> None:
    Phone.objects.bulk_create(Phone(service=service, number="020 7946 0000") for service in services)
    ServiceAtLocation.objects.bulk_create(
        ServiceAtLocation(service=service, location=hall, sort_order=number)
        for service in services
        for number, hall in enumerate(lot.sample(halls, lot.randint(1, 3)))
    )
    Language.objects.bulk_create(
        Language(service=service, code=code, name=name)
        for service in services[::3]
        for code, name in [lot.choice(_LANGUAGES)]
    )
    Schedule.objects.bulk_create(
        Schedule(service=service, weekday=day, opens_at=time(9), closes_at=time(lot.randint(13, 20)))
        for service in services[::2]
        for day in Weekday.values[:5]
    )
