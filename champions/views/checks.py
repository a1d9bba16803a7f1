"""Checks that roles need, for coordinators alone; and what is still missing, for the person themselves."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import for_roles
from accounts.roles import Role
from champions import actions
from champions.forms import CheckForm
from champions.models import RoleCheck
from champions.training_progress import progress_of
from champions.views.replies import SeeOther, SignedInRequest, personal
from common import audit


@dataclass(frozen=True)
class Row:
    check: RoleCheck
    counts: bool


@for_roles(Role.COORDINATOR)
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: SignedInRequest) -> HttpResponse:
    """Opening it is noted."""
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.note_check(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved.")
        return SeeOther(reverse("champions:checks"))
    audit.record("list of checks opened", actor=request.user)
    rows = [Row(check, check.counts()) for check in RoleCheck.objects.by_name()]
    return render(request, "champions/checks.html", {"form": form, "rows": rows})


@for_roles(Role.COORDINATOR)
@require_POST
def drop_check(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.drop_check(check=get_object_or_404(RoleCheck, pk=pk), by=request.user)
    messages.success(request, "Taken off the list.")
    return SeeOther(reverse("champions:checks"))


@login_required
@require_safe
def my_training(request: SignedInRequest) -> HttpResponse:
    """What each of my roles needs, what is there, and what to do about the rest."""
    return render(request, "champions/my_training.html", {"progress": progress_of(request.user)})
