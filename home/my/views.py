"""Where people land when they sign in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.my.next_steps import next_steps_for


@login_required
def my(request: HttpRequest) -> HttpResponse:
    return render(request, "home/my.html", {"next_steps": next_steps_for(request.user)})
