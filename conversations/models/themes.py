"""The codebook: what each theme means, and how that changed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from common.disclosure import LEAST_CONVERSATIONS, WITHHELD, count_of_conversations, count_of_people
from common.models import BigQuestion, Domain, EcologicalLevel, KeyMessage, Need
from common.models.vocabulary import Term
from conversations.choices import ANSWERING, ThemeKind

# "None of these" and "cannot tell" are two things, and neither is a theme.
NONE_OF_THESE = "none-of-these"
CANNOT_TELL = "cannot-tell"

# The table of figures that is by nothing but the theme.
OVERALL = "theme"


class ThemeQuerySet(models.QuerySet):
    def said(self) -> "ThemeQuerySet":
        """The real themes: without the reserved codes."""
        return self.exclude(kind=ThemeKind.RESERVED)

    def in_use(self) -> "ThemeQuerySet":
        """Without those that were merged into another: their addresses stay, and lead there."""
        return self.filter(merged_into=None)

    def for_files(self) -> "ThemeQuerySet":
        return self.in_use().select_related("parent", "level", "domain", "message", "big_question")

    def with_conversations_counted(self) -> "ThemeQuerySet":
        """How many conversations that count have it: conversations first, so that one loud group never decides.

        As the figures were last refreshed: seconds after a change.
        """
        from conversations.models.figures import Figure

        own = Figure.objects.of(OVERALL).filter(theme=OuterRef("pk"))
        return self.annotate(conversation_count=Coalesce(Subquery(own.values("conversations")), 0))

    def with_places_and_points_counted(self) -> "ThemeQuerySet":
        """In how many wards it was said, and on how many points, which come after conversations and places."""
        from conversations.models.figures import Figure

        own = Figure.objects.filter(theme=OuterRef("pk")).order_by()
        wards = own.of("ward").values("theme").annotate(found=Count("pk"))
        return self.annotate(
            place_count=Coalesce(Subquery(wards.values("found")), 0),
            point_count=Coalesce(Subquery(own.of(OVERALL).values("points")), 0),
        )

    def said_in(self, conversation) -> "ThemeQuerySet":
        """Through a subquery, as below."""
        return self.filter(pk__in=conversation.points.filter(codings__stands=True).values("codings__theme"))

    def leading_to(self, priority) -> "ThemeQuerySet":
        """Through a subquery, so that counting conversations afterwards counts every one."""
        return self.filter(pk__in=priority.links.answering().values("theme"))

    def questioning(self, priority) -> "ThemeQuerySet":
        """What people said against `priority`, or asked about it."""
        return self.filter(pk__in=priority.links.questioning().values("theme"))

    def with_answers(self) -> "ThemeQuerySet":
        return self.select_related("not_taken_forward").prefetch_related("links__priority")

    def answered(self) -> "ThemeQuerySet":
        """Those that end in a published priority, or in a published reason why not."""
        leads = Q(links__priority__live=True, links__kind__in=ANSWERING)
        return self.filter(leads | Q(not_taken_forward__isnull=False)).distinct()

    def without_answer(self) -> "ThemeQuerySet":
        return self.exclude(pk__in=Theme.objects.answered().values("pk"))


class Theme(Term):
    """One theme of the codebook, in the partnership's own words."""

    kind = models.CharField("what it does", max_length=10, choices=ThemeKind.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    level = models.ForeignKey(EcologicalLevel, on_delete=models.SET_NULL, null=True, blank=True, related_name="themes")
    domain = models.ForeignKey(Domain, on_delete=models.SET_NULL, null=True, blank=True, related_name="themes")
    big_question = models.ForeignKey(
        BigQuestion, on_delete=models.SET_NULL, null=True, blank=True, related_name="themes"
    )

    message = models.ForeignKey(KeyMessage, on_delete=models.SET_NULL, null=True, blank=True, related_name="themes")
    # What in the directory would help with it: where nothing does, there is a gap.
    needs = models.ManyToManyField(Need, verbose_name="what would help", related_name="themes", blank=True)
    when_to_use = models.TextField("use it when", blank=True)
    when_not = models.TextField("do not use it when", blank=True)
    example_words = models.TextField("words that people use", blank=True)
    # What files of other tools know it by. The name may change and this never does.
    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    # Counts the changes, so that of two people who change it at once the second is told.
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = ThemeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta(Term.Meta):
        verbose_name = "theme"

    @property
    def is_reserved(self) -> bool:
        return self.kind == ThemeKind.RESERVED

    @property
    def heard(self) -> str:
        """The number of conversations, as it may be shown. Needs `.with_conversations_counted()`."""
        return count_of_conversations(self.conversation_count)

    @property
    def places(self) -> str:
        """In how many wards; withheld where so few conversations had it that the wards would point at them (rule 7)."""
        return str(self.place_count) if self.conversation_count >= LEAST_CONVERSATIONS else WITHHELD

    @property
    def points_shown(self) -> str:
        return count_of_people(self.point_count) if self.conversation_count >= LEAST_CONVERSATIONS else WITHHELD

    @property
    def answers(self) -> list:
        """The published priorities that it leads to."""
        return sorted(
            {link.priority for link in self.links.all() if link.is_answer and link.priority.live},
            key=lambda priority: priority.path,
        )

    @property
    def reason_not_taken_forward(self) -> str:
        because = getattr(self, "not_taken_forward", None)
        return because.reason if because else ""


class CodebookVersion(models.Model):
    """The whole codebook as it stood after a change: what a coding of that day meant can be read for ever."""

    number = models.PositiveIntegerField(unique=True)
    what = models.CharField("what changed", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    themes = models.JSONField()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"Codebook {self.number}"
