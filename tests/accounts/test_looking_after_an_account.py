"""The pages on which people look after their account speak our words and open without a fault."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail

pytestmark = pytest.mark.django_db

PAGES = {
    "/accounts/2fa/": "How you sign in",
    "/accounts/2fa/totp/activate/": "Set up an authenticator app",
    "/accounts/2fa/webauthn/": "Your passkeys",
    "/accounts/2fa/webauthn/add/": "Add a passkey",
    "/accounts/email/": "Your email address",
    "/accounts/sessions/": "Where you are signed in",
}


@pytest.fixture
def kim(make_user):
    user = make_user("kim@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.mark.parametrize(("address", "heading"), PAGES.items())
def test_each_page_has_one_heading_in_our_words(address, heading, kim, signed_in):
    page = signed_in(kim).get(address).content.decode()

    assert page.count("<h1") == 1
    assert f"<h1>{heading}</h1>" in page
    for foreign in ("Two-Factor", "Reauthenticate", "Re-send", "Security Keys"):
        assert foreign not in page


def test_with_an_app_set_up_changing_it_asks_once_more(kim, signed_in):
    TOTP.activate(kim, generate_totp_secret())
    browser = signed_in(kim)

    page = browser.get("/accounts/2fa/totp/deactivate/", follow=True)

    assert "<h1>Show that it is you</h1>" in page.content.decode()
    assert Authenticator.objects.filter(user=kim).exists()


def test_a_new_address_counts_only_after_its_code(kim, signed_in, django_capture_on_commit_callbacks):
    browser = signed_in(kim)
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/accounts/email/", {"email": "new@example.org", "action_add": ""}, follow=True)
    kim.refresh_from_db()

    assert kim.email == "kim@example.org"
    assert [message.to for message in mail.outbox] == [["new@example.org"]]
    assert mail.outbox[0].subject == "Your code"
    assert "Nobody reads what comes back" in mail.outbox[0].body


@pytest.mark.parametrize("door", ["reset/", "change/", "set/", "reset/key/1-abc/"])
def test_there_is_no_password_to_change(door, client):
    assert client.get(f"/accounts/password/{door}")["Location"] == "/accounts/login/"
