"""The index of now, kept in the memory of each process.

It is made again when a published service or a search word changes (one small query tells), when the day changes what
is published, and every ten minutes in any case, because a need or an organisation may have got another name.
Nothing of it is written anywhere, and no search is ever kept.
"""

import time
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, QuerySet, Value
from django.utils import timezone

from services_directory.choices import Referral
from services_directory.choosing import choices_of, language_code, serves_everywhere, wards_of
from services_directory.facts import Opening
from services_directory.hours import State, at_place, of_service
from services_directory.models import Audience, Location, ServicePage, Synonym
from services_directory.search.distances import Point, points_of, postcodes_of
from services_directory.search.facets import Facets
from services_directory.search.index import Entry, Index, Offered
from services_directory.search.understanding import situation
from services_directory.search.words import stem, words_in

KEEP_SECONDS = 600

# Between services that fit alike, the one that a person can reach alone helps sooner.
_BOOST: dict[str, float] = {Referral.NONE: 1.15, Referral.REFERRED: 0.9, Referral.PROFESSIONALS: 0.4}

_kept: tuple[tuple, float, Index] | None = None


def current_index() -> Index:
    """The index as the directory stands. One query, and a fixed few more when it has to be made again."""
    global _kept
    stamp = _stamp()
    if _kept is None or _kept[0] != stamp or time.monotonic() - _kept[1] > KEEP_SECONDS:
        _kept = (stamp, time.monotonic(), _make())
    return _kept[2]


def opening_of(service: ServicePage, index: Index | None = None, *, drafted: bool = False) -> Opening:
    """The hours of a service and of its places, from the index where it holds them: a page need not ask for them."""
    index = index or current_index()
    position = None if drafted else index.position_of.get(service.pk)
    if position is not None:
        return Opening(index.facets.hours[position], index.place_hours[position])
    places = [place.location for place in service.places.all()]
    return Opening(of_service(service), {location.pk: at_place(service, location) for location in places})


def state_of(service: ServicePage, index: Index | None = None) -> State:
    """Whether a service is open now, and until when."""
    index = index or current_index()
    position = index.position_of.get(service.pk)
    now = timezone.now()
    return of_service(service).state(now) if position is None else index.facets.state(position, now)


def _stamp() -> tuple:
    """What changes whenever a service, a place or a search word does: how many there are, and the latest change.

    Of all services, because one that is taken off the site changes at that moment too; and the day, because some leave
    by their date.
    """
    with connection.cursor() as cursor:
        cursor.execute(*_question())
        return timezone.localdate(), settings.DEMO, *sorted(cursor.fetchall())


@lru_cache(maxsize=1)
def _question() -> tuple[str, tuple]:
    """The query behind the stamp. Every page asks it, and writing it takes longer than answering it: once is enough."""
    services = _changes("services", ServicePage.objects.order_by())
    others = _changes("places", Location.objects.order_by()), _changes("words", Synonym.objects.order_by())
    return services.union(*others, all=True).query.sql_with_params()


def _changes(name: str, rows) -> QuerySet:
    named = rows.annotate(what=Value(name)).values("what")
    return named.annotate(number=Count("pk"), latest=Max("last_modified")).values_list("what", "number", "latest")


def _make() -> Index:
    services = list(ServicePage.objects.published().in_order().for_index())
    synonyms = list(Synonym.objects.prefetch_related("needs"))
    hours = [of_service(service) for service in services]
    postcodes = postcodes_of(services)
    everywhere = [position for position, service in enumerate(services) if serves_everywhere(service)]
    return Index(
        entries=[_entry(service, points_of(service, postcodes)) for service in services],
        synonyms={tuple(stem(word) for word in words_in(synonym.said)): _meanings(synonym) for synonym in synonyms},
        said={word for synonym in synonyms for word in words_in(synonym.said)},
        facets=Facets(map(choices_of, services, hours), hours, everywhere),
        place_hours=[
            {place.location_id: at_place(service, place.location) for place in service.places.all()}
            for service in services
        ],
        offered=_offered(services),
    )


def _meanings(synonym: Synonym) -> list[str]:
    words = [means for means in synonym.means.split(",") if means.strip()]
    return words + [situation(need.pk) for need in synonym.needs.all()]


def _offered(services: list[ServicePage]) -> Offered:
    """The choices that some service answers, so that none leads nowhere."""
    needs = {need.pk: need for service in services for need in service.needs.all()}
    languages = {language_code(part): part.name for service in services for part in service.spoken_languages.all()}
    wards = {ward.pk: ward for service in services for ward in wards_of(service)}
    return Offered(
        needs=sorted(needs.values(), key=lambda need: (need.order, need.name)),
        audiences=list(Audience.objects.all()),
        languages=sorted(languages.items(), key=lambda language: language[1]),
        wards=sorted(wards.values(), key=lambda ward: ward.name),
    )


def _entry(service: ServicePage, points: list[Point]) -> Entry:
    provider = service.organisation
    alternates = service.alternate_names.splitlines()
    spoken = " ".join(language.name for language in service.spoken_languages.all())
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
            "description": f"{service.description}\n{service.eligibility_description}\n{service.languages} {spoken}",
        },
        names=[service.title, *alternates],
        needs=[need.pk for need in service.needs.all()],
        youngest=None if service.minimum_age is None else float(service.minimum_age),
        oldest=None if service.maximum_age is None else float(service.maximum_age),
        boost=_BOOST.get(service.referral, 1.0) * (1.1 if service.crisis else 1.0),
        own_behaviour=service.is_for_own_behaviour,
        area=area,
        points=points,
    )
