"""The lead organisation's desk: every conversation by state, one note, and what is decided about it."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from conversations import actions, permissions
from conversations.filters import ConversationFilter
from conversations.forms import ReasonForm, WithdrawForm
from conversations.models import Conversation
from conversations.reasons import lines
from conversations.states import PIPELINE, MoveRefused, State
from conversations.views.doors import SignedInRequest, for_readers, posted

PER_PAGE = 30


@for_readers
def workspace_conversations(request: SignedInRequest) -> HttpResponse:
    """All conversations, or those that the reader narrows them to. References, dates and places: no words."""
    visible = Conversation.objects.visible_to(request.user)
    narrowed = ConversationFilter(request.GET, queryset=visible.for_lists(), request=request)
    page = Paginator(narrowed.qs, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "conversations/workspace_conversations.html", {
        "stats": stats(visible.counts_by_state()),
        "late": visible.counts_overdue(),
        "narrowed": narrowed,
        "page": page,
    })  # fmt: skip


def stats(counts: dict[str, int]) -> list[dict]:
    """How many are in each state, with a link to them."""
    address = reverse("conversations:workspace_conversations")
    return [
        {"number": counts.get(state, 0), "text": state.label, "url": f"{address}?state={state.value}",
         "wants_you": state == State.SUBMITTED and counts.get(state, 0) > 0}
        for state in PIPELINE
    ]  # fmt: skip


@for_readers
def reasons(request: SignedInRequest) -> HttpResponse:
    """Why notes were sent back, withdrawn or changed, as a file. That it was taken is logged."""
    must(permissions.can_export_reasons(request.user))
    actions.reasons_taken(by=request.user)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="reasons.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerows(lines(request.user))
    return answer


@for_readers
def read_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """One note, every point of it. That it was opened is logged."""
    conversation = readable(request, reference)
    actions.note_read(conversation=conversation, by=request.user)
    points = conversation.points.select_related("quote", "big_question").prefetch_related("codings__theme")
    corrections = conversation.corrections.for_lists()
    context = {"points": points, "corrections": corrections, **desk(request, conversation)}
    return render(request, "conversations/read_note.html", context)


def desk(request: SignedInRequest, conversation: Conversation) -> dict:
    """What this reader may do with this note now."""
    user, state = request.user, conversation.state
    return {
        "conversation": conversation,
        "may_see_people": permissions.may_see_people(user),
        "may_accept": permissions.can_accept(user, conversation) and state == State.SUBMITTED,
        "may_return": permissions.can_return(user, conversation) and state in (State.SUBMITTED, State.ACCEPTED),
        "may_code": permissions.can_code(user, conversation) and conversation.is_codable,
        "may_finish": permissions.can_code(user, conversation) and state == State.ACCEPTED,
        "may_feed_back": permissions.can_feed_back(user, conversation) and state == State.CODED,
        "may_withdraw": permissions.can_withdraw(user, conversation),
    }


@for_readers
@require_POST
def accept_note(request: SignedInRequest, reference: str) -> HttpResponse:
    conversation = readable(request, reference)
    must(permissions.can_accept(request.user, conversation))
    return decide(request, conversation, actions.accept, "Accepted. It counts from now on.")


@for_readers
@require_POST
def finish_coding(request: SignedInRequest, reference: str) -> HttpResponse:
    conversation = readable(request, reference)
    must(permissions.can_code(request.user, conversation))
    return decide(request, conversation, actions.finish_coding, "Understood. Its themes are complete.")


@for_readers
@require_POST
def feed_back(request: SignedInRequest, reference: str) -> HttpResponse:
    conversation = readable(request, reference)
    must(permissions.can_feed_back(request.user, conversation))
    return decide(request, conversation, actions.feed_back, "Marked as fed back.")


@for_readers
def return_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """Send it back with a reason that its facilitator reads."""
    conversation = readable(request, reference)
    must(permissions.can_return(request.user, conversation))
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return decide(request, conversation, actions.send_back, "Sent back.", reason=form.cleaned_data["reason"])
    return render(request, "conversations/return_note.html", {"conversation": conversation, "form": form})


@for_readers
def withdraw_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask first, and for a reason: a withdrawn conversation does not come back."""
    conversation = visible(request, reference)
    must(permissions.can_withdraw(request.user, conversation))
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        done = "Withdrawn. Its words are destroyed, and it counts nowhere any more."
        return decide(request, conversation, actions.withdraw, done, reason=form.cleaned_data["reason"])
    return render(request, "conversations/withdraw_note.html", {"conversation": conversation, "form": form})


def decide(request: SignedInRequest, conversation: Conversation, action, done: str, **details) -> HttpResponse:
    """Do `action`, or say why it cannot be done, and go on."""
    try:
        conversation = action(conversation=conversation, by=request.user, **details)
        messages.success(request, done)
    except MoveRefused as refused:
        messages.error(request, str(refused))
    if permissions.can_read_note(request.user, conversation):
        return redirect("conversations:read_note", conversation.reference)
    return redirect("conversations:workspace_conversations")


def visible(request: SignedInRequest, reference: str) -> Conversation:
    found = Conversation.objects.visible_to(request.user).select_related("ward", "facilitator", "entered_by", "guide")
    found = found.prefetch_related("kept_from")
    return get_object_or_404(found, reference=reference.upper())


def readable(request: SignedInRequest, reference: str) -> Conversation:
    """The note, if this person may read it now. A draft does not exist for its later readers."""
    conversation = visible(request, reference)
    if not permissions.can_read_note(request.user, conversation):
        raise Http404
    return conversation


def must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
