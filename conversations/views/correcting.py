"""Changing a note that was handed in: by its facilitator, who asks, and by a reader, who decides."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions, permissions
from conversations.forms import CorrectionForm, DecisionOnCorrectionForm
from conversations.models import Conversation, Correction
from conversations.views.doors import SignedInRequest, for_readers, own_conversation, posted

PER_PAGE = 20


@own_conversation
@require_POST
def take_back(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    actions.take_back(conversation=conversation, by=request.user)
    messages.success(request, "It is yours again. Change it, and hand it in once more.")
    return redirect("conversations:note", conversation.reference)


@own_conversation
def corrections(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The texts of a note that was handed in, and what became of each wish."""
    _must_may_ask(request, conversation)
    return render(request, "conversations/corrections.html", {
        "conversation": conversation,
        "texts": actions.correctable(conversation),
        "corrections": conversation.corrections.for_lists(),
    })  # fmt: skip


@own_conversation
def ask_for_correction(request: SignedInRequest, conversation: Conversation, code: str) -> HttpResponse:
    _must_may_ask(request, conversation)
    text = next((text for text in actions.correctable(conversation) if text.code == code), None)
    if text is None:
        raise Http404
    form = CorrectionForm(posted(request), text=text)
    if request.method == "POST" and form.is_valid() and _asked(request, conversation, form):
        messages.success(request, "Asked. You get a message when it is decided.")
        return redirect("conversations:corrections", conversation.reference)
    context = {"conversation": conversation, "text": text, "form": form}
    return render(request, "conversations/ask_for_correction.html", context)


def _asked(request: SignedInRequest, conversation: Conversation, form: CorrectionForm) -> bool:
    wish = form.cleaned_data
    try:
        actions.ask_for_correction(conversation=conversation, by=request.user, code=form.text.code, **wish)
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    return True


def _must_may_ask(request: SignedInRequest, conversation: Conversation) -> None:
    if not permissions.can_ask_for_correction(request.user, conversation):
        raise PermissionDenied


@for_readers
def waiting_corrections(request: SignedInRequest) -> HttpResponse:
    """Those that nobody has decided, longest first. References and dates: the words are behind each."""
    readable = Conversation.objects.visible_to(request.user)
    waiting = Correction.objects.waiting().for_lists().filter(conversation__in=readable)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    mine = {one.pk for one in page if permissions.can_decide_correction(request.user, one.conversation)}
    return render(request, "conversations/waiting_corrections.html", {"page": page, "mine": mine})


@for_readers
def decide_correction(request: SignedInRequest, number: int) -> HttpResponse:
    readable = Conversation.objects.visible_to(request.user)
    waiting = Correction.objects.waiting().for_lists().filter(conversation__in=readable)
    correction = get_object_or_404(waiting, pk=number)
    if not permissions.can_decide_correction(request.user, correction.conversation):
        raise PermissionDenied
    form = DecisionOnCorrectionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _decided(request, correction, form)
    actions.note_read(
        conversation=correction.conversation, by=request.user, why="to decide a change that was asked for"
    )
    return render(request, "conversations/decide_correction.html", {"correction": correction, "form": form})


def _decided(request: SignedInRequest, correction: Correction, form: DecisionOnCorrectionForm) -> HttpResponse:
    try:
        made = actions.decide_correction(correction=correction, by=request.user, **form.cleaned_data)
        messages.success(request, f"{made.status}. {correction.asked_by} gets a message.")
    except actions.TextIsGone:
        messages.error(request, "That text is gone, or it changed meanwhile. Say no, and say so.")
        return redirect("conversations:decide_correction", correction.pk)
    return redirect("conversations:waiting_corrections")
