"""Who may open what is looked at every quarter, and ends at once when somebody leaves (D1, D2, D7)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common import access
from common.models import AccessReview, AuditEntry, OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(staff):
    return staff(Role.ADMIN)


def logged(**about) -> list[str]:
    return list(AuditEntry.objects.filter(**about).order_by("pk").values_list("action", flat=True))


def test_signing_in_is_a_line_of_the_log(staff, signed_in):
    analyst = staff(Role.ANALYST)
    signed_in(analyst)

    assert "signed in" in logged(actor=analyst)


def test_a_role_that_is_given_or_taken_is_a_line_of_the_log_whoever_did_it(make_user):
    user = make_user()
    user.groups.add(Group.objects.get(name=Role.ANALYST))
    user.groups.remove(Group.objects.get(name=Role.ANALYST))
    user.groups.add(Group.objects.get(name=Role.COMMS))
    user.groups.clear()

    lines = logged(thing="accounts.user", thing_id=str(user.pk))
    assert lines == ["role given: analyst", "role taken: analyst", "role given: comms", "role taken: comms"]


def test_others_hear_at_once_when_the_emergency_account_is_used(staff, signed_in):
    watchers = {staff(Role.DPO).email, staff(Role.ADMIN).email}
    emergency = User.objects.create_superuser("emergency@example.org")
    signed_in(emergency)

    told = OutboxMessage.objects.filter(kind="common/emails/break_glass")
    assert set(told.values_list("to", flat=True)) == watchers
    assert "emergency@" not in told[0].text


def test_nobody_is_told_when_an_ordinary_account_signs_in(staff, signed_in):
    signed_in(staff(Role.DPO))

    assert not OutboxMessage.objects.exists()


def test_the_page_shows_everybody_with_a_role_and_what_looks_wrong(staff, admin, signed_in, make_user):
    quiet = staff(Role.ANALYST)
    User.objects.filter(pk=quiet.pk).update(last_login=timezone.now() - timedelta(days=100))
    make_user("resident@example.org")
    page = signed_in(admin).get("/workspace/access/").content.decode()

    assert quiet.email in page
    assert "Quiet for three months" in page
    assert "No second step" in page
    assert "resident@example.org" not in page
    assert "It is time to look" in page


def test_looking_counts_for_a_quarter(staff, signed_in, time_machine):
    browser = signed_in(staff(Role.DPO))
    page = browser.post("/workspace/access/", follow=True).content.decode()

    assert "It is time to look" not in page
    assert AccessReview.objects.get().accounts == 1
    assert "access reviewed" in logged()
    time_machine.move_to(timezone.now() + timedelta(days=93))
    assert AccessReview.objects.get().is_old


def test_whoever_leaves_is_out_with_the_next_click(staff, admin, signed_in):
    leaver = staff(Role.COORDINATOR)
    theirs = signed_in(leaver)
    assert theirs.get("/workspace/conversations/").status_code == 200

    asked = signed_in(admin).post(f"/workspace/access/{leaver.pk}/close/").content.decode()
    assert "signed out everywhere at once" in asked
    assert theirs.get("/workspace/conversations/").status_code == 200
    signed_in(admin).post(f"/workspace/access/{leaver.pk}/close/", {"sure": "yes"})

    assert theirs.get("/workspace/conversations/").status_code == 302
    leaver.refresh_from_db()
    assert not leaver.groups.exists()
    assert "account closed" in logged(actor=admin)


def test_nobody_closes_their_own_account(admin, signed_in):
    with pytest.raises(access.OwnAccount):
        access.close(user=admin, by=admin)
    page = signed_in(admin).post(f"/workspace/access/{admin.pk}/close/", {"sure": "yes"}, follow=True)

    assert "This is your own account" in page.content.decode()
    admin.refresh_from_db()
    assert admin.is_active


def test_the_page_asks_the_same_number_of_questions(make_user, admin, signed_in, django_assert_max_num_queries):
    for number in range(12):
        make_user(f"{number}@example.org", Role.COMMS, Role.ANALYST)
    browser = signed_in(admin)

    with django_assert_max_num_queries(14):
        browser.get("/workspace/access/")
