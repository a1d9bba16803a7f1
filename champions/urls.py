"""Addresses of this app."""

from django.urls import path

app_name = "champions"

urlpatterns: list = []
