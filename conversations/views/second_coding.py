"""Coding a point again without seeing the first choice, deciding where two differ, and how well we agree."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from conversations import actions
from conversations.agreement import FIRM, LEAST_POINTS, WITH_CARE, agreement
from conversations.forms import CodingForm, DecisionForm
from conversations.models import SecondCoding
from conversations.states import MoveRefused
from conversations.views.coding import is_long_sitting
from conversations.views.doors import SignedInRequest, for_coders, posted


@for_coders
def next_second(request: SignedInRequest) -> HttpResponse:
    return to_first_of(SecondCoding.objects.waiting_for(request.user), "second_point")


@for_coders
def second_point(request: SignedInRequest, number: int) -> HttpResponse:
    """One point, with nothing that says where it was said, by whom, or what the first coder chose."""
    waiting = SecondCoding.objects.waiting_for(request.user)
    second = waiting.select_related("point").filter(pk=number).first()
    if second is None:
        return redirect("conversations:next_second")
    form = CodingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.code_second(second=second, coder=request.user, **form.cleaned_data)
        except MoveRefused as refused:
            messages.error(request, str(refused))
        return redirect("conversations:rest" if is_long_sitting(request.user) else "conversations:next_second")
    return render(request, "conversations/second_point.html", {"point": second.point, "form": form})


@for_coders
def next_decision(request: SignedInRequest) -> HttpResponse:
    return to_first_of(SecondCoding.objects.to_decide_by(request.user), "decide_point")


@for_coders
def decide_point(request: SignedInRequest, number: int) -> HttpResponse:
    """Two choices side by side, without names, and which of them stand."""
    second = get_object_or_404(SecondCoding.objects.counted().select_related("point"), pk=number)
    if not SecondCoding.objects.to_decide_by(request.user).filter(pk=second.pk).exists():
        return redirect("conversations:next_decision")
    first, again = second.choices()
    form = DecisionForm(posted(request), themes=first | again)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide(second=second, by=request.user, **form.cleaned_data)
        except MoveRefused as refused:
            messages.error(request, str(refused))
        return redirect("conversations:next_decision")
    choices = [("One coder chose", first), ("The other coder chose", again)]
    memos = list(second.point.memos.order_by("pk").values_list("words", flat=True))
    context = {"point": second.point, "form": form, "choices": choices, "memos": memos}
    return render(request, "conversations/decide_point.html", context)


@for_coders
def how_we_agree(request: SignedInRequest) -> HttpResponse:
    """Alpha and the raw share, for all themes and each of them."""
    overall, themes = agreement()
    themes.sort(key=lambda one: (one.alpha is None, one.alpha or 0))
    return render(request, "conversations/how_we_agree.html", {
        "overall": overall, "themes": themes, "firm": FIRM, "with_care": WITH_CARE, "least": LEAST_POINTS,
    })  # fmt: skip


def to_first_of(queue, name: str) -> HttpResponse:
    """To the first of a queue, or back to the list of queues."""
    first = queue.first()
    if first is None:
        return redirect("conversations:coding")
    return redirect(reverse(f"conversations:{name}", args=[first.pk]) + "#point")
