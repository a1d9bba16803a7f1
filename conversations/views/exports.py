"""Asking for raw words, allowing it, and taking the file."""

from tempfile import TemporaryFile

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions, permissions
from conversations.codebook.project import MIME_TYPE
from conversations.forms import RawExportForm
from conversations.models import RawExport
from conversations.views.doors import SignedInRequest, for_coders, posted
from conversations.views.workspace import must

EXPORTS_SHOWN = 30


@for_coders
def raw_exports(request: SignedInRequest) -> HttpResponse:
    """Every export that was asked for, newest first, and a form to ask for another."""
    user = request.user
    form = RawExportForm(posted(request)) if permissions.can_ask_for_export(user) else None
    if request.method == "POST":
        must(form is not None)
        if form and form.is_valid():
            actions.ask_for_export(by=user, **form.cleaned_data)
            messages.success(request, "Asked. A coordinator decides, within a week.")
            return redirect("conversations:raw_exports")
    exports = list(RawExport.objects.select_related("asked_by", "approved_by")[:EXPORTS_SHOWN])
    rows = [(one, permissions.can_approve_export(user, one), permissions.can_take_export(user, one)) for one in exports]
    return render(request, "conversations/raw_exports.html", {"form": form, "rows": rows})


@for_coders
@require_POST
def approve_export(request: SignedInRequest, number: int) -> HttpResponse:
    export = get_object_or_404(RawExport, pk=number)
    must(permissions.can_approve_export(request.user, export))
    try:
        actions.approve_export(export=export, by=request.user)
        messages.success(request, "Allowed. The file can be taken for 24 hours.")
    except actions.ExportRefused as refused:
        messages.error(request, str(refused))
    return redirect("conversations:raw_exports")


@for_coders
@require_POST
def take_export(request: SignedInRequest, number: int) -> HttpResponseBase:
    """The file, made now: what was withdrawn since is not in it."""
    export = get_object_or_404(RawExport.objects.select_related("asked_by", "approved_by"), pk=number)
    must(permissions.can_take_export(request.user, export))
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it when it has been sent
    try:
        actions.take_export(export=export, by=request.user, file=file)
    except actions.ExportRefused as refused:
        file.close()
        messages.error(request, str(refused))
        return redirect("conversations:raw_exports")
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"export-{export.pk}.qdpx", content_type=MIME_TYPE)
