"""Upload instead of typing: the template, what is wrong by cell, and drafts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from common.uploads.refusing import Refused
from common.uploads.workbooks import opened
from conversations import actions
from conversations.forms import UploadForm
from conversations.permissions import can_plan
from conversations.views.doors import SignedInRequest, posted
from conversations.workbook.reading import Issue, Read, read
from conversations.workbook.writing import MIME_TYPE, template


@login_required
def workbook_template(request: SignedInRequest) -> HttpResponse:
    if not can_plan(request.user):
        raise PermissionDenied
    return _file(template(), "conversation-notes.xlsx")


@login_required
def upload_notes(request: SignedInRequest) -> HttpResponse:
    """Nothing is stored before everything is right; then the notes are drafts."""
    if not can_plan(request.user):
        raise PermissionDenied
    form = UploadForm(posted(request), request.FILES if request.method == "POST" else None)
    found = Read()
    if request.method == "POST" and form.is_valid():
        found = _read(request, form)
        if found.notes and not found.issues:
            stored = actions.import_notes(read=found, by=request.user)
            messages.success(request, f"Notes stored as drafts: {len(stored)}. Read them, then hand each one in.")
            return redirect("conversations:mine")
        if found.rows and request.POST.get("answer") == "workbook":
            return _file(template(found), "conversation-notes-with-issues.xlsx")
    return render(request, "conversations/upload_notes.html", {"form": form, "issues": found.issues})


def _read(request: SignedInRequest, form: UploadForm) -> Read:
    file = form.cleaned_data["workbook"]
    try:
        found = read(opened(file, size=file.size), by=request.user)
    except Refused as refused:
        form.add_error("workbook", str(refused))
        return Read()
    if not found.notes and not found.issues:
        found.issues.append(Issue("session", "A3", "The workbook is empty. Fill in one row for each conversation"))
    return found


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=MIME_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
