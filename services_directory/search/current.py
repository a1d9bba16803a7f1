"""The index of now, kept in the memory of each process.

It is made again when a published service or a search word changes (two small queries tell), when the day changes what
is published, and every ten minutes in any case, because a need or an organisation may have got another name.
Nothing of it is written anywhere, and no search is ever kept.
"""

import time
from datetime import datetime

from django.db.models import Count, Max

from services_directory.choices import Referral
from services_directory.models import ServicePage, Synonym
from services_directory.search.index import Entry, Index
from services_directory.search.words import stem, words_in

KEEP_SECONDS = 600

# Between services that fit alike, the one that a person can reach alone helps sooner.
_BOOST: dict[str, float] = {Referral.NONE: 1.15, Referral.REFERRED: 0.9, Referral.PROFESSIONALS: 0.6}

_kept: tuple[tuple, float, Index] | None = None


def current_index() -> Index:
    """The index as the directory stands. Two queries, and four more when it has to be made again."""
    global _kept
    stamp = _stamp()
    if _kept is None or _kept[0] != stamp or time.monotonic() - _kept[1] > KEEP_SECONDS:
        _kept = (stamp, time.monotonic(), _make())
    return _kept[2]


def _stamp() -> tuple[int, datetime | None, int, datetime | None]:
    changes = {"count": Count("pk"), "latest": Max("last_modified")}
    return (
        *ServicePage.objects.published().aggregate(**changes).values(),
        *Synonym.objects.aggregate(**changes).values(),
    )


def _make() -> Index:
    services = ServicePage.objects.published().in_order().with_provider()
    synonyms = Synonym.objects.values_list("said", "means")
    return Index(
        entries=[_entry(service) for service in services.prefetch_related("needs", "audiences", "wards")],
        synonyms={tuple(stem(word) for word in words_in(said)): means.split(",") for said, means in synonyms},
    )


def _entry(service: ServicePage) -> Entry:
    provider = service.organisation
    alternates = service.alternate_names.splitlines()
    area = f"{service.area} {' '.join(ward.name for ward in service.wards.all())}"
    return Entry(
        key=service.pk,
        texts={
            "name": service.title,
            "alternate": service.alternate_names,
            "need": "\n".join(need.name for need in service.needs.all()),
            "summary": service.summary,
            "provider": f"{provider.name}\n{provider.alternate_name}" if provider else "",
            "audience": "\n".join(audience.name for audience in service.audiences.all()),
            "area": area,
            "description": f"{service.description}\n{service.eligibility_description}\n{service.languages}",
        },
        names=[service.title, *alternates],
        boost=_BOOST.get(service.referral, 1.0) * (1.1 if service.crisis else 1.0),
        own_behaviour=service.is_for_own_behaviour,
        area=area,
    )
