"""What several services share: organisations, places and words. Found again by id, made when they are new.

They have no drafts, so what is there already is never changed by an import: the report says where the file differs.
"""

from uuid import UUID

from common.models import Ward
from services_directory.api import ids, words
from services_directory.api.parts import OURS, access_id
from services_directory.interchange.hours import read_hours
from services_directory.interchange.report import Report
from services_directory.interchange.values import Problems, country, fill, identity, one, parts, plain
from services_directory.models import (
    Accessibility,
    Location,
    LocationException,
    LocationSchedule,
    Organisation,
    OrganisationIdentifier,
    Taxonomy,
    TaxonomyTerm,
)

_BODY = ("name", "alternate_name", "description", "email", "website", "uri", "legal_status", "year_incorporated")
_PLACE = ("location_type", "name", "alternate_name", "description", "transportation", "url", "latitude", "longitude")
_ADDRESS = ("address_1", "address_2", "city", "state_province", "postal_code", "country")
# The mainland and islands of the United Kingdom, with room to spare.
_LATITUDES, _LONGITUDES = (49, 61), (-9, 2.5)


class Shared:
    """The organisations, places and words of one import, each read from the database once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.organisations = {row.uuid: row for row in Organisation.objects.all()}
        self.by_name = {row.name.casefold(): row for row in self.organisations.values()}
        self.places: dict[UUID, Location] = {}
        self.terms: dict[UUID, TaxonomyTerm] = {row.uuid: row for row in TaxonomyTerm.objects.all()}
        self.wards = {ward.code: ward for ward in Ward.objects.all()}
        self.ours = {
            words.term_id(vocabulary.kind, word): (vocabulary, word)
            for vocabulary in words.VOCABULARIES
            for word in vocabulary.model.objects.all()
        }
        self._told: set[str] = set()

    def note(self, sentence: str) -> None:
        """Say something once, however many services it is about."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.report.notes.append(sentence)

    def organisation(self, record: dict, problems: Problems) -> Organisation | None:
        """Who runs a service, by id or else by name."""
        key = identity(record, problems)
        if key is None or key == ids.UNKNOWN_ORGANISATION:
            return None
        name = record.get("name")
        alike = name.strip().casefold() if isinstance(name, str) else ""
        known = self.organisations.get(key) or self.by_name.get(alike)
        body = Organisation(uuid=key)
        before = len(problems.found)
        problems.pass_over(record)
        values = {field: record[field] for field in _BODY if field in record}
        if values.get("description") == name:
            del values["description"]
        fill(body, {"name": "", **values}, problems)
        fill(body, {"kind": one(record, OURS, problems).get("kind", "")}, problems)
        if known:
            self._differing("The organisation", known, body, [*values, "kind"] if OURS in record else list(values))
            return known
        if len(problems.found) > before:
            return None
        for row in parts(record, "organization_identifiers", problems):
            number = OrganisationIdentifier(uuid=identity(row, problems) or key)
            given = {f: row.get(f, "") for f in ("identifier_scheme", "identifier_type", "identifier")}
            fill(number, given, problems)
            body.identifiers.add(number)
        if len(problems.found) == before:
            body.save()
            self.organisations[key] = self.by_name[body.name.casefold()] = body
        return body

    def place(self, record: dict, problems: Problems) -> Location | None:
        """A place, by its id."""
        key = identity(record, problems)
        if key is None:
            return None
        before = len(problems.found)
        place = self._read_place(key, record, problems)
        known = self.places.get(key) or Location.objects.filter(uuid=key).first()
        if known:
            self.places[key] = known
            said = [name for name in (*_PLACE, *_ADDRESS) if getattr(place, name) not in ("", None)]
            self._differing("The place", known, place, said)
            return known
        if len(problems.found) > before:
            return None
        place.save()
        self.places[key] = place
        return place

    def _read_place(self, key: UUID, record: dict, problems: Problems) -> Location:
        problems.pass_over(record)
        ours = one(record, OURS, problems)
        addresses = parts(record, "addresses", problems)
        address = addresses[0] if addresses else one(ours, "part_of_address", problems)
        if len(addresses) > 1:
            problems.left_out["`addresses`: we keep one for each place"] += 1
        problems.pass_over(address)
        place = Location(uuid=key)
        values = {name: record[name] for name in _PLACE if name in record}
        values |= {name: address.get(name, "") for name in _ADDRESS}
        values["country"] = country(values["country"])
        values["name"] = values.get("name") or address.get("address_1") or "A place without a name"
        if _outside(values.get("latitude"), _LATITUDES) or _outside(values.get("longitude"), _LONGITUDES):
            self.note(f"The place “{values['name']}” has coordinates that are not in the United Kingdom: left out.")
            values["latitude"] = values["longitude"] = None
        fill(place, values, problems)
        place.ward = self.wards.get(ours.get("ward", "")) if isinstance(ours.get("ward", ""), str) else None
        for row in parts(record, "accessibility", problems):
            if row.get("id") == str(access_id(key)):
                fill(place, {"accessibility": row.get("description", "")}, problems)
                continue
            access = Accessibility(uuid=identity(row, problems) or key)
            given = {name: row.get(name, "") for name in ("description", "details", "url")}
            fill(access, {**given, "kind": one(row, OURS, problems).get("kind", "")}, problems)
            place.access_details.add(access)
        hours, days = read_hours(record, LocationSchedule, LocationException, problems)
        place.schedules.set(hours)
        place.exceptions.set(days)
        return place

    def term(self, attribute: dict, problems: Problems):
        """The word of an attribute: one of ours as (vocabulary, word), or one of theirs, or nothing."""
        record = one(attribute, "taxonomy_term", problems)
        key = identity({"id": record.get("id") or attribute.get("taxonomy_term_id")}, problems, "id")
        if key is None:
            return None
        if key in self.ours or key in self.terms:
            return self.ours.get(key) or self.terms[key]
        if not record:
            self.report.left_out["`attributes`: the word that they name is not in the file"] += 1
            return None
        term = TaxonomyTerm(uuid=key)
        before = len(problems.found)
        names = ("code", "name", "description", "language", "term_uri")
        fill(term, {"name": "", **{name: record[name] for name in names if name in record}}, problems)
        if len(problems.found) > before:
            return None
        term.taxonomy = self._taxonomy(record)
        term.save()
        self.terms[key] = term
        return term

    def _taxonomy(self, record: dict) -> Taxonomy | None:
        name = record.get("taxonomy")
        if not isinstance(name, str) or not name:
            return None
        try:
            key = UUID(record["taxonomy_id"])
        except (KeyError, ValueError, TypeError, AttributeError):
            return Taxonomy.objects.get_or_create(name=name[:120])[0]
        return Taxonomy.objects.get_or_create(uuid=key, defaults={"name": name[:120]})[0]

    def _differing(self, kind: str, known, said, names: list[str]) -> None:
        differing = [name for name in names if _comparable(known, name) != _comparable(said, name)]
        if differing:
            self.note(
                f"{kind} “{known.name}” is here already and stays as it is. The file differs in: "
                f"{', '.join(differing)}. Change it in the admin if the file is right."
            )


def _comparable(thing, name: str):
    value = getattr(thing, name)
    return plain(value) if isinstance(value, str) else value


def _outside(value, bounds: tuple[float, float]) -> bool:
    return isinstance(value, int | float) and not bounds[0] <= value <= bounds[1]
