"""What search engines may look at, and drafts for one reader."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from accounts.doors import SignedInRequest
from accounts.models import User
from home.sharing import previews

# Nothing secret is named here: all of these ask who you are, or lead somewhere else at once.
CLOSED = ["/admin/", "/accounts/", "/my/", "/workspace/", "/board/", "/safeguarding/", "/go/", "/leave/", "/toolkit/",
          "/preview/", "/find-support/results/"]  # fmt: skip


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    page = previews.draft_behind(token)
    if page is None:
        answer = render(request, "home/preview_over.html", {"noindex": True}, status=410)
    else:
        answer = page.make_preview_request(request)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_http_methods(["GET", "POST"])
def share_preview(request: SignedInRequest, page_id: int) -> HttpResponse:
    """For whoever may edit the page: what such an address does, and, after a press, the address."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit() or not page.latest_revision_id:
        raise PermissionDenied
    made = request.build_absolute_uri(previews.address_for(page)) if request.method == "POST" else ""
    return render(request, "home/admin/share_preview.html", {"page": page, "made": made})


@hooks.register("register_page_header_buttons")
def share_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if page.latest_revision_id and page.permissions_for_user(user).can_edit():
        address = reverse("share_preview", args=[page.pk])
        yield Button("Show this draft to one reader", address, icon_name="view", priority=55)


admin_urlpatterns = [path("share-preview/<int:page_id>/", share_preview, name="share_preview")]
