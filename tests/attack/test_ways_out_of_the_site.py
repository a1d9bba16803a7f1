"""Somebody sends a link to our site that leads to theirs, or makes our site believe that it is another one."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "///evil.example",
    "https:evil.example",
    "\thttps://evil.example",
    "https://testserver@evil.example/",
    "javascript:alert(1)",
]
DOORS = ["/accounts/login/", "/admin/login/", "/accounts/login/code/", "/accounts/logout/", "/accounts/reauthenticate/"]


def leads_away(answer) -> bool:
    """As a browser reads it: tabs are nothing, and a backslash is a slash."""
    target = answer.get("Location", "/").replace("\t", "").replace("\\", "/").strip()
    return urlsplit(urljoin("http://testserver/", target))[:2] not in {("http", "testserver")}


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_door_leads_to_another_site(make_user, signed_in, target):
    browser = signed_in(make_user())

    for door in DOORS:
        for visitor in (Client(), browser):
            for answer in (visitor.get(door, {"next": target}), visitor.post(door, {"next": target})):
                assert not leads_away(answer), door
        browser = signed_in(make_user(f"{door.strip('/').replace('/', '-')}@example.org"))


@pytest.mark.parametrize("code", ["evil.example", "%2F%2Fevil.example", "..%2F..%2Fevil", "x" * 300])
def test_a_short_link_that_we_did_not_make_leads_nowhere_else(client, code):
    answer = client.get(f"/go/{code}")

    assert not leads_away(answer)
    assert answer.status_code in (302, 404)


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "[::1"])
def test_another_host_name_is_refused(settings, host):
    settings.ALLOWED_HOSTS = ["testserver"]

    assert Client(headers={"Host": host}).get("/accounts/login/").status_code == 400


def test_a_proxys_word_about_the_host_is_not_believed(settings, client, make_user, django_capture_on_commit_callbacks):
    from allauth.account.models import EmailAddress

    settings.ALLOWED_HOSTS = ["testserver"]
    user = make_user("kim@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    settings.EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            "/accounts/login/code/",
            {"email": user.email},
            headers={"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"},
        )

    assert mail.outbox
    assert "evil.example" not in str(mail.outbox[0].message())


def test_nobody_poisons_a_page_that_is_kept(settings, vocabulary, client):
    settings.WHOLE_PAGES_SECONDS = 60
    settings.ALLOWED_HOSTS = ["testserver"]
    poison = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "gopher",
        "X-Original-URL": "/accounts/login/",
        "Accept-Language": "evil.example",
        "User-Agent": "evil.example",
        "Referer": "https://evil.example/",
    }

    first = client.get("/find-support/", headers=poison)
    second = client.get("/find-support/")

    assert first.status_code == second.status_code
    assert b"evil.example" not in first.content + second.content
