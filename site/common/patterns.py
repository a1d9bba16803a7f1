"""Every component in every state, for the people who build. Mounted in dev only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def pattern_library(request: HttpRequest) -> HttpResponse:
    return render(request, "common/patterns.html")
