"""Actions of the strategy with their history, and what was learned."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions
from conversations.filters import ActionFilter
from conversations.forms import ActionForm, InitiativesForm, LearningForm
from conversations.models import Action, Learning
from conversations.permissions import can_write_strategy
from conversations.views.doors import SignedInRequest, for_strategy, for_strategy_writers, posted
from conversations.views.trying import tried

PER_PAGE = 50


@for_strategy
def strategy_actions(request: SignedInRequest) -> HttpResponse:
    """All of them, or those that the reader narrows them to: the board's page leads here."""
    narrowed = ActionFilter(request.GET, queryset=Action.objects.for_lists(), request=request)
    page = Paginator(narrowed.qs, PER_PAGE).get_page(request.GET.get("page"))
    context = {"narrowed": narrowed, "page": page, "may_write": can_write_strategy(request.user)}
    return render(request, "conversations/strategy_actions.html", context)


@for_strategy_writers
def new_action(request: SignedInRequest) -> HttpResponse:
    form = ActionForm(posted(request))
    if action := tried(form, actions.add_action, by=request.user):
        messages.success(request, "Written down.")
        return redirect("conversations:change_action", action.code)
    return render(request, "conversations/new_action.html", {"form": form})


@for_strategy_writers
def change_action(request: SignedInRequest, code: str) -> HttpResponse:
    """Its form, and everything that ever changed about it."""
    action = get_object_or_404(Action.objects.select_related("priority"), code=code)
    form = ActionForm(posted(request), instance=action)
    if tried(form, actions.change_action, action=action, by=request.user):
        messages.success(request, "Saved.")
        return redirect("conversations:change_action", code)
    context = {
        "action": action,
        "form": form,
        "changes": action.changes.select_related("by"),
        "initiatives": InitiativesForm(initial={"initiatives": action.initiatives.all()}),
    }
    return render(request, "conversations/change_action.html", context)


@for_strategy_writers
@require_POST
def link_initiatives(request: SignedInRequest, code: str) -> HttpResponse:
    """What people have begun that belongs to the action."""
    action, form = get_object_or_404(Action, code=code), InitiativesForm(request.POST)
    if form.is_valid():
        actions.link_initiatives(action=action, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
    else:
        messages.error(request, "One of them is not shown any more. Nothing has changed: please choose again.")
    return redirect("conversations:change_action", code)


@for_strategy_writers
@require_POST
def nothing_changed(request: SignedInRequest, code: str) -> HttpResponse:
    actions.nothing_changed(action=get_object_or_404(Action, code=code), by=request.user)
    messages.success(request, "Noted: you looked, and nothing has changed.")
    return redirect("conversations:change_action", code)


@for_strategy
def learning(request: SignedInRequest) -> HttpResponse:
    """What we stopped, and what surprised us; and for those who write, a form for the next one."""
    may_write = can_write_strategy(request.user)
    form = LearningForm(posted(request) if may_write else None)
    if tried(form, actions.add_learning, by=request.user):
        messages.success(request, "Written down. Everybody can read it.")
        return redirect("conversations:learning")
    learned = Learning.objects.select_related("priority", "by")[:PER_PAGE]
    context = {"form": form, "learned": learned, "may_write": may_write}
    return render(request, "conversations/learning.html", context)
