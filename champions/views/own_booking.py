"""Somebody's own booking, by a link that only they have. GET shows, because mail scanners follow links; POST acts."""

from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, calendars, links, paper
from champions.forms import ChangePlacesForm, FindBookingForm, MoveForm, NeedForm
from champions.models import Booking
from champions.models.answers import asked_now
from champions.tasks import ask_for_way_back
from champions.views.public import calendar_response
from champions.views.replies import WHY_NOT, SeeOther, personal, too_many
from common import limits, pdf, qr_codes
from common.same_origin import same_origin_form

READ_OR_POST = ["GET", "HEAD", "POST"]


@personal
@require_safe
def booking(request: HttpRequest, token: str) -> HttpResponse:
    """Your places: reference, address, calendar, and the ways to change them."""
    return _show(request, links.booking_at(token), token)


@personal
@require_safe
def booking_calendar(request: HttpRequest, token: str) -> HttpResponse:
    found = links.booking_at(token)
    if found.is_held or found.is_waiting:
        # Nothing of theirs is in any calendar yet.
        raise links.LinkBroken
    return calendar_response(calendars.booking_file(found), calendars.method_of(found))


@personal
@require_safe
def booking_pack(request: HttpRequest, token: str) -> HttpResponse:
    """What people take home, for somebody who came and wants it again as it is today."""
    found = links.booking_at(token)
    if not found.attendance.certified().exists():
        raise links.LinkBroken
    return pdf.response(paper.pack(found.workshop), "help-near-you")


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def confirm_booking(request: HttpRequest, token: str) -> HttpResponse:
    found = links.booking_to_confirm_at(token)
    if request.method != "POST":
        return render(request, "champions/confirm_booking.html", {"booking": found, "workshop": found.workshop})
    # Their page says how the booking is now, whatever happened.
    with suppress(actions.RanOut, actions.JustMoved):
        actions.confirm(booking=found)
    return SeeOther(links.booking_address(found))


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Take the places or say no."""
    found = links.offer_at(token)
    answer = {"yes": actions.claim, "no": actions.decline}.get(request.POST.get("answer", ""))
    if request.method == "POST" and answer:
        try:
            return SeeOther(links.booking_address(answer(offer=found)))
        except (actions.RanOut, actions.JustMoved):
            return SeeOther(reverse("champions:offer", args=[token]))
    context = {"offer": found, "booking": found.booking, "workshop": found.booking.workshop}
    return render(request, "champions/offer.html", context | {"address": links.booking_address(found.booking)})


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def change_booking(request: HttpRequest, token: str) -> HttpResponse:
    """Come with more or fewer people."""
    found = links.booking_at(token)
    if not found.can_be_cancelled:
        return _show(request, found, token)
    form = ChangePlacesForm(request.POST or None, initial={"places": found.places})
    done = _try(request, form, lambda given: actions.change_places(booking=found, places=given["places"]))
    return done or render(request, "champions/change_booking.html", _about(found, token, form=form, submit="Save"))


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def move_booking(request: HttpRequest, token: str) -> HttpResponse:
    """To another date, with the same reference."""
    found = links.booking_at(token)
    if not found.can_be_moved:
        return _show(request, found, token)
    form = MoveForm(request.POST or None, booking=found)
    done = _try(request, form, lambda given: actions.move_booking(booking=found, to=given["workshop"]))
    return done or render(
        request, "champions/move_booking.html", _about(found, token, form=form, submit="Move to this date")
    )


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def booking_needs(request: HttpRequest, token: str) -> HttpResponse:
    """What would make the day work for them: say it, see the answer, take it back."""
    found = links.booking_at(token)
    if not found.can_be_cancelled:
        return _show(request, found, token)
    here = SeeOther(reverse("champions:booking_needs", args=[token]))
    if kind := request.POST.get("take_back"):
        actions.take_back(booking=found, kind=kind)
        return here
    form = NeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask_for(booking=found, **form.cleaned_data)
        return here
    context = _about(found, token, form=form, submit="Tell us", needs=found.needs.all())
    return render(request, "champions/booking_needs.html", context)


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def cancel_booking(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks; POST gives the places back. Twice is harmless."""
    found = links.booking_at(token)
    if request.method == "POST":
        try:
            actions.cancel(booking=found)
        except actions.TooLate:
            return render(request, "champions/too_late.html", _about(found, token))
        except actions.JustMoved:
            pass
        return SeeOther(reverse("champions:booking", args=[token]))
    return render(request, "champions/cancel_booking.html", _about(found, token))


@same_origin_form
@personal
@require_http_methods(READ_OR_POST)
def find_booking(request: HttpRequest) -> HttpResponse:
    """By reference and address. Known or not, the answer is the same and takes as long: the worker looks it up."""
    form = FindBookingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if limits.is_over("find", request):
            return too_many(request)
        ask_for_way_back(**form.cleaned_data)
        contact = {name: form.cleaned_data[name] for name in ("email", "mobile")}
        return render(request, "champions/way_back_sent.html", contact)
    return render(request, "champions/find_booking.html", {"form": form, "submit": "Send me the link"})


def _show(request: HttpRequest, found: Booking, token: str) -> HttpResponse:
    came = found.attendance.certified().first()
    certificate = links.certificate_address(came) if came else ""
    offer = found.is_waiting and found.open_offer
    # What the people at the door scan: the reference and nothing else, so that a lost phone tells no name.
    door_code = qr_codes.svg(found.reference) if found.is_booked and not came else ""
    context = _about(found, token, offer=offer, certificate=certificate, door_code=door_code)
    if found.is_booked and (moment := asked_now(found.workshop)):
        context["questions"] = links.questions_address(found.workshop, moment)
    if found.places > 1 and found.is_booked:
        context |= {"guests": found.guests.all(), "handed_on": links.absolute(links.guests_address(found))}
    return render(request, "champions/booking.html", context)


def _about(found: Booking, token: str, **more) -> dict:
    return {"booking": found, "workshop": found.workshop, "token": token, **more}


def _try(request: HttpRequest, form, act: Callable[[dict], Booking]) -> HttpResponse | None:
    """What follows a good answer; None if the form is to be shown, with the reason where there is one."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return SeeOther(links.booking_address(act(form.cleaned_data)))
    except actions.Refused as refusal:
        form.add_error(None, WHY_NOT[type(refusal)])
        return None
