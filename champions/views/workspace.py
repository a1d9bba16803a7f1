"""Planning workshops: coordinators and trainers, on plain pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.roles import Role
from champions import actions, emails
from champions.forms import VenueForm, WorkshopForm
from champions.models import Workshop
from champions.permissions import can_manage_workshops
from champions.trainers import in_trouble
from champions.views.replies import SeeOther, SignedInRequest, only

# What a button on the workshop's page does, and what is said afterwards.
DEEDS = {
    "publish": (actions.publish, "The workshop is on the website, and people can book."),
    "close": (actions.close, "Booking is closed."),
    "reopen": (actions.reopen, "Booking is open again."),
    "call_off": (
        actions.call_off,
        "The workshop is called off. Everybody is told, with the way to another date.",
    ),
}


@only(can_manage_workshops)
@require_safe
def workspace_workshops(request: SignedInRequest) -> HttpResponse:
    """Every workshop that is not long over, with how full it is and how many people wait."""
    workshops = Workshop.objects.recent().with_venue().with_places().with_undecided_needs().with_waiting()
    unled = in_trouble([workshop for workshop in workshops if workshop.is_announced])
    context = {
        "workshops": workshops,
        "unled": unled,
        "failed_mail": emails.count_failed(),
        "may_see_the_network": request.user.has_role(Role.COORDINATOR),
    }
    return render(request, "champions/workspace_workshops.html", context)


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def new_workshop(request: HttpRequest) -> HttpResponse:
    form = WorkshopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workshop = actions.create(by=request.user, **form.details)
        messages.success(request, "Saved as a draft. Nobody else sees it until you publish it.")
        return SeeOther(reverse("champions:edit_workshop", args=[workshop.slug]))
    return render(request, "champions/new_workshop.html", {"form": form})


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_workshop(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = get_object_or_404(Workshop.objects.with_venue(), slug=slug)
    if not workshop.is_changeable:
        return render(request, "champions/past_workshop.html", {"workshop": workshop})
    form = WorkshopForm(request.POST or None, instance=workshop)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(workshop=workshop, by=request.user, **form.details)
        except actions.TooManyBooked:
            # Booked between the page and the lock.
            form.add_error("capacity", "More places are booked by now. Load the page again to see how many.")
        else:
            messages.success(request, "Saved. If the date, time or place changed, everybody who booked gets a mail.")
            return SeeOther(reverse("champions:edit_workshop", args=[slug]))
    shown = get_object_or_404(Workshop.objects.with_venue(), slug=slug)
    return render(request, "champions/edit_workshop.html", {"form": form, "workshop": shown})


@only(can_manage_workshops)
@require_POST
def change_workshop_state(request: HttpRequest, slug: str) -> HttpResponse:
    """One of DEEDS, by the name of the button. An unknown name changes nothing."""
    workshop = get_object_or_404(Workshop, slug=slug)
    if deed := DEEDS.get(request.POST.get("deed", "")):
        action, done = deed
        action(workshop=workshop, by=request.user)
        messages.success(request, done)
    return SeeOther(reverse("champions:edit_workshop", args=[slug]))


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def new_venue(request: HttpRequest) -> HttpResponse:
    form = VenueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        venue = actions.add_venue(by=request.user, **form.cleaned_data)
        messages.success(request, f"{venue.name} can now be chosen as a venue.")
        return SeeOther(reverse("champions:new_workshop"))
    return render(request, "champions/new_venue.html", {"form": form})
