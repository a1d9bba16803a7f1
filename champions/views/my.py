"""Pages of somebody who is signed in: their own bookings, and the day itself for those who run it."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_permissions_policy.decorators import permissions_policy_override

from champions import actions, links
from champions.forms import AttendanceForm, AttendeeForm, CheckInForm
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
    if request.method != "POST":
        return _list(request, workshop)
    form = AttendanceForm(request.POST, workshop=workshop)
    if form.is_valid():
        try:
            actions.record_attendance(workshop=workshop, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            form.add_error("came", _why_not(refusal, workshop))
        else:
            return _done(request, "Saved.", workshop)
    return _list(request, workshop, form=form)


@only(can_mark_attendance)
@require_POST
def check_in(request: HttpRequest, slug: str) -> HttpResponse:
    """By a code that was scanned or typed. The page's script asks for JSON; without it the page comes again."""
    workshop = _workshop(slug)
    form = CheckInForm(request.POST)
    record, said = None, ""
    if form.is_valid():
        record, said = _check_in(request, workshop, form)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        said = said or " ".join(str(error) for error in form["reference"].errors)
        box = record.booking_id if record else None
        return JsonResponse({"done": bool(record), "said": said, "box": box, "came": workshop.attendance.count()})
    return _done(request, said, workshop) if record else _list(request, workshop, check_in_form=form)


@only(can_mark_attendance)
@require_POST
def add_attendee(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = _workshop(slug)
    form = AttendeeForm(request.POST)
    if form.is_valid():
        try:
            actions.add_attendee(workshop=workshop, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            form.add_error(None, _why_not(refusal, workshop))
        else:
            return _done(request, f"{form.cleaned_data['name']} is signed in.", workshop)
    return _list(request, workshop, attendee_form=form)


@only(can_mark_attendance)
@require_POST
def sign_in_guest(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Somebody who came along is here."""
    workshop = _workshop(slug)
    guest = get_object_or_404(Guest.objects.coming_to(workshop), pk=pk)
    try:
        actions.sign_in_guest(guest=guest, by=request.user)
    except actions.Refused as refusal:
        messages.error(request, _why_not(refusal, workshop))
        return SeeOther(reverse("champions:sign_in_list", args=[slug]))
    return _done(request, f"{guest.name} is signed in.", workshop)


@only(can_mark_attendance)
@require_POST
def finish_workshop(request: HttpRequest, slug: str) -> HttpResponse:
    workshop = _workshop(slug)
    try:
        actions.finish(workshop=workshop, by=request.user)
    except actions.NotOpen as refusal:
        messages.error(request, _why_not(refusal, workshop))
        return SeeOther(reverse("champions:sign_in_list", args=[workshop.slug]))
    return _done(request, "The workshop is finished. Everybody who came gets a link to join.", workshop)


def _workshop(slug: str) -> Workshop:
    return get_object_or_404(Workshop.objects.public().with_venue(), slug=slug)


@permissions_policy_override({**settings.PERMISSIONS_POLICY, "camera": ["self"]})
def _list(request: HttpRequest, workshop: Workshop, *, form=None, attendee_form=None, check_in_form=None):
    """The page, with what was typed into the one form that could not be done. The one page that may ask for the
    camera, to read codes at the door."""
    attendance = list(workshop.attendance.all())
    came = [record.booking_id for record in attendance if record.booking_id]
    context = {
        "workshop": workshop,
        "form": form or AttendanceForm(workshop=workshop, initial={"came": came, "seen": came}),
        "attendee_form": attendee_form or AttendeeForm(),
        "check_in_form": check_in_form or CheckInForm(),
        "others": [record for record in attendance if not record.booking_id],
        "guests": Guest.objects.coming_to(workshop).filter(attendance=None),
        "waiting": workshop.bookings.waiting().count(),
        "came": len(attendance),
        # For people who walk in, if everybody who booked comes.
        "free": max(0, workshop.capacity - max(workshop.seats_taken, len(attendance))),
        "invited": workshop.attendance.invited(),
    }
    return render(request, "champions/sign_in_list.html", context)


def _check_in(request: HttpRequest, workshop: Workshop, form: CheckInForm) -> tuple[TrainingRecord | None, str]:
    """The record, and what to say; no record and an error on the form where it could not be done."""
    reference = form.cleaned_data["reference"]
    try:
        record, is_new = actions.check_in(workshop=workshop, reference=reference, by=request.user)
    except actions.NotBookedHere:
        form.add_error("reference", f"Nobody on this list has the reference {reference}. Look for their name instead.")
    except actions.Refused as refusal:
        form.add_error("reference", _why_not(refusal, workshop))
    else:
        others = record.booking.places - 1 if record.booking else 0
        more = f" {others} more booked with them: add each by name." if others else ""
        return record, f"{record.name} is signed in.{more}" if is_new else f"{record.name} is signed in already."
    return None, ""


def _why_not(refusal: actions.Refused, workshop: Workshop) -> str:
    if isinstance(refusal, actions.RoomFull):
        return f"The room is full: it holds {workshop.capacity} people. Nobody was added."
    if isinstance(refusal, actions.AlreadyHere):
        return "Somebody of that name is signed in already. If this is another person, add a letter to the name."
    if isinstance(refusal, actions.NotThisDate):
        return "Nobody was added. This person cannot be at this workshop: speak to the coordinator."
    return "You can sign people in from one hour before the start."


def _done(request: HttpRequest, said: str, workshop: Workshop) -> HttpResponse:
    """Say what happened, and show the list again."""
    messages.success(request, said)
    return SeeOther(reverse("champions:sign_in_list", args=[workshop.slug]))
