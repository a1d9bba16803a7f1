"""Nobody acts as staff with one step alone, whichever door they came through (criterion D1)."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from accounts.models import User
from accounts.roles import ADMIN_ROLES, Role

pytestmark = pytest.mark.django_db

WORK = {
    Role.COORDINATOR: "/workspace/",
    Role.ANALYST: "/workspace/",
    Role.REDACTOR: "/workspace/redaction/",
    Role.SAFEGUARDING: "/safeguarding/",
    Role.DEPUTY: "/safeguarding/",
    Role.OWNER: "/board/",
    Role.BOARD: "/board/",
    Role.DPO: "/workspace/log/",
    **dict.fromkeys(ADMIN_ROLES, "/admin/"),
}


@pytest.fixture(autouse=True)
def live(settings) -> None:
    """As it is in production: only the demo lets staff in with one step."""
    settings.STAFF_NEED_SECOND_STEP = True


def inside(user: User) -> Client:
    """A browser in which the first step is done."""
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.mark.parametrize(("role", "address"), WORK.items())
def test_staff_with_one_step_are_led_to_the_second_and_do_no_work(role, address, staff):
    page = inside(staff(role)).get(address, follow=True)

    assert page.redirect_chain[-1][0] == "/accounts/2fa/"
    assert "Your role needs a second step" in page.content.decode()


@pytest.mark.parametrize(("role", "address"), WORK.items())
def test_with_a_second_step_the_same_page_opens(role, address, staff):
    user = staff(role)
    TOTP.activate(user, generate_totp_secret())

    assert inside(user).get(address).status_code == 200


def test_every_staff_role_but_the_provider_needs_it(staff):
    assert {role for role in Role if staff(role).lacks_second_step} == set(Role) - {Role.PROVIDER}


def test_a_superuser_with_one_step_has_no_rights_at_all(db):
    root = User.objects.create_superuser("root@example.org")

    assert not root.has_perm("wagtailadmin.access_admin")
    assert not root.has_module_perms("accounts")
    assert inside(root).get("/admin/", follow=True).redirect_chain[-1][0] == "/accounts/2fa/"


def test_recovery_codes_alone_are_not_a_second_step(staff):
    user = staff(Role.ANALYST)
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})

    assert user.lacks_second_step


def test_volunteers_need_no_second_step(make_user):
    assert not make_user("ben@example.org").lacks_second_step


def test_somebody_without_a_right_to_the_admin_is_led_to_their_own_page(make_user):
    page = inside(make_user("ben@example.org")).get("/admin/", follow=True)

    assert page.redirect_chain[-1][0] == "/my/"


def test_staff_set_up_an_app_themselves_and_keep_their_codes(staff):
    user = staff(Role.ANALYST)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    browser = inside(user)
    secret = browser.get("/accounts/2fa/totp/activate/").context["form"].secret
    code = f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"

    browser.post("/accounts/2fa/totp/activate/", {"code": code})

    assert browser.get("/workspace/").status_code == 200
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    assert secret not in str(kept.data)


def test_a_wrong_code_is_a_sentence_and_sets_nothing_up(staff):
    user = staff(Role.ANALYST)
    browser = inside(user)
    browser.get("/accounts/2fa/totp/activate/")

    assert browser.post("/accounts/2fa/totp/activate/", {"code": "مرحبا"}).status_code == 200
    assert not Authenticator.objects.filter(user=user).exists()
