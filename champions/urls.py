"""Addresses of this app: public workshops and bookings, joining, and the pages behind a sign-in."""

from django.urls import path

from champions.views import booking, joining, my, public, workspace

app_name = "champions"

urlpatterns = [
    path("workshops/", public.workshops, name="workshops"),
    path("workshops/young-people/", public.young_people, name="young_people"),
    path("workshops/bookings/<str:token>/", booking.booking, name="booking"),
    path("workshops/bookings/<str:token>/cancel/", booking.cancel_booking, name="cancel_booking"),
    path("workshops/bookings/<str:token>/calendar.ics", booking.booking_calendar, name="booking_calendar"),
    path("workshops/<slug:slug>/", public.workshop, name="workshop"),
    path("workshops/<slug:slug>/book/", booking.book, name="book"),
    path("workshops/<slug:slug>/calendar.ics", public.workshop_calendar, name="workshop_calendar"),
    path("champions/join/<str:token>/", joining.join, name="join"),
    path("my/bookings/", my.my_bookings, name="my_bookings"),
    path("my/workshops/", my.my_workshops, name="my_workshops"),
    path("my/workshops/<slug:slug>/", my.sign_in_list, name="sign_in_list"),
    path("my/workshops/<slug:slug>/add/", my.add_attendee, name="add_attendee"),
    path("my/workshops/<slug:slug>/finish/", my.finish_workshop, name="finish_workshop"),
    path("workspace/workshops/", workspace.workspace_workshops, name="workspace_workshops"),
    path("workspace/workshops/new/", workspace.new_workshop, name="new_workshop"),
    path("workspace/workshops/new-venue/", workspace.new_venue, name="new_venue"),
    path("workspace/workshops/<slug:slug>/", workspace.edit_workshop, name="edit_workshop"),
    path("workspace/workshops/<slug:slug>/state/", workspace.change_workshop_state, name="change_workshop_state"),
]
