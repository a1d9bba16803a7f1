"""What people said: one idea per point, and their own words where they agreed to it."""

from django.core.exceptions import ValidationError
from django.db import models

from common.models import BigQuestion, EcologicalLevel
from conversations.choices import (
    PUBLISHABLE_CONSENTS,
    Consent,
    ConsentHow,
    Feeling,
    Horizon,
    PlaceScope,
    PointKind,
    SpeakerRole,
    WhoShouldAct,
)
from conversations.models.conversations import Conversation
from conversations.states import COUNTED, State

LONGEST_POINT = 1000


def list_of_actors(value) -> None:
    """`who_should_act` holds codes of WhoShouldAct, and nothing else."""
    if not isinstance(value, list) or any(code not in WhoShouldAct.values for code in value):
        raise ValidationError("Choose who should act from the list")


class PointQuerySet(models.QuerySet):
    def counted(self) -> "PointQuerySet":
        return self.filter(conversation__state__in=COUNTED)

    def of_kinds(self, kinds) -> "PointQuerySet":
        return self.filter(kind__in=kinds)

    def to_code_by(self, user) -> "PointQuerySet":
        """Those that wait for a first theme, the longest first. Nobody codes what they wrote."""
        waiting = self.filter(conversation__state=State.ACCEPTED, codings=None).open_to(user)
        own = models.Q(conversation__facilitator=user) | models.Q(conversation__entered_by=user)
        return waiting.exclude(own).order_by("conversation__held_on", "conversation", "number")

    def open_to(self, user) -> "PointQuerySet":
        """All but those of notes that are kept from this reader."""
        return self.exclude(conversation__kept_from=user)

    def with_theme(self, theme) -> "PointQuerySet":
        return self.filter(codings__theme=theme, codings__stands=True).distinct()

    def after(self, number: int) -> "PointQuerySet":
        return self.filter(number__gt=number)

    def up_to(self, number: int) -> "PointQuerySet":
        return self.filter(number__lte=number)

    def counts_by_kind(self) -> dict[str, int]:
        return dict(self.order_by().values_list("kind").annotate(found=models.Count("pk")))

    def with_thread(self) -> "PointQuerySet":
        """With the themes on each, and where each theme leads: a fixed number of queries."""
        return self.prefetch_related(
            "codings__theme__links__priority__actions", "codings__theme__not_taken_forward", "quote"
        )


class Point(models.Model):
    """One thing that was said, in the note-taker's plain words."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    # Made by the page that shows the form: the same form posted twice is one point.
    key = models.CharField(max_length=36, blank=True, editable=False)
    kind = models.CharField("kind", max_length=12, choices=PointKind.choices)
    words = models.TextField("what people said", max_length=LONGEST_POINT)
    who_should_act = models.JSONField("who should act", default=list, blank=True, validators=[list_of_actors])
    horizon = models.CharField("when", max_length=3, choices=Horizon.choices, blank=True, default=Horizon.NOT_SAID)
    place_scope = models.CharField(
        "kind of place", max_length=9, choices=PlaceScope.choices, blank=True, default=PlaceScope.NOT_SAID
    )
    big_question = models.ForeignKey(
        BigQuestion, on_delete=models.SET_NULL, null=True, blank=True, related_name="points"
    )
    level = models.ForeignKey(EcologicalLevel, on_delete=models.SET_NULL, null=True, blank=True, related_name="points")
    feeling = models.CharField("how many felt this", max_length=5, choices=Feeling.choices, blank=True)
    dissent = models.CharField("who saw it differently", max_length=500, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = PointQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["conversation", "number"]
        constraints = [
            models.UniqueConstraint("conversation", "number", name="one_point_per_number"),
            models.UniqueConstraint("conversation", "key", condition=~models.Q(key=""), name="one_point_per_form"),
        ]

    def __str__(self) -> str:
        return f"Point {self.number} of {self.conversation_id}"

    @property
    def is_about_harm(self) -> bool:
        """What somebody who reads many of these wants to know before they read it."""
        return self.kind in (PointKind.CAUSE, PointKind.ROOT_CAUSE)

    @property
    def actors(self) -> list[str]:
        """Who should act, in words."""
        return [WhoShouldAct(code).label for code in self.who_should_act if code in WhoShouldAct.values]

    @property
    def themes(self) -> list:
        """The themes that stand on it, in the order of the codebook. Reads prefetched codings."""
        found = {coding.theme_id: coding.theme for coding in self.codings.all() if coding.stands}
        return sorted(found.values(), key=lambda theme: (theme.order, theme.name))


class QuoteQuerySet(models.QuerySet):
    def publishable(self) -> "QuoteQuerySet":
        """Those whose speakers agreed that anyone may read them, of conversations that count."""
        return self.filter(consent__in=PUBLISHABLE_CONSENTS, point__conversation__state__in=COUNTED)


class Quote(models.Model):
    """The own words of somebody who agreed to it. A quote is shown only where it was agreed for a priority."""

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="quote")
    words = models.CharField("their own words", max_length=300)
    consent = models.CharField("who may read it", max_length=12, choices=Consent.choices)
    consent_how = models.CharField("how they said yes", max_length=8, choices=ConsentHow.choices, blank=True)
    speaker = models.CharField("who said it", max_length=14, choices=SpeakerRole.choices, default=SpeakerRole.RESIDENT)
    # On the speaker's card. Whoever has it may take these words out at any time. One speaker may have several quotes.
    withdrawal_code = models.CharField(max_length=9, blank=True, editable=False, db_index=True)
    agreed_for = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.SET_NULL, null=True, blank=True, related_name="agreed_quotes"
    )

    objects = QuoteQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Quote of point {self.point_id}"

    @property
    def card(self) -> int | None:
        """The number of the printed card that the speaker has, if it is one of those."""
        codes = self.point.conversation.quote_codes
        return codes.index(self.withdrawal_code) + 1 if self.withdrawal_code in codes else None

    @property
    def may_be_published(self) -> bool:
        return self.consent in PUBLISHABLE_CONSENTS

    @property
    def said_by(self) -> str:
        """The role of the speaker, if they agreed to its being shown."""
        return self.get_speaker_display() if self.consent == Consent.PUBLISH_ROLE else ""
