"""A facilitator's conversations: the list, a new plan, and what came of each."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.models import User
from accounts.roles import Role
from conversations import actions, steps
from conversations.forms import KeepFromForm, PlanForm, TypeInForm, WithdrawForm
from conversations.models import Conversation
from conversations.permissions import (
    can_ask_for_correction,
    can_call_off,
    can_plan,
    can_record,
    can_take_back,
    can_type_in,
)
from conversations.states import MoveRefused
from conversations.views.doors import SignedInRequest, open_note, own_conversation, posted
from conversations.views.screens import address_of


@login_required
def mine(request: SignedInRequest) -> HttpResponse:
    """The own conversations. A facilitator whose training has lapsed still sees theirs (F13)."""
    own = list(Conversation.objects.own_of(request.user).for_lists())
    may_plan = can_plan(request.user)
    if not own and not may_plan:
        raise PermissionDenied
    return render(request, "conversations/mine.html", {
        "to_write": [conversation for conversation in own if conversation.is_writable],
        "handed_in": [conversation for conversation in own if conversation.is_out_of_hand],
        "may_plan": may_plan,
        "needs_a_refresher": not may_plan and not can_type_in(request.user),
    })  # fmt: skip


@login_required
def plan_conversation(request: SignedInRequest) -> HttpResponse:
    if not can_plan(request.user):
        raise PermissionDenied
    form = PlanForm(posted(request))
    if request.method == "POST" and form.is_valid() and (conversation := planned(request, form)):
        messages.success(request, f"Planned. The code of this conversation is {conversation.reference}.")
        return redirect("conversations:note", conversation.reference)
    return render(request, "conversations/plan_conversation.html", {"form": form})


def planned(request: SignedInRequest, form: PlanForm) -> Conversation | None:
    """The plan as it is stored; None where somebody planned the one launch conversation a moment ago."""
    try:
        return actions.plan(facilitator=request.user, **form.cleaned_data)
    except actions.LaunchIsPlanned:
        form.add_error("is_launch", "Somebody has planned the launch conversation already. Leave this box empty")
        return None


@login_required
def type_in(request: SignedInRequest) -> HttpResponse:
    """For the coordinator: the note of somebody who wrote on paper, or told it on the phone."""
    if not can_type_in(request.user):
        raise PermissionDenied
    form = TypeInForm(posted(request), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            conversation = actions.type_in(by=request.user, **form.cleaned_data)
        except actions.LaunchIsPlanned:
            form.add_error("is_launch", "Somebody has planned the launch conversation already. Leave this box empty")
        else:
            messages.success(request, f"Begun. The code of this note is {conversation.reference}.")
            return redirect("conversations:note", conversation.reference)
    others = User.objects.filter(is_active=True, groups__name=Role.COORDINATOR.value).exclude(pk=request.user.pk)
    return render(request, "conversations/type_in.html", {"form": form, "alone": not others.exists()})


@open_note
def keep_from(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """Somebody who reads notes is part of what was said: for them the note will not exist."""
    start = {"people": list(conversation.kept_from.values_list("pk", flat=True))}
    form = KeepFromForm(posted(request), readers=actions.readers(), initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_from(conversation=conversation, by=request.user, **form.cleaned_data)
        except actions.NobodyLeft as nobody:
            form.add_error("people", str(nobody))
        else:
            messages.success(request, "Saved. Nobody whom you ticked can find this note.")
            return redirect("conversations:check_note", conversation.reference)
    return render(request, "conversations/keep_from.html", {"conversation": conversation, "form": form})


@own_conversation
def note(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The task list while it is being written, the receipt afterwards."""
    if conversation.is_writable and can_record(request.user, conversation):
        may_call_off = can_call_off(request.user, conversation)
        context = {"conversation": conversation, "tasks": tasks(conversation), "may_call_off": may_call_off}
        return render(request, "conversations/note.html", context)
    return render(request, "conversations/note_receipt.html", {
        "conversation": conversation,
        "may_take_back": can_take_back(request.user, conversation),
        "may_ask": can_ask_for_correction(request.user, conversation),
    })  # fmt: skip


def tasks(conversation: Conversation) -> list[dict]:
    """The screens as the task list component takes them."""
    counts = conversation.points.counts_by_kind()
    begun = steps.begun(conversation)
    listed = []
    for step in steps.STEPS:
        number = sum(counts.get(kind, 0) for kind in step.kinds)
        done = number > 0 or step.slug in conversation.steps_done
        status = f"{number} written" if number else "Done" if done else "Not started"
        if step in begun:
            status, done = "Not saved yet", False
        listed.append(
            {"text": step.task, "url": address_of(conversation, step), "status": status, "done": done, "tint": "grey"}
        )
    return listed


@own_conversation
def came_of_it(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """What the own conversation led to: points, themes, priorities, actions. And whether people were told."""
    if request.method == "POST":
        return told(request, conversation)
    points = conversation.points.with_thread() if conversation.is_counted else []
    return render(request, "conversations/came_of_it.html", {"conversation": conversation, "points": points})


def told(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    try:
        actions.feed_back(conversation=conversation, by=request.user)
        messages.success(request, "Thank you for going back to them.")
    except MoveRefused as refused:
        messages.error(request, str(refused))
    return redirect("conversations:came_of_it", conversation.reference)


@own_conversation
def call_off(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """It did not take place, or should not be kept: ask first, because what was written is destroyed."""
    if not can_call_off(request.user, conversation):
        raise PermissionDenied
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.withdraw(conversation=conversation, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "Called off. Nothing that was written is kept.")
        return redirect("conversations:mine")
    return render(request, "conversations/call_off.html", {"conversation": conversation, "form": form})
