"""The public pages: what conversations are, the strategy, and each priority with its thread."""

from django.db import models
from django.db.models import Count, Prefetch, Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from champions.models import Initiative
from common.disclosure import LEAST_CONVERSATIONS, count_of_conversations
from common.models import BigQuestion
from common.pages import BasePage
from conversations.choices import ANSWERING
from conversations.models.conversations import Conversation
from conversations.models.indicators import Indicator
from conversations.models.points import Quote
from conversations.models.strategy import Aim
from conversations.models.themes import Theme
from conversations.models.versions import StrategyVersion


class ConversationsPage(BasePage):
    """What a community conversation is, what is asked, and how many were held."""

    intro = models.TextField("introduction", blank=True)
    notice = models.CharField("notice at the top", max_length=240, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("notice"), FieldPanel("intro")]
    template = "conversations/conversations_page.html"
    max_count_per_parent = 1
    subpage_types = ["conversations.WhatWeHeardPage"]

    class Meta:
        verbose_name = "conversations page"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["questions"] = BigQuestion.objects.all()
        context["told"] = self.get_children().live().order_by("-first_published_at")
        context["conversations_heard"] = count_of_conversations(Conversation.objects.counted().count())
        return context


class StrategyIndexPage(BasePage):
    """The whole strategy on one page: aims, priorities, and what will not be done and why."""

    intro = models.TextField("introduction", blank=True)
    notice = models.CharField("notice at the top", max_length=240, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("notice"), FieldPanel("intro")]
    template = "conversations/strategy_index_page.html"
    max_count_per_parent = 1
    subpage_types = ["conversations.PriorityPage"]

    class Meta:
        verbose_name = "strategy page"

    def get_context(self, request, *args, **kwargs) -> dict:
        from conversations import thread

        context = super().get_context(request, *args, **kwargs)
        context["aims"] = Aim.objects.all()
        context["editions"] = StrategyVersion.objects.told().defer("content")
        context["priorities"] = self.priorities()
        context["not_taken_forward"] = thread.not_taken_forward()
        context["answered"] = thread.share_answered()
        context["conversations_heard"] = count_of_conversations(Conversation.objects.counted().count())
        return context

    def priorities(self) -> "PriorityPageQuerySet":
        return PriorityPage.objects.child_of(self).live().standing().for_lists()


class PriorityPageQuerySet(PageQuerySet):
    def with_conversations_counted(self) -> "PriorityPageQuerySet":
        """How many conversations that count stand behind each, through its themes."""
        return self.annotate(
            conversation_count=Count("links__theme__tallies", filter=Q(links__kind__in=ANSWERING), distinct=True)
        )

    def holding_the_thread(self) -> "PriorityPageQuerySet":
        """Those on which something hangs that would fall with them."""
        parts = (
            "links", "actions", "measures", "learning", "records", "risks", "supersedes", "split_off", "versions",
        )  # fmt: skip
        hanging = Q()
        for part in parts:
            hanging |= Q(**{f"{part}__isnull": False})
        return self.filter(hanging).distinct()

    def leading_from(self, theme) -> "PriorityPageQuerySet":
        return self.filter(pk__in=theme.links.answering().values("priority"))

    def standing(self) -> "PriorityPageQuerySet":
        """Without those that another one follows: their addresses stay, and lead there."""
        return self.filter(superseded_by=None)

    def for_lists(self) -> "PriorityPageQuerySet":
        return (
            self.with_conversations_counted()
            .select_related("aim")
            .prefetch_related("actions", "links")
            .order_by("path")
        )


PriorityPageManager = PageManager.from_queryset(PriorityPageQuerySet)


class PriorityPage(BasePage):
    """One promise of the strategy, and the thread from what was said to what changed."""

    notice = models.CharField("notice at the top", max_length=240, blank=True)
    understood = models.TextField("what we understood, in plain words", blank=True)
    root_cause = models.TextField("root cause", blank=True)
    strength = models.TextField("strength to build on", blank=True)
    in_three_years = models.TextField("in 3 years", blank=True)
    in_five_years = models.TextField("in 5 years", blank=True)
    in_ten_years = models.TextField("in 10 years", blank=True)
    owner_role = models.CharField("owner", max_length=120, blank=True, help_text="A role, never a name.")
    agreed_on = models.DateField(
        "agreed by the board on", null=True, blank=True, help_text="Empty means that it is a draft."
    )
    aim = models.ForeignKey(Aim, on_delete=models.PROTECT, null=True, blank=True, related_name="priorities")
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="supersedes"
    )
    split_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="split_off"
    )

    objects = PriorityPageManager()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("notice"),
        FieldPanel("aim"),
        MultiFieldPanel(
            [FieldPanel("understood"), FieldPanel("strength"), FieldPanel("root_cause")], "What we understood"
        ),
        MultiFieldPanel(
            [FieldPanel("in_three_years"), FieldPanel("in_five_years"), FieldPanel("in_ten_years")], "What was decided"
        ),
        MultiFieldPanel([FieldPanel("owner_role"), FieldPanel("agreed_on")], "Who and when"),
    ]
    template = "conversations/priority_page.html"
    parent_page_types = ["conversations.StrategyIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "priority"
        verbose_name_plural = "priorities"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        number = Conversation.objects.counted().behind(self).count()
        context["strategy"] = self.get_parent()
        context["conversations_heard"] = count_of_conversations(number)
        context["wards_heard"] = Conversation.objects.counted().behind(self).wards_shown()
        context["themes"] = Theme.objects.leading_to(self).with_conversations_counted()
        context["against"] = Theme.objects.questioning(self).with_conversations_counted()
        context["quotes"] = Quote.objects.publishable().filter(agreed_for=self) if number >= LEAST_CONVERSATIONS else []
        context["indicators"] = Indicator.objects.of_priority(self).prefetch_related("readings")
        begun = Prefetch("initiatives", Initiative.objects.shown(), to_attr="begun")
        context["actions"] = self.actions.prefetch_related(begun)
        context["learned"] = self.learning.all()
        context["told"] = StrategyVersion.told_of(self)
        context["records"] = self.records.filter(record__is_public=True).select_related("record")
        return context

    @property
    def heard(self) -> str:
        """The number of conversations behind it, as it may be shown. Needs `.with_conversations_counted()`."""
        return count_of_conversations(self.conversation_count)

    @property
    def is_agreed(self) -> bool:
        return self.agreed_on is not None

    @property
    def horizons(self) -> list[tuple[str, str]]:
        """(in how many years, what is promised), the near ones first; only those that have a promise."""
        promises = (("3 years", self.in_three_years), ("5 years", self.in_five_years), ("10 years", self.in_ten_years))
        return [(years, promise) for years, promise in promises if promise]

    @property
    def progress(self) -> str:
        """How far its actions are, in one line."""
        actions = list(self.actions.all())
        if not actions:
            return "No actions yet"
        return f"{sum(action.is_done for action in actions)} of {len(actions)} actions done"
