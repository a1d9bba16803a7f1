"""Addresses of this app."""

from django.urls import path

app_name = "services_directory"

urlpatterns: list = []
