"""Putting themes on points: the queue, one point at a time, by keyboard if one likes, and a rest in between."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from conversations import actions
from conversations.forms import CodingForm
from conversations.models import Conversation, Memo, Point, SecondCoding, Suggested, SuggestionIndex
from conversations.permissions import can_code
from conversations.states import MoveRefused
from conversations.suggestions.reading import suggestions_for
from conversations.views.doors import SignedInRequest, for_coders, for_readers, posted
from conversations.views.workspace import must, readable

# What people lived through is heavy to read. After so many points in an hour the queue stops once.
POINTS_PER_SITTING = 40
SITTING = timedelta(hours=1)


@for_coders
def coding(request: SignedInRequest) -> HttpResponse:
    """What waits for a theme, and where to begin."""
    waiting = Point.objects.to_code_by(request.user)
    return render(request, "conversations/coding.html", {
        "waiting": waiting.count(),
        "first": waiting.select_related("conversation").first(),
        "second_waiting": SecondCoding.objects.waiting_for(request.user).count(),
        "to_decide": SecondCoding.objects.to_decide_by(request.user).count(),
    })  # fmt: skip


@for_readers
def code_point(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One point, the codebook beside it, and on to the next."""
    conversation = readable(request, reference)
    must(can_code(request.user, conversation))
    point = get_object_or_404(conversation.points, number=number)
    suggestions = suggestions_for(point)
    form = CodingForm(posted(request), initial=chosen_by(request.user, point))
    if request.method == "POST" and form.is_valid():
        try:
            shown = [theme for theme, _ in suggestions]
            actions.put_themes(point=point, coder=request.user, suggested=shown, **form.cleaned_data)
            return to_next(request, conversation, number)
        except MoveRefused as refused:
            messages.error(request, str(refused))
    return render(request, "conversations/code_point.html", {
        "conversation": conversation,
        "point": point,
        "form": form,
        "of": conversation.points.count(),
        "passed_over": after(conversation, number),
        "suggestions": [(theme, words, form.box_of(theme)) for theme, words in suggestions],
    })  # fmt: skip


@for_coders
def suggestions(request: SignedInRequest) -> HttpResponse:
    """How good the suggestions are, and words for which there may be no theme yet."""
    context = {"quality": Suggested.objects.quality(), "index": SuggestionIndex.objects.defer("data").first()}
    return render(request, "conversations/suggestions.html", context)


def chosen_by(user, point: Point) -> dict:
    """What this coder chose and noted before, as the form shows it."""
    return {
        "themes": list(point.codings.by(user).values_list("theme__code", flat=True)),
        "memo": Memo.objects.filter(point=point, coder=user).values_list("words", flat=True).first() or "",
    }


def after(conversation: Conversation, number: int) -> str:
    """The address of the next point; of the note, after the last one."""
    following = conversation.points.after(number).first()
    if following is None:
        return reverse("conversations:read_note", args=[conversation.reference])
    # To the point itself: the next Tab is at the first theme, with or without JavaScript.
    return reverse("conversations:code_point", args=[conversation.reference, following.number]) + "#point"


def to_next(request: SignedInRequest, conversation: Conversation, number: int) -> HttpResponse:
    """To the next point, or back to the note after the last; after a long sitting, to a rest first."""
    is_last = not conversation.points.after(number).exists()
    if not is_last and is_long_sitting(request.user):
        return redirect("conversations:rest")
    return redirect(after(conversation, number))


def is_long_sitting(user) -> bool:
    read = user.codings.points_since(timezone.now() - SITTING)
    return read > 0 and read % POINTS_PER_SITTING == 0


@for_coders
def rest(request: SignedInRequest) -> HttpResponse:
    return render(request, "conversations/rest.html", {"points": POINTS_PER_SITTING})
