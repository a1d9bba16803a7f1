"""The note, screen by screen. Each screen is saved when it is left, so that any phone can carry on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from conversations import actions, answers, steps
from conversations.answers import ChangedElsewhere
from conversations.forms import CloseForm, FactsForm, PeopleForm, PointForm
from conversations.models import Conversation, Point
from conversations.views.doors import SignedInRequest, open_note
from conversations.views.screens import address_of, as_left, newer_words, onward, page_of, screen_of, to


@open_note
def note_facts(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    step = steps.step_of("facts")
    form = as_left(request, conversation, step.slug, FactsForm, instance=conversation)
    if request.method == "POST" and form.is_valid() and saved_by(actions.save_facts, request, conversation, form):
        return onward(conversation, step)
    return screen_of(request, conversation, step, form)


@open_note
def note_people(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    step = steps.step_of("people")
    form = as_left(request, conversation, step.slug, PeopleForm, note=conversation)
    if request.method == "POST" and form.is_valid() and saved_by(actions.save_people, request, conversation, form):
        return onward(conversation, step)
    return screen_of(request, conversation, step, form)


@open_note
def note_close(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    step = steps.step_of("close")
    form = as_left(request, conversation, step.slug, CloseForm, instance=conversation)
    if request.method == "POST" and form.is_valid() and saved_by(actions.save_close, request, conversation, form):
        return onward(conversation, step)
    return screen_of(request, conversation, step, form)


def saved_by(action, request: SignedInRequest, conversation: Conversation, form) -> bool:
    """Store the answers with `action`. False where newer ones were saved meanwhile: the form then shows both."""
    try:
        seen = request.POST.get("stamp", "")
        action(conversation=conversation, by=request.user, seen=seen, **form.facts())
    except ChangedElsewhere as changed:
        newer_words(form, changed, Conversation.objects.get(pk=conversation.pk))
        return False
    return True


@open_note
def note_points(request: SignedInRequest, conversation: Conversation, step: steps.Step) -> HttpResponse:
    """One box, with what was written so far above it."""
    points = list(conversation.points.of_kinds(step.kinds).select_related("quote"))
    form = as_left(request, conversation, step.slug, PointForm, step=step, number=len(points) + 1)
    another = request.POST.get("next") == "another"
    if request.method == "POST" and save_box(request, conversation, form, may_be_blank=not another):
        return to(conversation, step) if another else onward(conversation, step)
    return screen_of(request, conversation, step, form, points=points)


def save_box(request: SignedInRequest, conversation: Conversation, form: PointForm, may_be_blank: bool) -> bool:
    """Store what is in the box, or that the person had nothing to write. False when something is wrong with it."""
    key = request.POST.get("key", "")[:36]
    if form.is_blank and may_be_blank:
        actions.finish_step(conversation=conversation, by=request.user, step=form.step, key=key)
        return True
    if not form.is_valid():
        return False
    actions.save_point(conversation=conversation, by=request.user, key=key, or_another=True, **form.said())
    return True


@open_note
def change_point(request: SignedInRequest, conversation: Conversation, number: int) -> HttpResponse:
    point = get_object_or_404(conversation.points.select_related("quote"), number=number)
    step = steps.step_of_kind(point.kind)
    place = conversation.points.of_kinds(step.kinds).up_to(number).count()
    screen = answers.screen_of(point)
    form = as_left(request, conversation, screen, PointForm, step=step, point=point, number=place)
    if request.method == "POST" and form.is_valid() and save_change(request, point, form):
        messages.success(request, "Saved.")
        return to(conversation, step)
    return page_of(request, conversation, screen, "change_point", form, step=step, point=point)


def save_change(request: SignedInRequest, point: Point, form: PointForm) -> bool:
    try:
        actions.change_point(point=point, by=request.user, seen=request.POST.get("stamp", ""), **form.said())
    except ChangedElsewhere as changed:
        newer_words(form, changed, Point.objects.get(pk=point.pk))
        return False
    return True


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
