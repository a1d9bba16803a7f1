"""Reading the directory into the index: a few hundred services at a time, of which only what it keeps stays."""

from collections.abc import Iterator

from services_directory.choices import Referral
from services_directory.choosing import Choice, choices_of, language_code, serves_everywhere, wards_of
from services_directory.hours import OpeningHours, at_place, of_service
from services_directory.models import Audience, ServicePage
from services_directory.search.distances import Point, points_of, postcodes_of
from services_directory.search.facets import Facets
from services_directory.search.index import Entry, Offered

# A service with its places and hours is large; more of them at once would fill the memory of every process.
AT_ONCE = 500
# Between services that fit alike, the one that a person can reach alone helps sooner.
_BOOST: dict[str, float] = {Referral.NONE: 1.15, Referral.REFERRED: 0.9, Referral.PROFESSIONALS: 0.4}


class Reading:
    """What the lists and the choices are made of, gathered while the entries go by."""

    def __init__(self) -> None:
        self.place_hours: list[dict[int, OpeningHours]] = []
        self._hours: list[OpeningHours] = []
        self._answers: dict[Choice, list[int]] = {}
        self._everywhere: list[int] = []
        self._needs: dict = {}
        self._languages: dict[str, str] = {}
        self._wards: dict = {}
        # Half of all services are open from nine to five: equal hours are kept once.
        self._equal: dict[OpeningHours, OpeningHours] = {}

    def entries(self) -> Iterator[Entry]:
        """Every published service in the order of the list. One query, and a fixed few for each `AT_ONCE`."""
        keys = list(ServicePage.objects.published().in_order().values_list("pk", flat=True))
        for start in range(0, len(keys), AT_ONCE):
            found = ServicePage.objects.for_index().in_bulk(keys[start : start + AT_ONCE])
            postcodes = postcodes_of(found.values())
            # One that has been deleted since is not missed.
            for key in filter(found.__contains__, keys[start : start + AT_ONCE]):
                self._take_in(found[key])
                yield _entry(found[key], points_of(found[key], postcodes))

    def facets(self) -> Facets:
        return Facets(self._answers, self._hours, self._everywhere)

    def offered(self) -> Offered:
        """The choices that some service answers, so that none leads nowhere."""
        return Offered(
            needs=sorted(self._needs.values(), key=lambda need: (need.order, need.name)),
            audiences=list(Audience.objects.all()),
            languages=sorted(self._languages.items(), key=lambda language: language[1]),
            wards=sorted(self._wards.values(), key=lambda ward: ward.name),
        )

    def _take_in(self, service: ServicePage) -> None:
        position = len(self._hours)
        hours = self._once(of_service(service))
        self._hours.append(hours)
        places = service.places.all()
        self.place_hours.append({place.location_id: self._once(at_place(service, place.location)) for place in places})
        for choice in choices_of(service, hours):
            self._answers.setdefault(choice, []).append(position)
        if serves_everywhere(service):
            self._everywhere.append(position)
        self._needs |= {need.pk: need for need in service.needs.all()}
        self._languages |= {language_code(part): part.name for part in service.spoken_languages.all()}
        self._wards |= {ward.pk: ward for ward in wards_of(service)}

    def _once(self, hours: OpeningHours) -> OpeningHours:
        return self._equal.setdefault(hours, hours)


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
