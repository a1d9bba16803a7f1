"""Exit this page: the session ends first, and nothing stays behind."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

pytestmark = pytest.mark.django_db


def test_leaving_ends_the_session(make_user, signed_in):
    browser = signed_in(make_user())
    assert Session.objects.count() == 1

    response = browser.get("/leave/")

    assert response.status_code == 303
    assert response["Location"] == settings.EXIT_URL
    assert Session.objects.count() == 0


def test_leaving_clears_cookies_and_storage_and_is_not_stored(make_user, signed_in):
    response = signed_in(make_user()).get("/leave/")

    assert response["Clear-Site-Data"] == '"cookies", "storage"'
    assert "no-store" in response["Cache-Control"]
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 0


def test_leaving_without_a_session_sets_no_cookie(client):
    assert client.get("/leave/").cookies == {}


def test_back_after_leaving_asks_to_sign_in(make_user, signed_in):
    browser = signed_in(make_user())
    assert "no-store" in browser.get("/my/")["Cache-Control"]

    browser.get("/leave/")

    assert browser.get("/my/").status_code == 302
