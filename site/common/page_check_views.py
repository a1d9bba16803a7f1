"""The checks of a page on a page of their own: after each save, and to print for somebody who helps."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page


class PageChecksView(WagtailAdminTemplateMixin, TemplateView):
    """What the checks say about the newest draft of a page, to those who may edit it."""

    template_name = "common/admin/page_checks.html"
    header_icon = "glasses"
    page_title = "Checks"

    def get_context_data(self, **kwargs) -> dict:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).get_latest_revision_as_object()
        if not page.permissions_for_user(self.request.user).can_edit() or not hasattr(page, "remarks"):
            raise PermissionDenied
        return {**super().get_context_data(**kwargs), "page": page, "remarks": page.remarks()}

    def get_page_subtitle(self) -> str:
        return str(get_object_or_404(Page, pk=self.kwargs["page_id"]))


urlpatterns = [path("checks/<int:page_id>/", PageChecksView.as_view(), name="page_checks")]
