"""What is printed for the day, for the people who run it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from champions import actions, paper
from champions.models import Workshop
from champions.permissions import can_mark_attendance
from champions.views.replies import only
from common import pdf


@only(can_mark_attendance)
@never_cache
@require_safe
def sign_in_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The list for the door, on paper. Each download is in the log (C12)."""
    workshop = get_object_or_404(Workshop.objects.public().with_venue(), slug=slug)
    bookings = actions.take_sign_in_sheet(workshop=workshop, by=request.user)
    return pdf.response(paper.sign_in_sheet(workshop, bookings), "sign-in-sheet")


@only(can_mark_attendance)
@never_cache
@require_safe
def workshop_certificates(request: HttpRequest, slug: str) -> HttpResponse:
    """A page for each person who came, to hand out: also for those who gave no address."""
    workshop = get_object_or_404(Workshop.objects.held(), slug=slug)
    records = actions.take_certificates(workshop=workshop, by=request.user)
    if not records:
        raise Http404
    return pdf.response(paper.certificates(records), "certificates")


@only(can_mark_attendance)
@never_cache
@require_safe
def workshop_pack(request: HttpRequest, slug: str) -> HttpResponse:
    """What people take home, from the directory as it is today."""
    workshop = get_object_or_404(Workshop.objects.all(), slug=slug)
    return pdf.response(paper.pack(workshop), "help-near-you")
