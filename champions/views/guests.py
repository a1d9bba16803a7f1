"""People whom somebody brings. Their link is handed on by the person who booked, and shows nothing of theirs."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from champions import actions, links
from champions.forms import AgeQuestion, GuestForm
from champions.models import Booking
from champions.views.replies import SeeOther, personal, too_many
from common import limits
from common.same_origin import same_origin_form


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def come_along(request: HttpRequest, token: str) -> HttpResponse:
    """Are you 18 or over? → your name. Nothing is asked of anybody younger, and nothing is kept."""
    booking = links.booking_of_guests_at(token)
    answer = request.POST.get("is_adult", "")
    if answer == "no":
        return SeeOther(reverse("champions:young_people"))
    if answer != "yes":
        age = AgeQuestion(request.POST if request.method == "POST" else None, workshop=booking.workshop)
        return _ask(request, booking, age, "Continue")
    if "key" not in request.POST:
        return _ask(request, booking, GuestForm(initial={"is_adult": "yes", "key": uuid4().hex}), "I am coming")
    return _note(request, booking)


def _note(request: HttpRequest, booking: Booking) -> HttpResponse:
    form = GuestForm(request.POST)
    if form.is_valid():
        if limits.is_over("book", request):
            return too_many(request)
        given = {name: form.cleaned_data[name] for name in ("key", "name", "email")}
        try:
            actions.come_along(booking=booking, **given)
        except actions.NoPlaces:
            form.add_error(None, "Everybody has given a name already. Speak to the person who asked you.")
        except actions.NotThisDate:
            form.add_error(None, "We cannot keep a place for you on this date. You are welcome on another one.")
        except (actions.TooLate, actions.JustMoved):
            form.add_error(None, "This booking is over. Speak to the person who asked you.")
        else:
            return render(request, "champions/coming_along.html", {"booking": booking, "workshop": booking.workshop})
    return _ask(request, booking, form, "I am coming")


def _ask(request: HttpRequest, booking: Booking, form, submit: str) -> HttpResponse:
    context = {"workshop": booking.workshop, "form": form, "submit": submit}
    return render(request, "champions/come_along.html", context)


@same_origin_form
@personal
@require_POST
def take_guest_off(request: HttpRequest, token: str) -> HttpResponse:
    """The person who booked says that somebody does not come."""
    guest = request.POST.get("guest", "")
    if guest.isdecimal() and len(guest) < 10:
        actions.take_off(booking=links.booking_at(token), guest=int(guest))
    return SeeOther(reverse("champions:booking", args=[token]))
