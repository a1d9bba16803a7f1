"""Whether a page was useful: one press, counted like everything else, and nothing of who pressed (users.md 4.3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from common import counting, limits
from common.same_origin import same_origin_form
from home.toolkit import counts

ANSWERS = ("yes", "no")


@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
def useful(request: HttpRequest, page_id: int) -> HttpResponse:
    """Count a yes or a no, then say thank you on a page of its own: to load it again counts nothing."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_id)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer in ANSWERS:
        # Somebody who presses all day changes nothing that others said.
        if not limits.is_over("useful", request):
            counting.count(counts.useful(page_id, answer))
        return redirect(f"{request.path}?not" if answer == "no" else request.path)
    context = {"page": page, "useful": "not" not in request.GET, "noindex": True}
    return render(request, "home/useful.html", context)
