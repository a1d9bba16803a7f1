"""The officer's page for files: bring services in, and take the directory out."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.views.generic import TemplateView, View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from accounts.models import User
from common.uploads.refusing import Refused
from services_directory.interchange import sent_files
from services_directory.interchange.writing import FORMATS, TooLong, records
from services_directory.models import FeedFile, ServicePage
from services_directory.permissions import can_take_files_in

HOME = "directory_files:index"
# Format → what the file is called, and its MIME type.
_SENT_AS = {
    "csv": ("services.zip", "application/zip"),
    "xlsx": ("services.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": ("services.json", "application/json"),
}
LATEST = 20


class FeedFileForm(forms.Form):
    file = forms.FileField(
        label="Your file",
        help_text="JSON of Open Referral UK, one CSV of services, a ZIP of CSV tables, or a workbook (XLSX). At most "
        f"{sent_files.LARGEST // 2**20} MB.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,.csv,.zip,.xlsx"}),
        error_messages={"required": "Choose the file with the services."},
    )
    source = forms.CharField(
        label="Where it comes from", required=False, max_length=200, help_text="Such as: Southwark's directory."
    )


def _officer(request: HttpRequest) -> User:
    # Whoever is not signed in did not pass `dispatch`.
    return cast(User, request.user)


class _ForOfficers:
    """Asked before anything is looked up."""

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not can_take_files_in(_officer(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class FilesView(_ForOfficers, WagtailAdminTemplateMixin, TemplateView):
    page_title = "Files in and out"
    header_icon = "upload"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": page_title}]
    template_name = "services_directory/admin/files.html"

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", FeedFileForm())
        files, number = FeedFile.objects.select_related("by")[:LATEST], ServicePage.objects.published().count()
        return super().get_context_data(files=files, number=number, formats=list(FORMATS), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FeedFileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                kept = sent_files.take(**form.cleaned_data, by=_officer(request))
            except Refused as refused:
                form.add_error("file", f"{refused}.")
            else:
                return redirect("directory_files:file", kept.code)
        return self.render_to_response(self.get_context_data(form=form))


class FileView(_ForOfficers, WagtailAdminTemplateMixin, TemplateView):
    page_title = "A file of services"
    header_icon = "upload"
    template_name = "services_directory/admin/file.html"

    def get_context_data(self, code, **kwargs):
        kept = get_object_or_404(FeedFile, code=code)
        self.breadcrumbs_items = [*FilesView.breadcrumbs_items[:-1], {"url": "../", "label": FilesView.page_title}]
        self.breadcrumbs_items += [{"url": "", "label": kept.name}]
        return super().get_context_data(kept=kept, **kwargs)

    def post(self, request: HttpRequest, code) -> HttpResponse:
        kept = get_object_or_404(FeedFile, code=code)
        if request.POST.get("answer") == "store":
            sent_files.store(feed_file=kept, by=_officer(request))
        else:
            sent_files.try_again(feed_file=kept)
        return redirect("directory_files:file", code)


class ExportView(_ForOfficers, View):
    def get(self, request: HttpRequest, kind: str) -> HttpResponse:
        try:
            content = FORMATS[kind](records(ServicePage.objects.published()))
        except TooLong as wrong:
            messages.error(request, str(wrong))
            return redirect(HOME)
        name, content_type = _SENT_AS[kind]
        answer = HttpResponse(content, content_type=content_type)
        answer["Content-Disposition"] = f'attachment; filename="{timezone.localdate()}-{name}"'
        return answer


class _Item(MenuItem):
    def is_shown(self, request) -> bool:
        return can_take_files_in(request.user)


class FilesViewSet(ViewSet):
    """Services in from a file, with a try that stores nothing; the directory out as a file."""

    name = "directory_files"
    url_prefix = "directory/files"
    icon = "upload"
    menu_label = "Files in and out"
    menu_item_class = _Item

    def get_urlpatterns(self):
        formats = [path(f"{kind}/", ExportView.as_view(), {"kind": kind}, name=f"as_{kind}") for kind in FORMATS]
        files = path("<uuid:code>/", FileView.as_view(), name="file")
        return [path("", FilesView.as_view(), name="index"), *formats, files]
