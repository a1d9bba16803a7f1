"""Addresses of this app."""

from django.urls import include, path, re_path

from services_directory import views
from services_directory.proposals import views as proposals

app_name = "services_directory"

urlpatterns = [
    path("find-support/", views.find_support, name="find_support"),
    path("find-support/places/", views.safe_places, name="safe_places"),
    path("find-support/results/", views.search, name="search"),
    path("find-support/results/<str:token>/", views.results, name="results"),
    # Wagtail pages, served here: one rule says what may be seen, and a page that left the site still helps.
    path("services/<slug:slug>/", views.service, name="service"),
    path("services/<slug:slug>/wrong/", views.something_wrong, name="something_wrong"),
    path("list/", views.my_list, name="my_list"),
    path("list/<str:codes>/", views.my_list, name="my_list"),
    path("still-right/<str:token>/", views.still_right, name="still_right"),
    path("still-right/<str:token>/edit/", proposals.still_right_edit, name="still_right_edit"),
    path("still-right/<str:token>/sent/", proposals.still_right_sent, name="still_right_sent"),
    path("my/services/", proposals.my_services, name="my_services"),
    path("my/services/<int:pk>/", proposals.my_service, name="my_service"),
    path("my/services/<int:pk>/right/", proposals.my_service_right, name="my_service_right"),
    path("my/services/sent/<int:pk>/", proposals.my_proposal, name="my_proposal"),
    re_path(r"^api/oruk/v3(?:/|$)", include("services_directory.api.urls")),
]
