"""Which services may be seen, in what order. One rule for page, list, search and sitemap."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Case, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone
from wagtail.query import PageQuerySet

from common.models import Need
from services_directory.choices import Coverage, OrganisationKind, Referral, ServiceStatus
from services_directory.models.location import ServiceAtLocation
from services_directory.models.who_will_know import WhoWillKnow

# The need of people who want to change how they behave. Its services never stand beside those for survivors.
OWN_BEHAVIOUR = "own-behaviour"

# What a card, my list and the leaflet show. A page of the list would spend its time on the other sixty columns.
ON_CARDS = (
    *("title", "slug", "summary", "area", "coverage", "hours", "website", "organisation__name"),
    *("cost", "crisis", "referral", "online", "minimum_age", "maximum_age", "status", "bank_holidays"),
    *("checked_on", "checked_by", "check_due_on", "demo", "confidentiality"),
)


def may_be_seen(on: date | None = None) -> Q:
    """Live entries that were checked in time, or that are a crisis line and were checked at all.

    On a demo site, never-checked entries show too, with a flag. Elsewhere demo entries do not show, and neither does
    an entry with one of the five answers missing.
    """
    today = on or timezone.localdate()
    checked_in_time = Q(hidden_from__gt=today) | Q(crisis=True, checked_on__isnull=False)
    # English, until an entry's words can differ by language while its facts stay one.
    seen = Q(live=True, locale__language_code=settings.LANGUAGE_CODE)
    seen &= Q(status__in=(ServiceStatus.ACTIVE, ServiceStatus.TEMPORARILY_CLOSED))
    if settings.DEMO:
        return seen & (checked_in_time | Q(checked_on=None))
    return seen & checked_in_time & Q(demo=False) & WhoWillKnow.all_answered()


class ServicePageQuerySet(PageQuerySet):
    def published(self, on: date | None = None) -> "ServicePageQuerySet":
        """Services that readers may see today."""
        return self.filter(may_be_seen(on))

    def withdrawn(self) -> "ServicePageQuerySet":
        """Live services that the rule keeps from readers for now."""
        return self.filter(live=True).exclude(may_be_seen())

    def crisis(self) -> "ServicePageQuerySet":
        return self.filter(crisis=True)

    def beside_survivors(self) -> "ServicePageQuerySet":
        """Without services for people who use abuse, which must never stand in one list with help for survivors."""
        return self.exclude(self._linked("needs", need__code=OWN_BEHAVIOUR))

    def for_own_behaviour(self) -> "ServicePageQuerySet":
        return self.filter(self._linked("needs", need__code=OWN_BEHAVIOUR))

    def helping_with(self, needs: Iterable) -> "ServicePageQuerySet":
        """Services for any of these situations, given by key."""
        return self.filter(self._linked("needs", need__in=needs))

    def _linked(self, field: str, **wanted) -> Q:
        """Linked through `field` to what is wanted; by subquery, so that no row comes twice."""
        links = getattr(self.model, field).through.objects.filter(**wanted)
        return Q(pk__in=links.values("servicepage_id"))

    def in_order(self) -> "ServicePageQuerySet":
        """What helps soonest first: crisis lines, then what needs no referral, near, run by the community, by name."""
        return self.order_by(
            _professionals_last(), "-crisis", _open_to_all_first(), _near_first(), _community_first(), "title"
        )

    def with_provider(self) -> "ServicePageQuerySet":
        return self.select_related("organisation")

    def for_cards(self) -> "ServicePageQuerySet":
        """Ready to be drawn as cards, with what a card shows and nothing else."""
        return self.with_provider().only(*ON_CARDS).prefetch_related("phones")

    def for_index(self) -> "ServicePageQuerySet":
        """With all that the search, the choices beside the list and the hours are made from."""
        places = ("places__location__ward", "places__location__schedules", "places__location__exceptions")
        parts = ("needs", "audiences", "wards", "spoken_languages", "schedules", "exceptions", *places)
        return self.with_provider().prefetch_related(*parts)

    def for_page(self) -> "ServicePageQuerySet":
        """Ready to be drawn as one page.

        What a page reads once is asked when it is drawn. To fetch it ahead, as for many, costs nearly twice as much.
        """
        places = Prefetch("places", ServiceAtLocation.objects.select_related("location"))
        return self.with_provider().prefetch_related(places)

    def their_needs(self) -> QuerySet[Need]:
        """The situations in which one of these services helps, so that no choice leads nowhere."""
        through = self.model.needs.through.objects
        return Need.objects.filter(Exists(through.filter(need=OuterRef("pk"), servicepage__in=self.values("pk"))))


def _professionals_last() -> Case:
    return _rank(When(referral=Referral.PROFESSIONALS, then=1))


def _open_to_all_first() -> Case:
    return Case(
        When(referral=Referral.NONE, then=0),
        When(referral=Referral.REFERRED, then=2),
        default=1,
        output_field=IntegerField(),
    )


def _near_first() -> Case:
    return _rank(When(coverage=Coverage.NATIONAL, then=2), When(coverage=Coverage.LONDON, then=1))


def _community_first() -> Case:
    own = (OrganisationKind.COMMUNITY, OrganisationKind.CHARITY)
    state = (OrganisationKind.COUNCIL, OrganisationKind.GOVERNMENT)
    return Case(
        When(organisation__kind__in=own, then=0),
        When(organisation__kind__in=state, then=2),
        When(organisation__kind=OrganisationKind.POLICE, then=3),
        default=1,
        output_field=IntegerField(),
    )


def _rank(*whens: When) -> Case:
    return Case(*whens, default=Value(0), output_field=IntegerField())
