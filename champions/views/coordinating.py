"""The network as those see it who look after it: how many come how far, where, who has something to do, exports."""

import csv

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import for_roles
from accounts.roles import Role
from champions import actions, pipeline
from champions.forms import MergeForm, UpdateForm
from champions.models import Champion, Initiative, TeamQuestion, TeamUpdate
from champions.views.replies import SeeOther, SignedInRequest, personal
from common import audit
from common.disclosure.formats import headings, plain_cells, rows

COLUMNS = ["Joined as", "Meets people in", "Part of the borough", "Languages", "Promise agreed on", "Monthly letter"]


@for_roles(Role.COORDINATOR)
@personal
@require_safe
def network_now(request: SignedInRequest) -> HttpResponse:
    today, wards = timezone.localdate(), pipeline.by_ward()
    context = {
        "steps": pipeline.steps(today),
        "wards": {"caption": wards.name, "headings": headings(wards, "Part of the borough"), "rows": rows(wards)},
        "notes": wards.notes,
        "due": pipeline.due(today),
        "not_joined": pipeline.not_joined().count(),
        "same": pipeline.perhaps_the_same(),
        "questions": TeamQuestion.objects.waiting().count(),
        "sent": Initiative.objects.filter(state="sent").count(),
        "today": today,
    }
    return render(request, "champions/network_now.html", context)


@for_roles(Role.COORDINATOR)
@require_POST
def invite_again(request: SignedInRequest) -> HttpResponse:
    """Everybody who came and has not joined gets their own link once more."""
    sent = actions.invite_again(invitations=pipeline.not_joined(), by=request.user)
    messages.success(request, f"Invitations sent: {sent}.")
    return SeeOther(reverse("champions:network_now"))


@for_roles(Role.COORDINATOR)
@require_POST
def export_network(request: SignedInRequest) -> HttpResponse:
    """Who is active, without a name or an address: to plan with. Taking it is noted."""
    audit.record("network exported", actor=request.user)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="network.csv"'
    write = csv.writer(response).writerow
    write(COLUMNS)
    for one in Champion.objects.active().select_related("ward").order_by("ward__name", "pk"):
        about = [one.get_role_type_display(), one.get_setting_display(), str(one.ward or ""), one.languages]
        write(plain_cells([*about, f"{one.promise_agreed_on}", "yes" if one.wants_news else "no"]))
    return response


@for_roles(Role.COORDINATOR)
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def merge_accounts(request: SignedInRequest) -> HttpResponse:
    """Choose two accounts, read what would happen, and press again."""
    form, preview = MergeForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            preview = actions.preview_merge(**chosen)
            if "sure" in request.POST:
                actions.merge(**chosen, by=request.user)
                messages.success(request, "The two accounts are one now.")
                return SeeOther(reverse("champions:network_now"))
        except actions.CannotMerge as refused:
            form.add_error(None, str(refused))
    return render(request, "champions/merge_accounts.html", {"form": form, "preview": preview})


@for_roles(Role.COORDINATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def team_updates(request: SignedInRequest) -> HttpResponse:
    """What the network reads from the team now, and something new."""
    form = UpdateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.tell_the_network(by=request.user, **form.cleaned_data)
        messages.success(request, "Champions read it now, and in their next monthly letter.")
        return SeeOther(reverse("champions:team_updates"))
    updates = TeamUpdate.objects.current()
    return render(request, "champions/team_updates.html", {"form": form, "updates": updates})


@for_roles(Role.COORDINATOR)
@require_POST
def take_back_update(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.take_back_update(update=get_object_or_404(TeamUpdate, pk=pk), by=request.user)
    messages.success(request, "Nobody reads it any more.")
    return SeeOther(reverse("champions:team_updates"))
