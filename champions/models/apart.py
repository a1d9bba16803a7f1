"""Two people who must not be at the same workshop. Only that is kept: never why."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone

LOOK_AGAIN_AFTER = timedelta(days=365)


class KeptApartQuerySet(models.QuerySet):
    def others(self, contacts: Iterable[str]) -> set[str]:
        """The addresses, in small letters, and numbers from which one of these is kept apart."""
        ours = {contact.lower() for contact in contacts if contact}
        if not ours:
            return set()
        pairs = self.filter(Q(one__in=ours) | Q(other__in=ours)).values_list("one", "other")
        return {other if one in ours else one for one, other in pairs}

    def among(self, contacts: set[str]) -> "KeptApartQuerySet":
        """Pairs of which both are in `contacts`, given in small letters."""
        return self.filter(one__in=contacts, other__in=contacts)

    def in_the_way(self) -> "KeptApartQuerySet":
        """For a part of a query about bookings: pairs whose other person has, or was offered, a place there."""
        from champions.models.bookings import Booking
        from champions.models.guests import Guest

        workshop = OuterRef(OuterRef("workshop"))
        here = Booking.objects.promised().filter(workshop=workshop).alias(address=Lower("email"))
        along = Guest.objects.filter(booking__workshop=workshop, booking__state__in=Booking.SEATED_STATES)

        def is_there(person: str) -> Q:
            them = OuterRef(person)
            return Q(Exists(here.filter(Q(address=them) | Q(mobile=them)))) | Q(Exists(along.filter(email=them)))

        def is_them(person: str) -> Q:
            return Q(**{person: Lower(OuterRef("email"))}) | Q(**{person: OuterRef("mobile")})

        return self.filter((is_them("one") & is_there("other")) | (is_them("other") & is_there("one")))


class KeptApart(models.Model):
    """A pair of addresses in small letters or numbers, in the order of the alphabet, so that a pair is noted once."""

    one = models.CharField("one person", max_length=254)
    other = models.CharField("the other person", max_length=254)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    objects = KeptApartQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-id"]
        constraints = [
            models.UniqueConstraint("one", "other", name="a_pair_is_kept_apart_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="a_pair_is_two_people"),
        ]
        indexes = [models.Index(fields=["other"], name="kept_apart_other")]

    def __str__(self) -> str:
        # Stands in logs and lists: the addresses do not.
        return f"Two people, noted {self.created:%-d %B %Y}"

    @property
    def is_due_for_a_look(self) -> bool:
        """Noted a year ago or more. Nothing takes it off by itself: that could put somebody at risk."""
        return self.created <= timezone.now() - LOOK_AGAIN_AFTER
