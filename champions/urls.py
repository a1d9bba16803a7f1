"""Addresses of this app: public workshops and bookings, joining, and the pages behind a sign-in."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from champions.views import (
    answers,
    apart,
    booking,
    certificates,
    feeds,
    guests,
    importing,
    joining,
    my,
    own_booking,
    paper,
    public,
    scoping,
    sending_again,
    trainers,
    workspace,
    workspace_bookings,
)

app_name = "champions"


class MomentConverter(StringConverter):
    regex = "before|after"


register_converter(MomentConverter, "moment")

urlpatterns = [
    path("workshops/", public.workshops, name="workshops"),
    path("workshops/young-people/", public.young_people, name="young_people"),
    path("workshops/ask/", scoping.ask, name="ask"),
    path("workshops/asked/<str:token>/", scoping.asked, name="asked"),
    path("workshops/certificates/", certificates.check_a_certificate, name="check_a_certificate"),
    path("workshops/certificates/own/<str:token>/", certificates.certificate, name="certificate"),
    path("workshops/certificates/<str:code>/", certificates.certificate_check, name="certificate_check"),
    path("workshops/find-booking/", own_booking.find_booking, name="find_booking"),
    path("workshops/bookings/<str:token>/", own_booking.booking, name="booking"),
    path("workshops/bookings/<str:token>/confirm/", own_booking.confirm_booking, name="confirm_booking"),
    path("workshops/bookings/<str:token>/offer/", own_booking.offer, name="offer"),
    path("workshops/bookings/<str:token>/change/", own_booking.change_booking, name="change_booking"),
    path("workshops/bookings/<str:token>/move/", own_booking.move_booking, name="move_booking"),
    path("workshops/bookings/<str:token>/needs/", own_booking.booking_needs, name="booking_needs"),
    path("workshops/bookings/<str:token>/guests/", guests.take_guest_off, name="take_guest_off"),
    path("workshops/come-along/<str:token>/", guests.come_along, name="come_along"),
    path("workshops/bookings/<str:token>/pack.pdf", own_booking.booking_pack, name="booking_pack"),
    path("workshops/bookings/<str:token>/cancel/", own_booking.cancel_booking, name="cancel_booking"),
    path("workshops/bookings/<str:token>/calendar.ics", own_booking.booking_calendar, name="booking_calendar"),
    path("workshops/calendar.ics", feeds.public_feed, name="public_feed"),
    path("workshops/calendars/<str:key>.ics", feeds.personal_feed, name="personal_feed"),
    path("workshops/<slug:slug>/", public.workshop, name="workshop"),
    path("workshops/<slug:slug>/questions/<moment:moment>/", answers.questions, name="questions"),
    path("workshops/<slug:slug>/questions/<moment:moment>/thanks/", answers.questions_thanks, name="questions_thanks"),
    path("workshops/<slug:slug>/book/", booking.book, name="book"),
    path("workshops/<slug:slug>/calendar.ics", public.workshop_calendar, name="workshop_calendar"),
    path("champions/join/<str:token>/", joining.join, name="join"),
    path("my/bookings/", my.my_bookings, name="my_bookings"),
    path("my/bookings/calendar/", feeds.change_feed, name="change_feed"),
    path("my/days-away/", trainers.days_away, name="days_away"),
    path("my/days-away/<int:pk>/", trainers.come_back, name="come_back"),
    path("my/workshops/", my.my_workshops, name="my_workshops"),
    path("my/workshops/<slug:slug>/", my.sign_in_list, name="sign_in_list"),
    path("my/workshops/<slug:slug>/sheet.pdf", paper.sign_in_sheet, name="sign_in_sheet"),
    path("my/workshops/<slug:slug>/certificates.pdf", paper.workshop_certificates, name="workshop_certificates"),
    path("my/workshops/<slug:slug>/guests/<int:pk>/", my.sign_in_guest, name="sign_in_guest"),
    path("my/workshops/<slug:slug>/questions/", answers.room_questions, name="room_questions"),
    path("my/workshops/<slug:slug>/pack.pdf", paper.workshop_pack, name="workshop_pack"),
    path("my/workshops/<slug:slug>/check-in/", my.check_in, name="check_in"),
    path("my/workshops/<slug:slug>/add/", my.add_attendee, name="add_attendee"),
    path(
        "my/workshops/<slug:slug>/invitations/<int:pk>/",
        sending_again.send_invitation_again,
        name="send_invitation_again",
    ),
    path("my/workshops/<slug:slug>/finish/", my.finish_workshop, name="finish_workshop"),
    path("workspace/workshops/", workspace.workspace_workshops, name="workspace_workshops"),
    path("workspace/workshops/places/", scoping.places, name="places"),
    path("workspace/workshops/places/<int:pk>/", scoping.place, name="place"),
    path("workspace/workshops/places/<int:pk>/send/", sending_again.send_asked_again, name="send_asked_again"),
    path("workspace/workshops/apart/", apart.kept_apart, name="kept_apart"),
    path("workspace/workshops/apart/<int:pk>/", apart.let_meet, name="let_meet"),
    path("workspace/workshops/before-and-after/", answers.what_people_said, name="what_people_said"),
    path("workspace/workshops/new/", workspace.new_workshop, name="new_workshop"),
    path("workspace/workshops/new-venue/", workspace.new_venue, name="new_venue"),
    path("workspace/workshops/<slug:slug>/", workspace.edit_workshop, name="edit_workshop"),
    path("workspace/workshops/<slug:slug>/leading/", trainers.leading, name="leading"),
    path("workspace/workshops/<slug:slug>/bookings/", workspace_bookings.workshop_bookings, name="workshop_bookings"),
    path("workspace/workshops/<slug:slug>/bookings/import/", importing.import_bookings, name="import_bookings"),
    path("workspace/workshops/<slug:slug>/bookings/add/", workspace_bookings.add_booking, name="add_booking"),
    path(
        "workspace/workshops/<slug:slug>/bookings/<str:reference>/move/",
        workspace_bookings.staff_move_booking,
        name="staff_move_booking",
    ),
    path(
        "workspace/workshops/<slug:slug>/bookings/<str:reference>/cancel/",
        workspace_bookings.staff_cancel_booking,
        name="staff_cancel_booking",
    ),
    path(
        "workspace/workshops/<slug:slug>/bookings/<str:reference>/send/",
        sending_again.send_booking_again,
        name="send_booking_again",
    ),
    path("workspace/workshops/<slug:slug>/message/", workspace_bookings.message_everyone, name="message_everyone"),
    path("workspace/workshops/<slug:slug>/needs/", workspace_bookings.workshop_needs, name="workshop_needs"),
    path("workspace/workshops/<slug:slug>/needs/<int:pk>/", workspace_bookings.decide_need, name="decide_need"),
    path("workspace/workshops/<slug:slug>/state/", workspace.change_workshop_state, name="change_workshop_state"),
]
