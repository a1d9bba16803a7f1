"""Asking for a conversation, in public and without a cookie; and the queue of those who wait for an answer."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from common import form_state, limits
from common.same_origin import same_origin_form
from conversations import actions
from conversations.forms import AskForm
from conversations.models import ConversationRequest
from conversations.permissions import can_answer_requests
from conversations.views.doors import SignedInRequest, for_readers, please_wait

FORM = "ask-for-conversation"


@same_origin_form
def ask(request: HttpRequest) -> HttpResponse:
    """Five answers, from adults alone. Of a younger person nothing is kept."""
    form = AskForm(request.POST if request.method == "POST" else None)
    state = form_state.start()
    if request.method == "POST":
        try:
            state = form_state.unpack(request.POST.get("state", ""), form=FORM)
        except form_state.StateLost:
            form.add_error(None, "This page was open for a long time. Look at your answers and send them again")
        if form.is_valid():
            if limits.is_over("ask_conversation", request):
                return please_wait(request)
            return _asked(request, form, state)
    return render(request, "conversations/ask.html", {
        "form": form, "state": form_state.pack(state, form=FORM), "submit": "Send", "back_url": "/conversations/",
        "section": "conversations",
    })  # fmt: skip


def _asked(request: HttpRequest, form: AskForm, state: dict) -> HttpResponse:
    answers = dict(form.cleaned_data)
    is_adult = answers.pop("is_adult") == "yes"
    if is_adult:
        actions.ask_for_conversation(key=state["key"], **answers)
    return render(request, "conversations/asked.html", {"is_adult": is_adult, "section": "conversations"})


@for_readers
def requests(request: SignedInRequest) -> HttpResponse:
    """Those who wait, longest first."""
    if not can_answer_requests(request.user):
        raise PermissionDenied
    page = Paginator(ConversationRequest.objects.waiting().for_lists(), 30).get_page(request.GET.get("page"))
    return render(request, "conversations/requests.html", {"page": page})


@for_readers
@require_POST
def answer_request(request: SignedInRequest, number: int) -> HttpResponse:
    wish = get_object_or_404(ConversationRequest.objects.waiting(), pk=number)
    actions.answer_request(request=wish, by=request.user)
    return redirect("conversations:requests")
