"""The words that every part shares, edited by staff as snippets so that one change is seen everywhere."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import RevisionMixin

from common.models.two_people import NeedsTwoPeople


class Term(RevisionMixin, models.Model):
    """A named thing with a stable code. The code is what addresses and exports carry; the name may change."""

    code = models.SlugField(
        "code", unique=True, help_text="Short and neutral. It appears in addresses and never changes."
    )
    name = models.CharField("name", max_length=120)
    description = models.TextField("in plain words", blank=True)
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class KeyMessage(Term):
    """One of the five things young people asked the borough to talk about (seed 000)."""

    wording = models.TextField(
        "approved wording",
        blank=True,
        help_text="The official words. Leave empty until they are approved: pages then say so.",
    )

    class Meta(Term.Meta):
        verbose_name = "key message"


class BigQuestion(Term):
    """One of the three big questions, in the partnership's exact words (seed 004)."""

    class Meta(Term.Meta):
        verbose_name = "big question"


class Domain(Term):
    """One of the six domains of work (seed 003 says five and lists six)."""

    class Meta(Term.Meta):
        verbose_name = "domain"


class EcologicalLevel(Term):
    """One of the four levels of the social ecological model: individual, relationships, community, society."""

    class Meta(Term.Meta):
        verbose_name = "level"


class Need(Term):
    """A situation in a person's own words, by which services are found, such as "I am being hurt at home"."""

    class Meta(Term.Meta):
        verbose_name = "need"


class EmergencyContact(NeedsTwoPeople):
    """A number to ring when somebody is not safe. One source for every page, in every language; two people agree."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("whom it reaches", max_length=120)
    phone = models.CharField("number as read", max_length=40)
    lead = models.CharField(
        "words before the number", max_length=24, blank=True, help_text="At the top of every page, such as “Under 19?”."
    )
    note = models.CharField("when to ring", max_length=240, blank=True)
    in_strip = models.BooleanField("show at the top of every page", default=False)
    for_facilitators = models.BooleanField("show on the stop screen", default=False)
    out_of_hours = models.BooleanField("answers at night and weekends", default=False)
    checked_on = models.DateField("checked on", null=True, blank=True)
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "emergency contact"

    def __str__(self) -> str:
        return f"{self.name}: {self.phone}"

    @property
    def tel(self) -> str:
        """The number as a `tel:` link carries it: digits and a leading plus only."""
        return "".join(character for character in self.phone if character.isdigit() or character == "+")


class SafeguardingText(RevisionMixin, models.Model):
    """What people are told to do who hear that somebody is not safe. The law behind it changes, so it has a date.

    Without a date it is a draft, and every page that shows it says so.
    """

    code = models.SlugField("code", unique=True)
    name = models.CharField("where it shows", max_length=120)
    text = models.TextField("what it says", help_text="An empty line begins a new paragraph.")
    agreed_on = models.DateField(
        "as it stood on",
        null=True,
        blank=True,
        help_text="The day on which somebody compared it with the law and the partnership’s procedures.",
    )
    agreed_by = models.CharField(
        "agreed by", max_length=120, blank=True, help_text="A role, such as “Safeguarding lead”, and never a name."
    )
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "safeguarding text"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.agreed_on and self.agreed_on > timezone.localdate():
            raise ValidationError({"agreed_on": "Choose today or an earlier day."})
        if bool(self.agreed_on) != bool(self.agreed_by):
            empty = "agreed_by" if self.agreed_on else "agreed_on"
            raise ValidationError({empty: "Fill in both: the day, and the role that agreed it. Or leave both empty."})
