"""Ways to answer that several views share."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from accounts.models import User
from champions import actions
from champions.links import LinkBroken

# What is said where something could not be done. Each says what is still true, and what to do next.
WHY_NOT: dict[type[actions.Refused], str] = {
    actions.NoPlaces: "There are not enough places left for all of you. Your booking is as it was. "
    "Choose fewer people or another date.",
    actions.NotOpen: "Booking is closed for this date. Your booking is as it was. Reply to our email if you need help.",
    actions.NotForThem: "That workshop is for other people. Your booking is as it was. Choose another date.",
    actions.AlreadyBooked: "There is already a booking for that date with this email address. Nothing has changed.",
    actions.NotThisDate: "We cannot keep places for you on that date. Your booking is as it was. Choose another date, "
    "or reply to our email and a person will help.",
    actions.TooLate: "It is too late to change this booking: it is over, or the workshop has begun.",
    actions.RanOut: "The places were kept until a certain time, and it has passed.",
    actions.JustMoved: "This booking has just been changed. Open it again to see how it is now.",
}


# The same for staff, who may know why.
WHY_NOT_FOR_STAFF = WHY_NOT | {
    actions.NotThisDate: "Somebody has a place there from whom this person is kept apart. Nothing has changed, and "
    "neither of them is told. Offer another date.",
}


class SignedInRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


class SeeOther(HttpResponseRedirect):
    """What follows a POST: the browser GETs the next page, and refreshing it posts nothing again."""

    status_code = 303


def personal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page about one person: no cache keeps it, no search engine lists it, and a broken link gets help."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except LinkBroken:
            response = render(request, "champions/link_broken.html", status=410)
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def only(allowed: Callable[..., bool]) -> Callable:
    """Signed-in people for whom `allowed(user)` holds; the others are told so (403)."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not allowed(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many tries from one address in an hour."""
    return render(request, "champions/too_many.html", status=429)
