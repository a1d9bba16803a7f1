"""The one door."""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def to_sign_in(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Send every other door to allauth's, which asks for the second step. Who is inside already is led on."""
    if request.user.is_authenticated:
        return redirect("mfa_index" if request.user.lacks_second_step else "my")
    address = reverse("account_login")
    target = request.GET.get(REDIRECT_FIELD_NAME, "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        address += "?" + urlencode({REDIRECT_FIELD_NAME: target})
    return redirect(address)
