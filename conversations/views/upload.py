"""Upload instead of typing: the templates, what is wrong by cell, and drafts."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from common.uploads.refusing import Refused
from conversations import actions
from conversations.forms import UploadForm
from conversations.models import Conversation
from conversations.permissions import can_plan
from conversations.views.doors import SignedInRequest, own_conversation, posted
from conversations.workbook.opening import opened
from conversations.workbook.reading import Read, read


def _template(kind: str) -> tuple[Callable[[], bytes], str]:
    """What makes it, and its kind. The writers load heavy libraries: see common.uploads.workbooks."""
    from conversations.workbook import plain, word, writing

    made: dict[str, tuple[Callable[[], bytes], str]] = {
        "xlsx": (writing.template, writing.MIME_TYPE),
        "docx": (word.note_sheet, word.MIME_TYPE),
        "csv": (plain.template, plain.MIME_TYPE),
    }
    return made[kind]


@login_required
def workbook_template(request: SignedInRequest, kind: str) -> HttpResponse:
    if not can_plan(request.user):
        raise PermissionDenied
    make, mime_type = _template(kind)
    return _file(make(), f"conversation-notes.{kind}", mime_type)


@own_conversation
def word_sheet(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """The note sheet of one conversation for Word: its code, its day and its place are filled in."""
    from conversations.workbook import word

    return _file(word.note_sheet(conversation), f"{conversation.reference}.docx", word.MIME_TYPE)


@login_required
def upload_notes(request: SignedInRequest) -> HttpResponse:
    """Nothing is stored before everything is right; then the notes are drafts."""
    if not can_plan(request.user):
        raise PermissionDenied
    form = UploadForm(posted(request), request.FILES if request.method == "POST" else None)
    found = _read(request, form) if request.method == "POST" and form.is_valid() else None
    if found and not found.issues:
        stored = actions.import_notes(read=found, by=request.user)
        messages.success(request, f"Notes stored as drafts: {len(stored)}. Read them, then hand each one in.")
        return redirect("conversations:mine")
    if found and request.POST.get("answer") == "workbook":
        from conversations.workbook import writing

        return _file(writing.template(found.given), "conversation-notes-with-issues.xlsx", writing.MIME_TYPE)
    issues = found.issues if found else []
    return render(request, "conversations/upload_notes.html", {"form": form, "issues": issues})


def _read(request: SignedInRequest, form: UploadForm) -> Read | None:
    try:
        return read(opened(form.cleaned_data["workbook"]), by=request.user)
    except Refused as refused:
        form.add_error("workbook", str(refused))
        return None


def _file(content: bytes, name: str, mime_type: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=mime_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
