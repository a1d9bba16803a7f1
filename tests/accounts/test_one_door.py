"""There is one way in, and nobody can sign up in public."""

import pytest

from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("door", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/x/y/"])
def test_wagtails_own_doors_lead_to_ours(client, door):
    assert client.get(door)["Location"].startswith("/accounts/login/")
    assert client.post(door, {"username": "a", "password": "b"})["Location"].startswith("/accounts/login/")


def test_the_way_back_is_kept_but_never_leads_elsewhere(client):
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/accounts/login/?next=%2Fadmin%2Fpages%2F"
    assert client.get("/admin/login/?next=https://elsewhere.example/")["Location"] == "/accounts/login/"


def test_there_is_no_public_sign_up(client):
    page = client.get("/accounts/signup/")
    client.post(
        "/accounts/signup/", {"email": "new@example.org", "password1": "long-enough-1", "password2": "long-enough-1"}
    )

    assert b"<input" not in page.content.split(b"<main")[1].split(b"</main")[0] or page.status_code == 403
    assert not User.objects.filter(email="new@example.org").exists()


def test_there_is_no_django_admin(client):
    assert client.get("/django-admin/").status_code == 404
