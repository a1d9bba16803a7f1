"""Putting themes on the points of a note, one point at a time, by keyboard if one likes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from conversations import actions
from conversations.forms import CodingForm
from conversations.models import Conversation
from conversations.permissions import can_code
from conversations.states import MoveRefused
from conversations.views.doors import SignedInRequest, for_readers, posted
from conversations.views.workspace import must, readable


@for_readers
def code_point(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One point, the codebook beside it, and on to the next."""
    conversation = readable(request, reference)
    must(can_code(request.user, conversation))
    point = get_object_or_404(conversation.points, number=number)
    seen = list(point.codings.by(request.user).values_list("theme__code", flat=True))
    form = CodingForm(posted(request), initial={"themes": seen})
    if request.method == "POST" and form.is_valid():
        try:
            actions.put_themes(point=point, coder=request.user, themes=form.cleaned_data["themes"])
            return to_next(conversation, number)
        except MoveRefused as refused:
            messages.error(request, str(refused))
    context = {"conversation": conversation, "point": point, "form": form, "of": conversation.points.count()}
    return render(request, "conversations/code_point.html", context)


def to_next(conversation: Conversation, number: int) -> HttpResponse:
    """To the next point, or back to the note after the last."""
    following = conversation.points.after(number).first()
    if following is None:
        return redirect("conversations:read_note", conversation.reference)
    return redirect("conversations:code_point", conversation.reference, following.number)
