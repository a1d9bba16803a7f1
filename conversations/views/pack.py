"""What a facilitator takes along, and what people who took part can do with their card."""

from datetime import datetime, time, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from common import calendar_files, limits, pdf
from common.models import BigQuestion, EmergencyContact
from common.same_origin import same_origin_form
from conversations import actions, paper
from conversations.forms import TakeOutForm
from conversations.models import Conversation
from conversations.steps import POINT_STEPS
from conversations.tasks import take_out_by_code
from conversations.views.doors import SignedInRequest, for_readers, own_conversation, please_wait


@own_conversation
@never_cache
def note_sheet(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The pack on paper, with lines to write on and the cards to cut out."""
    return pdf.response(paper.note_sheet(with_cards(conversation)), f"note-sheet-{conversation.reference.lower()}")


@own_conversation
@never_cache
def summary_card(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """For its facilitator to send on."""
    return _card_of(conversation)


@for_readers
@never_cache
def summary_card_for_readers(request: SignedInRequest, reference: str) -> HttpResponse:
    """For the lead organisation, which may send it itself."""
    visible = Conversation.objects.visible_to(request.user)
    return _card_of(get_object_or_404(visible, reference=reference.upper()))


def _card_of(conversation: Conversation) -> HttpResponse:
    if not conversation.is_counted:
        raise Http404
    return pdf.response(paper.summary_card(conversation), "what-came-of-your-conversation")


def with_cards(conversation: Conversation) -> Conversation:
    made = actions.make_cards(conversation=conversation)
    conversation.withdrawal_code, conversation.quote_codes = made.withdrawal_code, made.quote_codes
    return conversation


@own_conversation
def conversation_pack(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The words to read out, the cards, what to ask, and whom to ring."""
    return render(request, "conversations/conversation_pack.html", {
        "conversation": with_cards(conversation),
        "parts": conversation.guide.in_order if conversation.guide else [],
        "questions": BigQuestion.objects.all(),
        "steps": list(POINT_STEPS.values()),
        "contacts": EmergencyContact.objects.live().filter(for_facilitators=True),
    })  # fmt: skip


@own_conversation
def conversation_calendar(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The whole day: a plan has no hour yet. The place is the ward, because calendars are shared."""
    starts_at = timezone.make_aware(datetime.combine(conversation.held_on, time()))
    event = calendar_files.CalendarEvent(
        uid=f"conversation-{conversation.reference}@{request.get_host()}", starts_at=starts_at,
        ends_at=starts_at + timedelta(days=1), title=f"Community conversation {conversation.reference}",
        place=conversation.place, details="Your pack is in “My conversations”.", sequence=0,
        changed_at=conversation.created,
    )  # fmt: skip
    answer = HttpResponse(calendar_files.publication(event), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="conversation.ics"'
    return answer


@same_origin_form
def take_out(request: HttpRequest) -> HttpResponse:
    """Public, without a cookie: ask for what one said to be taken out. One answer for every code (F11)."""
    form = TakeOutForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if limits.is_over("take_out", request):
            return please_wait(request)
        code = form.cleaned_data["code"]
        take_out_by_code.enqueue(actions.enter_code(code=code).pk)
        return render(request, "conversations/taken_out.html", {"code": code, "section": "conversations"})
    return render(request, "conversations/take_out.html", {
        "form": form, "submit": "Ask for it to be taken out", "back_url": "/conversations/", "section": "conversations",
        "autocomplete": "off",
    })  # fmt: skip
