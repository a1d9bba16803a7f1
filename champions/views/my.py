"""Pages of somebody who is signed in: their own bookings, and the day itself for those who run it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from champions import actions, links
from champions.forms import AttendanceForm, AttendeeForm
from champions.models import Allocation, Booking, CalendarFeed, Guest, TrainingRecord, Workshop
from champions.permissions import can_mark_attendance
from champions.views.replies import SeeOther, SignedInRequest, only


@login_required
@require_safe
def my_bookings(request: SignedInRequest) -> HttpResponse:
    bookings = Booking.objects.of_user(request.user).with_workshop().coming()
    feed = CalendarFeed.objects.filter(user=request.user).first()
    context = {
        "feed": feed,
        "feed_address": links.feed_address(feed) if feed else "",
        "bookings": [{"booking": row, "address": links.booking_address(row)} for row in bookings],
        "training": [
            {"record": row, "certificate": links.certificate_address(row) if row.is_certified else ""}
            for row in TrainingRecord.objects.of_user(request.user).with_workshop()
        ],
    }
    return render(request, "champions/my_bookings.html", context)


@only(can_mark_attendance)
@require_safe
def my_workshops(request: HttpRequest) -> HttpResponse:
    """Workshops to sign people in to, and those still to come."""
    context = {
        "now": Workshop.objects.open_for_sign_in().recent().with_venue(),
        "coming": Workshop.objects.upcoming().with_venue(),
        "led": set(Allocation.objects.of_user(request.user).values_list("workshop", flat=True)),
    }
    return render(request, "champions/my_workshops.html", context)


@only(can_mark_attendance)
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Who booked, with a box for each who came."""
    workshop = _workshop(slug)
    if request.method == "POST":
        form = AttendanceForm(request.POST, workshop=workshop)
        if form.is_valid():
            return _try(request, "Saved.", actions.record_attendance, workshop=workshop, came=form.cleaned_data["came"])
        return _list(request, workshop, form, AttendeeForm())
    return _list(request, workshop, None, AttendeeForm())


@only(can_mark_attendance)
@require_POST
def add_attendee(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = _workshop(slug)
    form = AttendeeForm(request.POST)
    if not form.is_valid():
        return _list(request, workshop, None, form)
    person = {"name": form.cleaned_data["name"], "email": form.cleaned_data["email"]}
    return _try(request, f"{person['name']} is signed in.", actions.add_attendee, workshop=workshop, **person)


@only(can_mark_attendance)
@require_POST
def finish_workshop(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = _workshop(slug)
    done = "The workshop is finished. Everybody who came gets a link to join."
    return _try(request, done, actions.finish, workshop=workshop)


def _workshop(slug: str) -> Workshop:
    return get_object_or_404(Workshop.objects.public().with_venue(), slug=slug)


def _list(request: HttpRequest, workshop: Workshop, form, attendee_form: AttendeeForm) -> HttpResponse:
    attendance = list(workshop.attendance.all())
    came = [record.booking_id for record in attendance if record.booking_id]
    context = {
        "workshop": workshop,
        "form": form or AttendanceForm(workshop=workshop, initial={"came": came}),
        "attendee_form": attendee_form,
        "others": [record for record in attendance if not record.booking_id],
        "guests": Guest.objects.coming_to(workshop).filter(attendance=None),
        "waiting": workshop.bookings.waiting().count(),
        "came": len(attendance),
        "invited": workshop.attendance.invited(),
    }
    return render(request, "champions/sign_in_list.html", context)


def _try(request: HttpRequest, done: str, action, *, workshop: Workshop, **details) -> HttpResponse:
    """Do it, say what happened, and show the list again."""
    try:
        action(workshop=workshop, by=request.user, **details)
        messages.success(request, done)
    except actions.NotOpen:
        messages.error(request, "You can sign people in from one hour before the start.")
    except actions.RoomFull:
        messages.error(request, f"The room is full: {workshop.capacity} people are signed in. Nobody was added.")
    return SeeOther(reverse("champions:sign_in_list", args=[workshop.slug]))
