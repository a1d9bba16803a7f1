"""The desk where the strategy is made out of themes: priorities, what is said about them, and what is missing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions, building
from conversations.actions.priorities import WORDS
from conversations.forms import CommentForm, FollowForm, MeasureForm, PriorityForm, SplitPriorityForm
from conversations.models import MeasuredBy, PriorityPage, StrategyVersion, Theme
from conversations.permissions import can_link_themes, can_write_strategy
from conversations.views.doors import SignedInRequest, for_strategy, for_strategy_writers, posted
from conversations.views.trying import tried


@for_strategy
def workspace_priorities(request: SignedInRequest) -> HttpResponse:
    """Every priority with what stands behind it, and what nobody has answered yet."""
    priorities = list(PriorityPage.objects.standing().for_lists().prefetch_related("links__theme"))
    return render(request, "conversations/workspace_priorities.html", {
        "priorities": priorities,
        "gaps": building.gaps(priorities),
        "alike": building.alike(priorities),
        "edition": StrategyVersion.objects.open().first(),
        "may_write": can_write_strategy(request.user),
    })  # fmt: skip


@for_strategy_writers
def new_priority(request: SignedInRequest) -> HttpResponse:
    form = PriorityForm(posted(request))
    if page := tried(form, actions.draft_priority, by=request.user):
        messages.success(request, "Drafted. Nobody outside sees it yet. Link themes to it next.")
        return redirect("conversations:priority_desk", page.slug)
    return render(request, "conversations/new_priority.html", {"form": form})


@for_strategy
def priority_desk(request: SignedInRequest, slug: str, **bound) -> HttpResponse:
    """One priority: what people said, its words, what is done, by what it is measured, and what the others think."""
    priority = the_priority(slug)
    latest = priority.get_latest_revision_as_object()
    themes = Theme.objects.filter(links__priority=priority).distinct().with_conversations_counted()
    return render(request, "conversations/priority_desk.html", {
        "priority": priority,
        "latest": latest,
        "heard": {theme.pk: theme.heard for theme in themes},
        "links": priority.links.select_related("theme", "by"),
        "measures": priority.measures.select_related("indicator", "action").prefetch_related("indicator__readings"),
        "comments": priority.comments.select_related("by"),
        "may_write": can_write_strategy(request.user),
        "may_link": can_link_themes(request.user),
        "comment_form": bound.get("comment_form") or CommentForm(),
        "measure_form": bound.get("measure_form") or MeasureForm(),
        "forms": [form for form in bound.values() if form],
    })  # fmt: skip


def the_priority(slug: str) -> PriorityPage:
    return get_object_or_404(PriorityPage.objects.select_related("aim", "superseded_by", "split_from"), slug=slug)


@for_strategy_writers
def write_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    priority = the_priority(slug)
    latest = priority.get_latest_revision_as_object()
    initial = {name: getattr(latest, name) for name in WORDS} | {"aim": latest.aim.code if latest.aim else ""}
    form = PriorityForm(posted(request), initial=initial)
    if tried(form, actions.write_priority, priority=priority, by=request.user):
        waits = " It waits for the publisher: send it when it is ready." if priority.live else ""
        messages.success(request, f"Saved.{waits}")
        return redirect("conversations:priority_desk", slug)
    return render(request, "conversations/write_priority.html", {"priority": priority, "form": form})


@for_strategy_writers
@require_POST
def send_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    try:
        actions.send_priority(priority=the_priority(slug), by=request.user)
        messages.success(request, "It is with the publisher now.")
    except actions.NotReady as missing:
        messages.error(request, str(missing))
    return redirect("conversations:priority_desk", slug)


@for_strategy_writers
@require_POST
def comment_on_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    form = CommentForm(request.POST)
    if tried(form, actions.comment, priority=the_priority(slug), by=request.user):
        return redirect("conversations:priority_desk", slug)
    return priority_desk(request, slug, comment_form=form)


@for_strategy_writers
@require_POST
def measure_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    form = MeasureForm(request.POST)
    if tried(form, actions.measure, priority=the_priority(slug), by=request.user):
        messages.success(request, "Its page shows this measure now.")
        return redirect("conversations:priority_desk", slug)
    return priority_desk(request, slug, measure_form=form)


@for_strategy_writers
@require_POST
def unmeasure_priority(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    actions.unmeasure(link=get_object_or_404(MeasuredBy, pk=number, priority__slug=slug), by=request.user)
    messages.success(request, "The measure is taken away. Its figures stay.")
    return redirect("conversations:priority_desk", slug)


@for_strategy_writers
def split_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    priority = the_priority(slug)
    form = SplitPriorityForm(posted(request), priority=priority)
    if new := tried(form, actions.split_priority, priority=priority, by=request.user):
        messages.success(request, "Split. Write the new one, and send it to the publisher.")
        return redirect("conversations:priority_desk", new.slug)
    return render(request, "conversations/split_priority.html", {"priority": priority, "form": form})


@for_strategy_writers
def follow_priority(request: SignedInRequest, slug: str) -> HttpResponse:
    priority = the_priority(slug)
    form = FollowForm(posted(request), priority=priority)
    if new := tried(form, actions.supersede_priority, priority=priority, by=request.user):
        messages.success(request, f"“{new.title}” follows it now. Nothing that people said has lost its answer.")
        return redirect("conversations:priority_desk", new.slug)
    return render(request, "conversations/follow_priority.html", {"priority": priority, "form": form})
