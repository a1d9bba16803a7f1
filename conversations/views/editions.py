"""Editions of the strategy: the one that is being made, and those that were."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions
from conversations.choices import VersionState
from conversations.forms import BoardForm, EditionForm, ReviewForm
from conversations.models import StrategyVersion
from conversations.permissions import can_decide_strategy, can_write_strategy
from conversations.views.doors import SignedInRequest, for_strategy, for_strategy_writers, for_the_board, posted
from conversations.views.trying import tried


@for_strategy
def editions(request: SignedInRequest) -> HttpResponse:
    may_write = can_write_strategy(request.user)
    form = EditionForm(posted(request) if may_write else None)
    if version := tried(form, actions.open_version, by=request.user):
        return redirect("conversations:edition", version.number)
    versions = StrategyVersion.objects.defer("content")
    context = {"versions": versions, "form": form, "may_write": may_write, "open": versions.open().first()}
    return render(request, "conversations/editions.html", context)


@for_strategy
def edition(request: SignedInRequest, number: int, **bound) -> HttpResponse:
    """How far it is, and what whoever reads this may do about it now."""
    version = get_object_or_404(StrategyVersion.objects.defer("content"), number=number)
    writes, decides = can_write_strategy(request.user), can_decide_strategy(request.user)
    reviewed = {"on": version.reviewed_on, "with_whom": version.reviewed_with, "changed": version.review_changed}
    return render(request, "conversations/edition.html", {
        "version": version,
        "priorities": version.priorities.order_by("path"),
        "unanswered": actions.without_answer(),
        "may_review": writes and version.state == VersionState.WRITING,
        "may_publish": writes and version.state == VersionState.AGREED,
        "may_decide": decides and version.state == VersionState.PROPOSED,
        "review_form": bound.get("review_form") or ReviewForm(initial=reviewed),
        "board_form": bound.get("board_form") or BoardForm(auto_id="board_%s"),
        "forms": [form for form in bound.values() if form],
    })  # fmt: skip


def the_edition(number: int) -> StrategyVersion:
    return get_object_or_404(StrategyVersion, number=number)


@for_strategy_writers
@require_POST
def review_edition(request: SignedInRequest, number: int) -> HttpResponse:
    form = ReviewForm(request.POST)
    if tried(form, actions.record_review, version=the_edition(number), by=request.user):
        messages.success(request, "Written down. Now it can go to the board.")
        return redirect("conversations:edition", number)
    return edition(request, number, review_form=form)


@for_strategy_writers
@require_POST
def propose_edition(request: SignedInRequest, number: int) -> HttpResponse:
    return _moved(request, number, actions.propose, "It is with the board now.")


@for_strategy_writers
@require_POST
def publish_edition(request: SignedInRequest, number: int) -> HttpResponse:
    return _moved(request, number, actions.publish_version, "Published. This edition stays as it is from now on.")


def _moved(request: SignedInRequest, number: int, action, done: str) -> HttpResponse:
    try:
        action(version=the_edition(number), by=request.user)
        messages.success(request, done)
    except actions.NotReady as missing:
        messages.error(request, str(missing))
    return redirect("conversations:edition", number)


@for_the_board
@require_POST
def decide_edition(request: SignedInRequest, number: int) -> HttpResponse:
    form = BoardForm(request.POST, auto_id="board_%s")
    if tried(form, actions.board_decides, version=the_edition(number), by=request.user):
        messages.success(request, "The decision is written down.")
        return redirect("conversations:edition", number)
    return edition(request, number, board_form=form)


def told_edition(request: HttpRequest, number: int) -> HttpResponse:
    """Public: what an edition said on the day that it was published."""
    version = get_object_or_404(StrategyVersion.objects.told(), number=number)
    newest = StrategyVersion.objects.told().first()
    context = {"version": version, "newest": newest, "content": version.content, "section": "strategy"}
    return render(request, "conversations/told_edition.html", context)
