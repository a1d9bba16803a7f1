"""Leaving in a hurry (rule 2)."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def leave(request: HttpRequest) -> HttpResponse:
    """End the session first, then go. The one GET that changes something: a link must work without a script."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        logout(request)
    response = redirect(settings.EXIT_URL)
    response.status_code = 303
    response["Clear-Site-Data"] = '"cookies", "storage"'
    response["Cache-Control"] = "no-store"
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        if cookie in request.COOKIES:
            response.delete_cookie(cookie)
    return response
