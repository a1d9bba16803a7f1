"""What people in the network start and give: their own page, the staff's list, and what everybody sees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import for_roles
from accounts.roles import Role
from champions import actions
from champions.forms import DecideInitiativeForm, InitiativeForm
from champions.models import Initiative
from champions.views.network import for_champions
from champions.views.replies import SeeOther, SignedInRequest, personal


@require_safe
def initiatives(request: HttpRequest) -> HttpResponse:
    return render(request, "champions/initiatives.html", {"initiatives": Initiative.objects.shown()})


@for_champions
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def my_initiatives(request: SignedInRequest) -> HttpResponse:
    form = InitiativeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_initiative(user=request.user, **form.cleaned_data)
        messages.success(request, "Thank you. We read it, and write to you.")
        return SeeOther(reverse("champions:my_initiatives"))
    mine = Initiative.objects.of_user(request.user)
    return render(request, "champions/my_initiatives.html", {"form": form, "initiatives": mine})


@for_champions
@require_POST
def end_my_initiative(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    initiative = get_object_or_404(Initiative.objects.of_user(request.user), uuid=uuid)
    actions.end_initiative(initiative=initiative, by=request.user)
    messages.success(request, "It is not shown any more.")
    return SeeOther(reverse("champions:my_initiatives"))


@for_roles(Role.COORDINATOR)
@require_safe
def sent_initiatives(request: SignedInRequest) -> HttpResponse:
    found = Initiative.objects.waiting_first()[:200]
    return render(request, "champions/sent_initiatives.html", {"initiatives": found})


@for_roles(Role.COORDINATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_initiative(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    initiative = get_object_or_404(Initiative.objects.select_related("service", "ward"), uuid=uuid)
    names = ("kind", "title", "text", "when", "ward", "until", "service", "reason")
    initial = {name: getattr(initiative, name) for name in names}
    form = DecideInitiativeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        shown = given.pop("shown") == "yes"
        actions.decide_initiative(initiative=initiative, by=request.user, shown=shown, **given)
        messages.success(request, "Saved. Whoever sent it gets a mail.")
        return SeeOther(reverse("champions:sent_initiatives"))
    return render(request, "champions/decide_initiative.html", {"form": form, "initiative": initiative})
