"""That somebody was rung after a conversation, and what came of it. Never what it was about (rule 5)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from conversations.models.conversations import Conversation
from conversations.working_hours import after_working_hours

if TYPE_CHECKING:
    from accounts.models import User

# Working hours within which the lead takes it on; then the deputy is told (S2).
HOURS_IF_URGENT, HOURS = 1, 4


class SafetyPointerQuerySet(models.QuerySet):
    def visible_to(self, user: "User") -> "SafetyPointerQuerySet":
        """For the safeguarding lead and deputies, without those that are about them (S3, S5)."""
        if not user.has_role(Role.SAFEGUARDING, Role.DEPUTY):
            return self.none()
        about_them = Q(hidden_from=user)
        if user.has_role(Role.SAFEGUARDING):
            about_them |= Q(about=SafetyPointer.About.LEAD)
        if user.has_role(Role.DEPUTY):
            about_them |= Q(about=SafetyPointer.About.DEPUTY)
        return self.exclude(pk__in=SafetyPointer.objects.filter(about_them).values("pk"))

    def open(self) -> "SafetyPointerQuerySet":
        return self.filter(closed_at=None)

    def closed(self) -> "SafetyPointerQuerySet":
        return self.filter(closed_at__isnull=False)

    def waiting(self) -> "SafetyPointerQuerySet":
        """Those that nobody has taken on, and of which no deputy was told."""
        return self.open().filter(acknowledged_at=None, deputy_told_at=None)

    def for_lists(self) -> "SafetyPointerQuerySet":
        return self.select_related("conversation", "acknowledged_by").order_by("-is_urgent", "recorded_at", "pk")


class SafetyPointer(models.Model):
    """One call: whom, when, their reference, who took it on, how it ended. It is never deleted here (S4)."""

    class Outcome(models.TextChoices):
        RUNG = "rung", "I rang and spoke to someone"
        NOT_THROUGH = "not_through", "I rang and could not get through"
        FOUND = "found", "A reader of the note found it. Nobody has rung yet"

    class About(models.TextChoices):
        NOBODY = "nobody", "No"
        VOLUNTEER = "volunteer", "Yes, a facilitator or champion"
        STAFF = "staff", "Yes, a member of staff"
        LEAD = "lead", "Yes, the safeguarding lead"
        DEPUTY = "deputy", "Yes, a safeguarding deputy"

    class Result(models.TextChoices):
        CHILDREN = "children", "Referred to children’s services (MASH)"
        ADULTS = "adults", "Referred to adults’ services (Adult Gateway)"
        POLICE = "police", "Referred to the police"
        LADO = "lado", "Referred to the Local Authority Designated Officer (LADO)"
        ADVICE = "advice", "Advice given, no referral"
        NO_CONCERN = "no_concern", "Not a safeguarding concern"

    # What a facilitator answers; the third comes from a reader of the note.
    ANSWERS = (Outcome.RUNG, Outcome.NOT_THROUGH)
    REFERRED = (Result.CHILDREN, Result.ADULTS, Result.POLICE, Result.LADO)

    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, related_name="safety_pointer")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    rung = models.CharField("whom you rang", max_length=50, help_text="The code of an emergency contact.")
    rung_at = models.DateTimeField("when")
    their_reference = models.CharField("reference they gave", max_length=40, blank=True)
    recorded_at = models.DateTimeField(auto_now=True)
    is_urgent = models.BooleanField("somebody may be in danger today", default=False)
    about = models.CharField("about one of our people", max_length=9, choices=About.choices, default=About.NOBODY)
    is_child_sexual_abuse = models.BooleanField("it may be child sexual abuse", default=False)

    hidden_from = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="hidden from",
    )  # fmt: skip
    alerted_at = models.DateTimeField(null=True, editable=False)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    deputy_told_at = models.DateTimeField(null=True)
    result = models.CharField("how it ended", max_length=10, choices=Result.choices, blank=True)
    referred_on = models.DateField("referred on", null=True, blank=True)
    result_reference = models.CharField("their reference", max_length=40, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = SafetyPointerQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closed_at=None) | ~Q(result=""), name="nothing_closed_without_outcome")
        ]

    def __str__(self) -> str:
        return f"Safety pointer of {self.conversation_id}"

    @property
    def is_about_us(self) -> bool:
        return self.about != self.About.NOBODY

    @property
    def due(self) -> datetime:
        """Until when the lead should have taken it on."""
        return after_working_hours(self.alerted_at or self.recorded_at, HOURS_IF_URGENT if self.is_urgent else HOURS)
