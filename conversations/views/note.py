"""The note, screen by screen. Each screen is saved when it is left, so that any phone can carry on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from conversations import actions, steps
from conversations.forms import CloseForm, FactsForm, PointForm
from conversations.models import Conversation
from conversations.views.doors import SignedInRequest, open_note, posted


@open_note
def note_facts(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    form = FactsForm(posted(request), instance=conversation)
    if request.method == "POST" and form.is_valid():
        actions.save_facts(conversation=conversation, by=request.user, **form.facts())
        return onward(conversation, steps.step_of("facts"))
    return screen(request, conversation, steps.step_of("facts"), form)


@open_note
def note_points(request: SignedInRequest, conversation: Conversation, step: steps.Step) -> HttpResponse:
    """One box, with what was written so far above it."""
    points = list(conversation.points.of_kinds(step.kinds))
    form = PointForm(posted(request), step=step, number=len(points) + 1)
    another = request.POST.get("next") == "another"
    if request.method == "POST" and save_box(request, conversation, form, may_be_blank=not another):
        return to(conversation, step) if another else onward(conversation, step)
    return screen(request, conversation, step, form, points=points)


def save_box(request: SignedInRequest, conversation: Conversation, form: PointForm, may_be_blank: bool) -> bool:
    """Store what is in the box, or that the person had nothing to write. False when something is wrong with it."""
    if form.is_blank and may_be_blank:
        actions.finish_step(conversation=conversation, by=request.user, step=form.step)
        return True
    if not form.is_valid():
        return False
    key = form.cleaned_data["key"]
    actions.save_point(conversation=conversation, by=request.user, key=key, **form.said())
    return True


@open_note
def note_close(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    form = CloseForm(posted(request), instance=conversation)
    if request.method == "POST" and form.is_valid():
        actions.save_close(conversation=conversation, by=request.user, **form.cleaned_data)
        return onward(conversation, steps.step_of("close"))
    return screen(request, conversation, steps.step_of("close"), form)


@open_note
def change_point(request: SignedInRequest, conversation: Conversation, number: int) -> HttpResponse:
    point = get_object_or_404(conversation.points.select_related("quote"), number=number)
    step = steps.step_of_kind(point.kind)
    place = conversation.points.of_kinds(step.kinds).up_to(number).count()
    form = PointForm(posted(request), step=step, point=point, number=place)
    if request.method == "POST" and form.is_valid():
        actions.change_point(point=point, by=request.user, **form.said())
        messages.success(request, "Saved.")
        return to(conversation, step)
    context = {"conversation": conversation, "step": step, "form": form, "point": point}
    return render(request, "conversations/change_point.html", context)


@open_note
def delete_point(request: SignedInRequest, conversation: Conversation, number: int) -> HttpResponse:
    """Ask first: what is deleted cannot be brought back."""
    point = get_object_or_404(conversation.points, number=number)
    step = steps.step_of_kind(point.kind)
    if request.method == "POST":
        actions.delete_point(point=point, by=request.user)
        messages.success(request, "Deleted.")
        return to(conversation, step)
    context = {"conversation": conversation, "step": step, "point": point}
    return render(request, "conversations/delete_point.html", context)


@open_note
def check_note(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """Everything on one page, and the button that hands it in."""
    if request.method == "POST":
        return hand_in(request, conversation)
    points = list(conversation.points.select_related("quote", "big_question"))
    return render(request, "conversations/check_note.html", {
        "conversation": conversation,
        "gaps": [(address_of(conversation, step), gap) for step, gap in steps.missing(conversation)],
        "sections": [
            (step, [point for point in points if point.kind in step.kinds]) for step in steps.POINT_STEPS.values()
        ],
    })  # fmt: skip


def hand_in(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    try:
        actions.submit(conversation=conversation, by=request.user)
    except actions.NoteIncomplete:
        return redirect("conversations:check_note", conversation.reference)
    except actions.NotYetDecided:
        return redirect("conversations:check_privacy", conversation.reference)
    messages.success(request, "Thank you. Your note is handed in.")
    return redirect("conversations:note", conversation.reference)


def screen(request: SignedInRequest, conversation: Conversation, step: steps.Step, form, points=()) -> HttpResponse:
    """One screen of the note, with its place in the eight and when it was last saved."""
    context = {
        "conversation": conversation, "step": step, "number": steps.number_of(step), "of": len(steps.STEPS),
        "form": form, "points": points, "saved": saved(conversation),
    }  # fmt: skip
    name = "note_points" if step.kinds else f"note_{step.slug}"
    return render(request, f"conversations/{name}.html", context)


def saved(conversation: Conversation) -> str:
    return f"saved at {timezone.localtime(conversation.saved_at):%H:%M}" if conversation.saved_at else ""


def onward(conversation: Conversation, step: steps.Step) -> HttpResponse:
    """To the next screen, or to the answers after the last."""
    following = steps.after(step)
    return to(conversation, following) if following else redirect("conversations:check_note", conversation.reference)


def to(conversation: Conversation, step: steps.Step) -> HttpResponse:
    return redirect(address_of(conversation, step))


def address_of(conversation: Conversation, step: steps.Step) -> str:
    if step.kinds:
        return reverse("conversations:note_points", args=[conversation.reference, step])
    return reverse(f"conversations:note_{step.slug}", args=[conversation.reference])
