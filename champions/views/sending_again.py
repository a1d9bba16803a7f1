"""The button "Send the link again", for staff: on a booking, on somebody who came, and on a wish for a workshop."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from champions import actions
from champions.models import Booking, Invitation, PlaceScoping
from champions.permissions import can_manage_workshops, can_mark_attendance
from champions.views.replies import WHY_NOT, SeeOther, only


@only(can_manage_workshops)
@require_POST
def send_booking_again(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    found = Booking.objects.with_workshop().by_reference(reference)
    booking = get_object_or_404(found, workshop__slug=slug)
    _say(request, booking.name, actions.send_booking_again, booking=booking)
    return SeeOther(reverse("champions:workshop_bookings", args=[slug]))


@only(can_mark_attendance)
@require_POST
def send_invitation_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = Invitation.objects.with_attendance()
    invitation = get_object_or_404(found, attendance__workshop__slug=slug, attendance=pk)
    _say(request, invitation.attendance.name, actions.send_invitation_again, invitation=invitation)
    return SeeOther(reverse("champions:sign_in_list", args=[slug]))


@only(can_manage_workshops)
@require_POST
def send_asked_again(request: HttpRequest, pk: int) -> HttpResponse:
    scoping = get_object_or_404(PlaceScoping, pk=pk)
    _say(request, scoping.name, actions.send_asked_again, scoping=scoping)
    return SeeOther(reverse("champions:place", args=[pk]))


def _say(request: HttpRequest, name: str, action, **about) -> None:
    """Do it, and tell staff what happened."""
    try:
        if action(by=request.user, **about):
            messages.success(request, f"A fresh link is on its way to {name}.")
        else:
            messages.info(request, f"{name} was sent a link less than a minute ago. Nothing more was sent.")
    except actions.Refused as refusal:
        messages.error(request, WHY_NOT[type(refusal)])
