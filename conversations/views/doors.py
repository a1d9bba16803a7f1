"""Who gets through: each view of a note says by its decorator for whom it is."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect

from accounts.models import User
from conversations.models import Conversation
from conversations.permissions import can_link_themes, can_record, may_see_redaction, may_see_safety, may_see_workspace


class SignedInRequest(HttpRequest):
    """A request behind one of these doors: its user is a person."""

    user: User


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form: also when it was sent empty, which is falsy and still an answer."""
    return request.POST if request.method == "POST" else None


def own_conversation(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the facilitator of it. To everybody else it does not exist (F8)."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, reference: str, **kwargs) -> HttpResponse:
        own = Conversation.objects.own_of(request.user).select_related("ward", "guide", "safety_pointer")
        return view(request, get_object_or_404(own, reference=reference.upper()), **kwargs)

    return guarded


def open_note(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For its facilitator while trained (else 403, nothing stored), and while the note is not handed in."""

    @wraps(view)
    @own_conversation
    def guarded(request: SignedInRequest, conversation: Conversation, **kwargs) -> HttpResponse:
        if not can_record(request.user, conversation):
            raise PermissionDenied
        if not conversation.is_writable:
            messages.info(request, "You have handed this note in. Ring the coordinator to change it.")
            return redirect("conversations:note", conversation.reference)
        return view(request, conversation, **kwargs)

    return guarded


def for_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the lead organisation's readers."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not may_see_workspace(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_redactors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who read a note before anybody else may."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not may_see_redaction(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_safeguarding(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the safeguarding lead and deputies."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not may_see_safety(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_deciders(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who say what a theme leads to."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not can_link_themes(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
