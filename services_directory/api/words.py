"""Our five vocabularies, and the words that came in with other systems' entries, as taxonomies and terms."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from common.models import Domain, EcologicalLevel, KeyMessage, Need
from common.models.vocabulary import Term
from services_directory.api import ids
from services_directory.api.parts import compact
from services_directory.models import Audience, Taxonomy, TaxonomyTerm


@dataclass(frozen=True)
class Vocabulary:
    """One of our lists of words, and the field of a service that holds words of it."""

    kind: str
    field: str
    many: bool
    model: type[Term]
    name: str
    description: str

    @property
    def id(self) -> UUID:
        return ids.of_word(self.kind)

    def of(self, service) -> list[Term]:
        """The words of this list that a service has."""
        value = getattr(service, self.field)
        return list(value.all()) if self.many else [value] if value else []


VOCABULARIES = [
    Vocabulary("need", "needs", True, Need, "Needs", "A situation, in the words of the person who is in it."),
    Vocabulary("audience", "audiences", True, Audience, "Audiences", "Whom a service is for."),
    Vocabulary("domain", "domain", False, Domain, "Domains", "The six domains of the borough's work."),
    Vocabulary("level", "level", False, EcologicalLevel, "Levels", "The four levels of the social ecological model."),
    Vocabulary(
        "key-message", "key_messages", True, KeyMessage, "Key messages", "What young people asked the borough to say."
    ),
]


def term_id(kind: str, word: Term) -> UUID:
    return ids.of_word(kind, word.code)


def our_term(vocabulary: Vocabulary, word: Term) -> dict:
    return {
        "id": str(term_id(vocabulary.kind, word)),
        "code": word.code,
        "name": word.name,
        "description": word.description or word.name,
        "taxonomy": vocabulary.name,
        "taxonomy_id": str(vocabulary.id),
        "term": word.name,
    }


def imported_term(word: TaxonomyTerm) -> dict:
    return compact(
        {
            "id": str(word.uuid),
            "code": word.code,
            "name": word.name,
            "description": word.description or word.name,
            "parent_id": str(word.parent.uuid) if word.parent else "",
            "taxonomy": word.taxonomy.name if word.taxonomy else "",
            "taxonomy_id": str(word.taxonomy.uuid) if word.taxonomy else "",
            "language": word.language,
            "term_uri": word.term_uri,
            "term": word.name,
        }
    )


def our_taxonomy(vocabulary: Vocabulary) -> dict:
    return {"id": str(vocabulary.id), "name": vocabulary.name, "description": vocabulary.description}


def imported_taxonomy(taxonomy: Taxonomy) -> dict:
    return compact(
        {
            "id": str(taxonomy.uuid),
            "name": taxonomy.name,
            "description": taxonomy.description or taxonomy.name,
            "uri": taxonomy.uri,
            "version": taxonomy.version,
        }
    )


def attributes(service) -> list[dict]:
    """Every word that a service has, as HSDS attributes."""
    key = service.translation_key
    found = [
        (vocabulary.kind, our_term(vocabulary, word)) for vocabulary in VOCABULARIES for word in vocabulary.of(service)
    ]
    found += [("taxonomy_term", imported_term(word)) for word in service.terms.all()]
    return [
        {
            "id": str(ids.of_part(key, f"term/{term['id']}")),
            "link_id": str(key),
            "link_type": link,
            "link_entity": "service",
            "taxonomy_term_id": term["id"],
            "taxonomy_term": term,
        }
        for link, term in found
    ]


class Chain:
    """Our own short list, and after it the rows of the database, counted and cut as one list."""

    def __init__(self, ours: list[dict], theirs: QuerySet, write: Callable) -> None:
        self.ours, self.theirs, self.write = ours, theirs, write

    def count(self) -> int:
        return len(self.ours) + self.theirs.count()

    def cut(self, start: int, end: int) -> list[dict]:
        rows = self.ours[start:end]
        after = len(self.ours)
        if end > after:
            rows += [self.write(row) for row in self.theirs[max(start - after, 0) : end - after]]
        return rows

    def one(self, key: UUID) -> dict | None:
        mine = next((row for row in self.ours if row["id"] == str(key)), None)
        row = None if mine else self.theirs.filter(uuid=key).first()
        return mine or (self.write(row) if row else None)


def taxonomies(search: str = "") -> Chain:
    ours = [row for row in map(our_taxonomy, VOCABULARIES) if _holds(row, search)]
    theirs = Taxonomy.objects.filter(Q(name__icontains=search) | Q(description__icontains=search))
    return Chain(ours, theirs.order_by("pk"), imported_taxonomy)


def terms(search: str = "", *, taxonomy: UUID | None = None, parent: UUID | None = None, top: bool = False) -> Chain:
    """Every word, narrowed by what is given. Our own words have no parents."""
    wanted = [vocabulary for vocabulary in VOCABULARIES if taxonomy in (None, vocabulary.id)]
    ours = [] if parent else [row for row in _our_terms(wanted) if _holds(row, search)]
    theirs = TaxonomyTerm.objects.select_related("taxonomy", "parent")
    theirs = theirs.filter(Q(name__icontains=search) | Q(description__icontains=search))
    if taxonomy:
        theirs = theirs.filter(taxonomy__uuid=taxonomy)
    if parent:
        theirs = theirs.filter(parent__uuid=parent)
    if top:
        theirs = theirs.filter(parent=None)
    return Chain(ours, theirs.order_by("pk"), imported_term)


def _our_terms(vocabularies: Iterable[Vocabulary]) -> list[dict]:
    return [our_term(vocabulary, word) for vocabulary in vocabularies for word in vocabulary.model.objects.all()]


def _holds(row: dict, search: str) -> bool:
    return search.casefold() in f"{row['name']} {row['description']}".casefold()


def with_term(key: UUID) -> Q:
    """Services that have this word, ours or another system's. The lookup for ours goes by code."""
    for vocabulary in VOCABULARIES:
        for pk, code in vocabulary.model.objects.values_list("pk", "code"):
            if ids.of_word(vocabulary.kind, code) == key:
                return linked(vocabulary.field, {"pk": pk})
    return linked("terms", {"uuid": key})


def with_taxonomy(key: UUID) -> Q:
    """Services that have any word of this list."""
    for vocabulary in VOCABULARIES:
        if vocabulary.id == key:
            return linked(vocabulary.field, {"pk__isnull": False})
    return linked("terms", {"taxonomy__uuid": key})


def linked(field: str, wanted: dict) -> Q:
    """Services whose `field` names a word like this; by subquery, so that no row comes twice."""
    from services_directory.models import ServicePage

    part: Any = ServicePage._meta.get_field(field)
    words = part.related_model.objects.filter(**wanted)
    if not part.many_to_many:
        return Q(**{f"{field}__in": words})
    through = part.remote_field.through.objects
    return Q(pk__in=through.filter(**{f"{part.m2m_reverse_field_name()}__in": words}).values("servicepage_id"))
