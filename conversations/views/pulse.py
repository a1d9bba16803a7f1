"""The trust pulse: four short questions before and after. The address is the same for everybody in the room."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from champions import links
from common import form_state, limits, pdf, qr_codes
from common.answer_forms import AnswersForm
from common.before_and_after import Moment
from common.same_origin import same_origin_form
from conversations import actions, paper
from conversations import pulse as trust
from conversations.models import Conversation
from conversations.models.pulse import may_answer
from conversations.permissions import can_record
from conversations.views.doors import SignedInRequest, for_readers, own_conversation, please_wait

FORM = "trust-pulse"


@same_origin_form
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pulse(request: HttpRequest, reference: str, moment: str) -> HttpResponse:
    """Public, without a cookie. It says nothing about the conversation, not even whether there is one."""
    conversation = Conversation.objects.filter(reference=reference.upper()).first()
    if conversation is None or not may_answer(conversation, moment):
        return render(request, "conversations/pulse_closed.html", {"section": "conversations"})
    form = AnswersForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if limits.is_over("answer", request):
            return please_wait(request)
        if answer := _counted(request, conversation, moment, form):
            return answer
    state = form_state.pack(form_state.start(), form=FORM)
    return render(request, "conversations/pulse.html", {
        "moment": Moment(moment), "form": form, "state": state, "submit": "Send", "section": "conversations",
    })  # fmt: skip


def _counted(request: HttpRequest, conversation: Conversation, moment: str, form: AnswersForm) -> HttpResponse | None:
    """Thanks, once the answers are counted; None where the page was open too long, which the form then says."""
    try:
        if form_state.is_first(request.POST.get("state", ""), form=FORM):
            actions.count_pulse(conversation=conversation, moment=moment, answers=form.cleaned_data)
    except form_state.StateLost:
        form.add_error(None, "This page was open for a long time. Your answers are still here: please send them again")
        return None
    except actions.PulseClosed:
        return render(request, "conversations/pulse_closed.html", {"section": "conversations"})
    return render(request, "conversations/pulse_thanks.html", {"moment": moment, "section": "conversations"})


@own_conversation
@require_safe
def room_pulse(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """For a screen in the room: two codes that everybody can point a phone at. And the way to the slips of paper."""
    context = {"conversation": conversation, "codes": [_code(conversation, moment) for moment in Moment]}
    return render(request, "conversations/room_pulse.html", context)


def _code(conversation: Conversation, moment: Moment) -> dict:
    path = reverse("conversations:pulse", args=[conversation.reference, moment])
    address = links.absolute(path)
    return {"moment": moment, "path": path, "address": address, "picture": qr_codes.svg(address)}


@own_conversation
@never_cache
def pulse_slips(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """Slips to print and cut out, for people without a phone."""
    return pdf.response(paper.pulse_slips(conversation), f"questions-{conversation.reference.lower()}")


@own_conversation
def enter_slip(request: SignedInRequest, conversation: Conversation, moment: str) -> HttpResponse:
    """One slip after the other. What was typed in is not shown again: it joins what others answered."""
    if not can_record(request.user, conversation):
        raise PermissionDenied
    form = AnswersForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _entered(request, conversation, moment, form):
        return redirect("conversations:enter_slip", conversation.reference, moment)
    return render(request, "conversations/enter_slip.html", {
        "conversation": conversation, "moment": Moment(moment), "form": form,
        "state": form_state.pack(form_state.start(), form=FORM),
    })  # fmt: skip


def _entered(request: SignedInRequest, conversation: Conversation, moment: str, form: AnswersForm) -> bool:
    try:
        if form_state.is_first(request.POST.get("state", ""), form=FORM):
            answers = form.cleaned_data
            actions.count_slip(conversation=conversation, by=request.user, moment=moment, answers=answers)
    except form_state.StateLost:
        form.add_error(None, "This page was open for a long time. Look at the answers and send them again")
        return False
    except actions.PulseClosed:
        form.add_error(None, "Slips are counted from the day of the conversation for two weeks, one for each person")
        return False
    messages.success(request, "Counted. Take the next slip.")
    return True


@for_readers
def trust_pulse(request: SignedInRequest) -> HttpResponse:
    """Before and after, all conversations together, through the rule for small numbers."""
    return render(request, "conversations/trust_pulse.html", {"results": trust.results()})
