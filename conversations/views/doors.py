"""Who gets through: each view of a note says by its decorator for whom it is."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from accounts.models import User
from conversations.models import Conversation
from conversations.permissions import (
    can_change_codebook,
    can_decide_strategy,
    can_lead_cohorts,
    can_link_themes,
    can_record,
    can_write_strategy,
    is_coder,
    may_see_redaction,
    may_see_safety,
    may_see_strategy,
    may_see_workspace,
    may_sign_off,
)


class SignedInRequest(HttpRequest):
    """A request behind one of these doors: its user is a person."""

    user: User


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form: also when it was sent empty, which is falsy and still an answer."""
    return request.POST if request.method == "POST" else None


# What a page sends along that nobody typed.
_OF_THE_PAGE = {"csrfmiddlewaretoken", "key", "stamp", "revision", "next"}


def words_are_not_lost(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Who was signed out while writing gets their words back on the page, and not the sign-in page instead (F9)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated or request.method != "POST":
            return view(request, *args, **kwargs)
        typed = [text for name, text in request.POST.items() if name not in _OF_THE_PAGE and " " in str(text).strip()]
        context = {"typed": typed, "back": request.path}
        return render(request, "conversations/signed_out.html", context, status=401)

    return guarded


def please_wait(request: HttpRequest) -> HttpResponse:
    """Too many tries from one address in an hour."""
    return render(request, "conversations/please_wait.html", {"section": "conversations"}, status=429)


def own_conversation(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the facilitator of it. To everybody else it does not exist (F8)."""

    @wraps(view)
    @words_are_not_lost
    @login_required
    def guarded(request: SignedInRequest, reference: str, **kwargs) -> HttpResponse:
        own = Conversation.objects.own_of(request.user).select_related("ward", "guide", "facilitator", "safety_pointer")
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


def for_cohort_leads(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who look after the facilitators."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not can_lead_cohorts(request.user):
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


def for_analysts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who say what a theme means."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not can_change_codebook(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_coders(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For those who put themes on what was said."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponseBase:
        if not is_coder(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_strategy(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who make the strategy, and the board, which reads it."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not may_see_strategy(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_strategy_writers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the lead organisation and the council's officers."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not can_write_strategy(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_the_board(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For members of the Violence Reduction Board."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not can_decide_strategy(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def for_signers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who sign learning from cases off."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not may_sign_off(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
