"""The morning after something has happened: one page in the admin with what to do, in order."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST
from wagtail.models import Page, Revision

from accounts.doors import SignedInRequest
from accounts.roles import Role
from common.models import EmergencyContact
from home.incidents import actions
from home.incidents.models import LookBack, Pause
from home.incidents.pages import IncidentIndexPage

MAY = (Role.COMMS, Role.PUBLISHER, Role.SENSITIVE)


def may_act(request: SignedInRequest) -> bool:
    return request.user.has_role(*MAY)


def morning_after(request: SignedInRequest) -> HttpResponse:
    _let_in(request)
    planned = Revision.page_revisions.exclude(approved_go_live_at=None).values_list("object_id", flat=True)
    context = {
        "pause": Pause.objects.running().first(),
        # A revision holds its page's number as text.
        "planned": Page.objects.filter(pk__in=[int(pk) for pk in planned]).order_by("go_live_at"),
        "index": IncidentIndexPage.objects.first(),
        "look_backs": LookBack.objects.waiting().select_related("page"),
        "outcomes": LookBack.Outcome.choices,
        "contacts": EmergencyContact.objects.live().order_by("order"),
    }
    return render(request, "home/admin/morning_after.html", context)


@require_POST
def change_pause(request: SignedInRequest) -> HttpResponse:
    _let_in(request)
    if request.POST.get("pause"):
        actions.pause(by=request.user)
    else:
        actions.resume(by=request.user)
    return redirect("morning_after")


@require_POST
def answer_look_back(request: SignedInRequest, look_back_id: int) -> HttpResponse:
    _let_in(request)
    waiting = get_object_or_404(LookBack, pk=look_back_id)
    if request.POST.get("outcome") in LookBack.Outcome.values:
        actions.look_back(waiting=waiting, by=request.user, outcome=request.POST["outcome"])
    return redirect("morning_after")


def _let_in(request: SignedInRequest) -> None:
    if not may_act(request):
        raise PermissionDenied


urlpatterns = [
    path("morning-after/", morning_after, name="morning_after"),
    path("morning-after/pause/", change_pause, name="change_pause"),
    path("morning-after/look-back/<int:look_back_id>/", answer_look_back, name="answer_look_back"),
]
