"""Who has booked one workshop, for the people who run it: add by phone, move, cancel."""

from collections import Counter
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from champions import actions
from champions.apart import who_must_not_meet
from champions.forms import AddBookingForm, DecisionForm, MessageForm, StaffMoveForm
from champions.models import AccessNeed, Booking, Workshop
from champions.permissions import can_manage_workshops
from champions.views.replies import WHY_NOT_FOR_STAFF, SeeOther, only
from champions.waiting_list import people_who_wait, why_nobody_is_offered
from common import audit


@only(can_manage_workshops)
@require_safe
def workshop_bookings(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who holds places or waits, and why nobody is offered a place."""
    workshop = _workshop(slug)
    waiting = people_who_wait(workshop)
    seated = list(workshop.bookings.live().seated().by_name())
    context = {
        "workshop": workshop,
        "seated": seated,
        "called_off": workshop.bookings.called_off().by_name(),
        "apart": who_must_not_meet([*seated, *(row.booking for row in waiting)]),
        "waiting": waiting,
        "why": why_nobody_is_offered(workshop, waiting),
    }
    return render(request, "champions/workshop_bookings.html", context)


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def add_booking(request: HttpRequest, slug: str) -> HttpResponse:
    """For somebody on the phone. Without an address they get the reference, read out."""
    workshop = _workshop(slug)
    form = AddBookingForm(request.POST or None, workshop=workshop, initial={"key": uuid4().hex})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_booking(workshop=workshop, by=request.user, **form.cleaned_data)
        except actions.NoPlaces:
            form.add_error(None, f"Places left: {workshop.seats_left}. Choose fewer, or tick the waiting list.")
        except actions.Refused as refusal:
            form.add_error(None, WHY_NOT_FOR_STAFF[type(refusal)])
        else:
            messages.success(request, f"{made.get_state_display()}. Tell {made.name} the reference: {made.reference}.")
            return _back(workshop)
    return render(request, "champions/add_booking.html", {"workshop": workshop, "form": form})


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def staff_move_booking(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    """To another workshop, of any kind, with the same reference."""
    booking = _booking(slug, reference)
    form = StaffMoveForm(request.POST or None, booking=booking)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["workshop"]
        try:
            actions.move_booking(booking=booking, to=to, by=request.user)
        except actions.Refused as refusal:
            form.add_error(None, WHY_NOT_FOR_STAFF[type(refusal)])
        else:
            messages.success(request, f"{booking.reference} is moved to {to.day}.")
            return _back(booking.workshop)
    context = {"booking": booking, "workshop": booking.workshop, "form": form}
    return render(request, "champions/staff_move_booking.html", context)


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def message_everyone(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = _workshop(slug)
    form = MessageForm(request.POST or None, initial={"key": uuid4().hex})
    if request.method == "POST" and form.is_valid():
        text, key = form.cleaned_data["message"], form.cleaned_data["key"] or uuid4().hex
        told = actions.message_everyone(workshop=workshop, text=text, key=key, by=request.user)
        messages.success(request, f"The message is on its way to {told} people.")
        return _back(workshop)
    return render(request, "champions/message_everyone.html", {"workshop": workshop, "form": form})


@only(can_manage_workshops)
@require_safe
def workshop_needs(request: HttpRequest, slug: str) -> HttpResponse:
    """What people need, counted, each with its deadline and answer. Opening it is noted."""
    workshop = _workshop(slug)
    needs = list(AccessNeed.objects.of_workshop(workshop))
    totals = Counter[str]()
    for need in needs:
        totals[need.get_kind_display()] += need.people
    audit.record("access needs opened", actor=request.user, thing=workshop)
    context = {"workshop": workshop, "needs": needs, "totals": sorted(totals.items())}
    return render(request, "champions/workshop_needs.html", context)


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_need(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    workshop = _workshop(slug)
    need = get_object_or_404(AccessNeed.objects.of_workshop(workshop), pk=pk)
    if "take_on" in request.POST:
        actions.take_on(need=need, by=request.user)
        return SeeOther(reverse("champions:workshop_needs", args=[slug]))
    form = DecisionForm(request.POST or None, instance=need)
    if request.method == "POST" and form.is_valid():
        actions.decide(need=need, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. They get a mail that says where to read the answer.")
        return SeeOther(reverse("champions:workshop_needs", args=[slug]))
    return render(request, "champions/decide_need.html", {"workshop": workshop, "need": need, "form": form})


@only(can_manage_workshops)
@require_POST
def staff_cancel_booking(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    booking = _booking(slug, reference)
    try:
        actions.cancel(booking=booking)
        messages.success(request, f"{booking.reference} is cancelled.")
    except actions.Refused as refusal:
        messages.error(request, WHY_NOT_FOR_STAFF[type(refusal)])
    return _back(booking.workshop)


def _workshop(slug: str) -> Workshop:
    return get_object_or_404(Workshop.objects.with_venue().with_places(), slug=slug)


def _booking(slug: str, reference: str) -> Booking:
    bookings = Booking.objects.with_workshop().by_reference(reference).filter(workshop__slug=slug)
    return get_object_or_404(bookings.live() | bookings.called_off())


def _back(workshop: Workshop) -> HttpResponse:
    return SeeOther(reverse("champions:workshop_bookings", args=[workshop.slug]))
