"""What the privacy check found, for the person who wrote it and for the redactor."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.models import User
from conversations import actions
from conversations.forms import KeepForm, RedactionForm
from conversations.models import Conversation
from conversations.permissions import can_redact
from conversations.privacy.notes import PrivacyCheck
from conversations.states import MoveRefused
from conversations.views.doors import SignedInRequest, for_redactors, open_note, posted

# What may stand in the place of a name.
ROLES = ["someone", "a young person", "a parent", "a neighbour", "a worker", "a teacher", "a local coach"]


@open_note
def check_privacy(request: SignedInRequest, conversation: Conversation, refused: str = "") -> HttpResponse:
    """Each thing that was found, with one tap to put a role in its place."""
    check = PrivacyCheck(conversation)
    return render(request, "conversations/check_privacy.html", {
        "conversation": conversation, "to_decide": check.to_decide, "kept": check.kept, "roles": ROLES,
        "refused": refused, "form": KeepForm() if not refused else None,
    })  # fmt: skip


@open_note
@require_POST
def replace_words(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    role = request.POST.get("role", "")
    if role in ROLES:
        try:
            done = actions.replace_words(conversation=conversation, by=request.user, role=role, **_where(request))
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, "Changed." if done else "That was changed already.")
    return redirect("conversations:check_privacy", conversation.reference)


@open_note
@require_POST
def keep_words(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    form = KeepForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.keep_words(conversation=conversation, by=request.user, reason=reason, **_where(request))
        messages.success(request, "Kept. A second person looks at it before anyone reads the note.")
    else:
        messages.error(request, str(form.errors["reason"][0]))
    return redirect("conversations:check_privacy", conversation.reference)


def _where(request: SignedInRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "")[:60] for name in ("code", "fingerprint")}


@for_redactors
def redaction(request: SignedInRequest) -> HttpResponse:
    """The notes that wait, oldest first. Dates and places: no words."""
    waiting = _to_redact(request.user).order_by("submitted_at", "pk")
    return render(request, "conversations/redaction.html", {"waiting": waiting})


def _to_redact(user: User) -> QuerySet[Conversation]:
    return Conversation.objects.quarantined().open_to(user).select_related("ward")


@for_redactors
def redact_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """One note: change its words, then release it. The words that were there before are gone."""
    conversation = get_object_or_404(_to_redact(request.user), reference=reference)
    if not can_redact(request.user, conversation):
        raise PermissionDenied
    check = PrivacyCheck(conversation)
    form = RedactionForm(posted(request), check=check)
    if request.method == "POST" and form.is_valid():
        return _redacted(request, conversation, form)
    actions.note_read(conversation=conversation, by=request.user)
    return render(request, "conversations/redact_note.html", {
        "conversation": conversation, "form": form, "to_decide": check.to_decide, "kept": check.kept,
    })  # fmt: skip


def _redacted(request: SignedInRequest, conversation: Conversation, form: RedactionForm) -> HttpResponse:
    actions.redact(conversation=conversation, by=request.user, texts=form.texts())
    if request.POST.get("next") != "release":
        messages.success(request, "Saved. What was there before is gone.")
        return redirect("conversations:redact_note", conversation.reference)
    try:
        actions.release(conversation=conversation, by=request.user)
    except MoveRefused as refused:
        messages.error(request, str(refused))
        return redirect("conversations:redact_note", conversation.reference)
    messages.success(request, f"Released. {conversation.reference} can be read now.")
    return redirect("conversations:redaction")
