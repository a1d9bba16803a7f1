"""When somebody may not be safe: whom to ring, and that it was done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from common.models import EmergencyContact
from conversations import actions, steps
from conversations.choices import SafetyAnswer
from conversations.forms import FoundForm, RungForm, SafetyForm
from conversations.models import Conversation
from conversations.permissions import can_report_found
from conversations.views.doors import SignedInRequest, for_readers, open_note, posted
from conversations.views.screens import onward, screen_of
from conversations.working_hours import is_working_time


@open_note
def note_safety(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    form = SafetyForm(posted(request), initial={"answer": conversation.safety_answer})
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        actions.answer_safety(conversation=conversation, by=request.user, answer=answer)
        if answer == SafetyAnswer.YES:
            return redirect("conversations:stop", conversation.reference)
        return onward(conversation, steps.step_of("safety"))
    return screen_of(request, conversation, steps.step_of("safety"), form)


def who_answers(contacts, now) -> list[EmergencyContact]:
    """999 first; then those who answer now, so that at night the night's numbers lead."""
    night = not is_working_time(now)
    return sorted(contacts, key=lambda contact: (contact.code != "emergency", contact.out_of_hours != night))


@open_note
def stop(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The numbers to ring, and three questions afterwards. What it is about is asked nowhere."""
    form = RungForm(posted(request), initial={"rung_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        actions.record_rung(conversation=conversation, by=request.user, **form.call())
        return onward(conversation, steps.step_of("safety"))
    return render(request, "conversations/stop.html", {
        "conversation": conversation,
        "form": form,
        "contacts": who_answers(EmergencyContact.objects.live().filter(for_facilitators=True), timezone.now()),
        "is_working_time": is_working_time(timezone.now()),
        "pointer": getattr(conversation, "safety_pointer", None),
    })  # fmt: skip


@for_readers
def report_not_safe(request: SignedInRequest, reference: str) -> HttpResponse:
    """For whoever reads a note and finds that somebody may not be safe. What it says is asked nowhere."""
    conversation = get_object_or_404(Conversation, reference=reference.upper())
    if not can_report_found(request.user, conversation):
        raise Http404
    form = FoundForm(posted(request))
    back = "redact_note" if conversation.is_quarantined else "read_note"
    if request.method == "POST" and form.is_valid():
        actions.report_found(conversation=conversation, by=request.user, **form.cleaned_data)
        messages.success(request, "The safeguarding lead is told that there is something, and not what.")
        return redirect(f"conversations:{back}", conversation.reference)
    contacts = who_answers(EmergencyContact.objects.live().filter(for_facilitators=True), timezone.now())
    context = {"conversation": conversation, "form": form, "contacts": contacts, "back": f"conversations:{back}"}
    return render(request, "conversations/report_not_safe.html", context)
