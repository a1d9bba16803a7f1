"""What attendance leaves behind: a record of training, and a personal link to join."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.db.models.functions import Lower
from django.utils import timezone

from champions.choices import FACILITATOR_KINDS, Kind
from champions.models.conditions import holds
from champions.models.workshops import Workshop
from common import codes


def _years_before(day: date, years: int) -> date:
    """The same day so many years ago; 28 February where there was no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def keeps_facilitator_trained(on: date) -> Q:
    """The one rule: facilitator training or a refresher in the 24 months up to this day, both ends included."""
    return Q(kind__in=FACILITATOR_KINDS, attended_on__gte=_years_before(on, 2), attended_on__lte=on)


def trained_until(last: date) -> date:
    """The last day on which training of the day `last` keeps somebody a trained facilitator, by the same rule."""
    day = _years_before(last, -2)
    # After 28 February, the rule covers the 29th of a leap year too.
    return day + timedelta(days=1) if _years_before(day + timedelta(days=1), 2) <= last else day


def new_certificate_code() -> str:
    """What proves a certificate, such as "KD7F-94MX-TRP3-66WQ"."""
    return codes.new(codes.CERTIFICATE)


class TrainingRecordQuerySet(models.QuerySet):
    def current(self, on: date | None = None) -> "TrainingRecordQuerySet":
        """Records that make their person a trained facilitator on that day (today, if none is given)."""
        return self.filter(keeps_facilitator_trained(on or timezone.localdate()))

    def last_of_facilitators(self, users: Iterable[int]) -> dict[int, date]:
        """When each of these users was last trained to lead conversations, by their number."""
        found = self.filter(user__in=list(users), kind__in=FACILITATOR_KINDS).order_by()
        return dict(found.values_list("user").annotate(last=Max("attended_on")))

    def certified(self) -> "TrainingRecordQuerySet":
        """Of workshops that are finished: until then a wrong tick can be taken back."""
        return self.filter(workshop__state=Workshop.State.DONE)

    def with_code(self, code: str) -> "TrainingRecordQuerySet":
        """The one that this certificate is about, without anything of the person's account."""
        return self.filter(certificate_code=code).select_related("workshop")

    def not_joined(self) -> "TrainingRecordQuerySet":
        """Records that did not lead anybody into the network."""
        return self.exclude(invitation__used_at__isnull=False)

    def invited(self) -> "TrainingRecordQuerySet":
        """Those who were sent their own link to join and have not used it."""
        return self.filter(invitation__isnull=False, invitation__used_at=None).order_by(Lower("name"))

    def of_user(self, user) -> "TrainingRecordQuerySet":
        return self.filter(user=user)

    def with_workshop(self) -> "TrainingRecordQuerySet":
        return self.select_related("workshop__venue", "user")

    def named(self) -> "TrainingRecordQuerySet":
        """Those of which we still know, without an account, whose they are."""
        return self.exclude(name="", email="")

    def by_name(self) -> "TrainingRecordQuerySet":
        return self.order_by(Lower("name"), "pk")

    def by_email(self, email: str) -> "TrainingRecordQuerySet":
        return self.filter(email__iexact=email)

    def by_emails(self, emails: set[str]) -> "TrainingRecordQuerySet":
        """Of one of these addresses, given in small letters."""
        return self.alias(address=Lower("email")).filter(address__in=emails)


class TrainingRecord(models.Model):
    """Somebody was at a workshop. Written by actions.mark_attended, and by nothing else."""

    workshop = models.ForeignKey("champions.Workshop", on_delete=models.PROTECT, related_name="attendance")
    booking = models.ForeignKey(
        "champions.Booking", on_delete=models.SET_NULL, null=True, blank=True, related_name="attendance"
    )
    # Empty until the person has an account: most people who come to a workshop never need one.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="training"
    )
    name = models.CharField("name", max_length=120)
    # Empty for those who gave no address: they were there all the same.
    email = models.EmailField("email address", blank=True)
    kind = models.CharField("kind", max_length=20, choices=Kind)
    attended_on = models.DateField("attended on")
    certificate_code = models.CharField(max_length=19, unique=True, default=new_certificate_code, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)

    objects = TrainingRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-attended_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                "workshop",
                Lower("email"),
                condition=~Q(email=""),
                name="one_training_record_per_workshop_and_address",
            ),
            models.UniqueConstraint("booking", condition=Q(email=""), name="one_training_record_per_unnamed_booking"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.attended_on:%-d %B %Y}"

    @property
    def is_certified(self) -> bool:
        return self.workshop.state == Workshop.State.DONE

    @property
    def called(self) -> str:
        """Their name: as their account has it, or as they gave it on the day."""
        return (self.user.get_full_name() if self.user else "") or self.name

    def is_current(self, on: date | None = None) -> bool:
        return holds(keeps_facilitator_trained(on or timezone.localdate()), self)


def can_be_used(now: datetime) -> Q:
    """The one rule for a joining link: not used, and not too old."""
    return Q(used_at__isnull=True, expires_at__gt=now)


class InvitationQuerySet(models.QuerySet):
    def locked(self) -> "InvitationQuerySet":
        return self.select_for_update()

    def with_attendance(self) -> "InvitationQuerySet":
        return self.select_related("attendance__workshop")


class Invitation(models.Model):
    """One person's own way into the network, after a workshop. The link carries the uuid, sealed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attendance = models.OneToOneField(TrainingRecord, on_delete=models.CASCADE, related_name="invitation")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Invitation after {self.attendance}"

    @property
    def is_usable(self) -> bool:
        return holds(can_be_used(timezone.now()), self)
