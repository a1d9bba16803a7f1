"""What every answer tells a browser: load nothing of others, be shown in nobody's frame, tell nobody where one was."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = ["/", "/find-support/", "/workshops/", "/accounts/login/", "/healthz", "/api/oruk/v3/services", "/nowhere/"]


def policy(answer) -> dict[str, str]:
    parts = (part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    return dict(parts)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_strict(client, vocabulary, page):
    answer = client.get(page)

    rules = policy(answer)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert rules["default-src"] == rules["object-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]


def test_only_the_admin_may_run_what_stands_in_its_pages(make_user, signed_in):
    from accounts.roles import Role

    admin = signed_in(make_user("kim@example.org", Role.ADMIN)).get("/admin/")

    assert policy(admin)["script-src"] == "'self' 'unsafe-inline'"
    assert policy(admin)["object-src"] == "'none'"
    assert policy(admin)["frame-ancestors"] == "'self'"


def test_nothing_behind_a_sign_in_is_kept_by_a_browser(make_user, signed_in):
    browser = signed_in(make_user())

    for page in ("/my/", "/accounts/login/", "/leave/"):
        assert "no-store" in browser.get(page).headers["Cache-Control"], page


def test_a_form_that_is_kept_open_too_long_is_refused_in_words():
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post("/accounts/login/", {"login": "kim@example.org"})

    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()
