"""What else is known: strands, reviews, needs assessments, learning from cases, research; and self-checks."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from conversations.choices import PRINCIPLES, RecordKind, RecordPlace, RecordStatus, SelfCheckAnswer
from conversations.models.links import Link


class RecordQuerySet(models.QuerySet):
    def public(self) -> "RecordQuerySet":
        return self.filter(is_public=True)

    def to_sign(self) -> "RecordQuerySet":
        """Learning from cases at which nobody has looked yet for what could identify a person."""
        return self.filter(kind=RecordKind.CASES, signed_on=None)


class Record(models.Model):
    """One piece of work or evidence. Learning from deaths and serious harm is public only once it is signed off."""

    code = models.SlugField("code", unique=True)
    kind = models.CharField("what it is", max_length=10, choices=RecordKind.choices)
    title = models.CharField("title", max_length=160)
    year = models.PositiveSmallIntegerField(
        "year", null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    place = models.CharField("about where", max_length=10, choices=RecordPlace.choices, default=RecordPlace.BOROUGH)
    source = models.CharField("who made it", max_length=200)
    scope = models.TextField("what it looks at", max_length=1000)
    status = models.CharField("how far it is", max_length=9, choices=RecordStatus.choices, default=RecordStatus.PLANNED)
    findings = models.TextField("what it found", max_length=3000, blank=True)
    response = models.TextField("what we do about it", max_length=2000, blank=True)
    is_public = models.BooleanField("everybody can read it", default=False, editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    signed_on = models.DateField("signed off: nobody can be recognised", null=True, blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["kind", "-year", "title"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind=RecordKind.CASES, is_public=True, signed_on=None),
                name="learning_from_cases_is_signed_off",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def needs_sign_off(self) -> bool:
        return self.kind == RecordKind.CASES and self.signed_on is None


class RecordLink(Link):
    """A record supports a priority."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="links")
    priority = models.ForeignKey("conversations.PriorityPage", on_delete=models.PROTECT, related_name="records")

    class Meta:
        ordering = ["record", "priority"]
        constraints = [models.UniqueConstraint("record", "priority", name="one_link_of_a_record")]

    def __str__(self) -> str:
        return f"{self.record_id} → {self.priority_id}"


def self_check_answers(value) -> None:
    """`answers` holds one answer for each of the six principles. Raises ValidationError."""
    known = isinstance(value, dict) and set(value) == {code for code, _ in PRINCIPLES}
    if not known or any(answer not in SelfCheckAnswer.values for answer in value.values()):
        raise ValidationError("Answer for each of the six principles")


class SelfCheck(models.Model):
    """How a partner organisation sees itself against the six principles. It is no mark, and is ranked nowhere."""

    organisation = models.CharField("organisation", max_length=120)
    on = models.DateField("date")
    answers = models.JSONField(validators=[self_check_answers])
    next_step = models.CharField("what it will do next", max_length=300, blank=True)
    # The officer who wrote it down; nobody where the partner did so itself, by a link of ours.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Which invitation was answered, so that each is answered once.
    invitation = models.UUIDField(null=True, unique=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-on", "organisation"]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.on:%Y-%m-%d}"

    @property
    def has_begun_all(self) -> bool:
        return SelfCheckAnswer.NOT_YET not in self.answers.values()
