"""When somebody may not be safe: whom to ring, and that it was done."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common.models import EmergencyContact
from conversations import actions, steps
from conversations.choices import SafetyAnswer
from conversations.forms import RungForm, SafetyForm
from conversations.models import Conversation
from conversations.views.doors import SignedInRequest, open_note, posted
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
        "contacts": who_answers(EmergencyContact.objects.filter(for_facilitators=True), timezone.now()),
        "is_working_time": is_working_time(timezone.now()),
        "pointer": getattr(conversation, "safety_pointer", None),
    })  # fmt: skip
