"""Who leads a workshop; and for trainers, the days on which they cannot."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from champions import actions
from champions.forms import AwayForm, LeadingForm
from champions.models import Away, Workshop
from champions.permissions import can_manage_workshops, is_active_trainer
from champions.trainers import who_could_lead
from champions.views.replies import SeeOther, SignedInRequest, only


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def leading(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = get_object_or_404(Workshop.objects.with_venue(), slug=slug)
    now = [str(key) for key in workshop.allocations.values_list("trainer", flat=True)]
    form = LeadingForm(_posted(request), candidates=who_could_lead(workshop), initial={"leading": now})
    if request.method == "POST" and _allocated(request, workshop, form):
        messages.success(request, "Saved. Whoever is new on the list gets a mail.")
        return SeeOther(reverse("champions:edit_workshop", args=[slug]))
    return render(request, "champions/leading.html", {"workshop": workshop, "form": form})


def _allocated(request: HttpRequest, workshop: Workshop, form: LeadingForm) -> bool:
    """Whether it was done; if not, the form says why."""
    if not form.is_valid():
        return False
    try:
        actions.allocate(workshop=workshop, leading=form.cleaned_data["leading"], by=request.user)
    except actions.CannotLead as refusal:
        for trainer, why in refusal.why.items():
            form.add_error("leading", f"{trainer}: {why}")
        return False
    return True


@only(is_active_trainer)
@require_http_methods(["GET", "HEAD", "POST"])
def days_away(request: SignedInRequest) -> HttpResponse:
    form = AwayForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        actions.go_away(trainer=request.user, **form.cleaned_data)
        messages.success(request, "Saved. Nobody is asked why.")
        return SeeOther(reverse("champions:days_away"))
    context = {"form": form, "days": Away.objects.to_come().filter(trainer=request.user)}
    return render(request, "champions/days_away.html", context)


@only(is_active_trainer)
@require_POST
def come_back(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.come_back(away=get_object_or_404(Away, pk=pk, trainer=request.user))
    messages.success(request, "Taken off your list.")
    return SeeOther(reverse("champions:days_away"))


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent: also when nothing was chosen, which is an answer too."""
    return request.POST if request.method == "POST" else None
