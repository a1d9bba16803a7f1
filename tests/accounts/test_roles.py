"""Role by role, what a person may do in the Wagtail admin: the whole table, and nothing beside it."""

import pytest
from django.contrib.auth.models import Group, Permission

from accounts.models import User
from accounts.roles import ADMIN_ROLES, PERMISSIONS, Role, sync_groups

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_what_the_table_says_and_nothing_else(role, staff):
    user = staff(role)

    assert user.get_all_permissions() == set(PERMISSIONS.get(role, []))


def test_every_permission_in_the_table_exists():
    known = {f"{label}.{name}" for label, name in Permission.objects.values_list("content_type__app_label", "codename")}

    assert {name for names in PERMISSIONS.values() for name in names} - known == set()


@pytest.mark.parametrize("role", Role)
def test_only_content_staff_enter_the_wagtail_admin(role, staff, signed_in):
    response = signed_in(staff(role)).get("/admin/")

    assert (response.status_code == 200) is (role in ADMIN_ROLES)


def test_a_permission_given_by_hand_is_gone_after_the_next_migrate():
    comms = Group.objects.get(name=Role.COMMS)
    comms.permissions.add(Permission.objects.get(codename="add_user"))

    sync_groups()

    assert not comms.permissions.filter(codename="add_user").exists()


def test_a_superuser_holds_no_role_that_was_not_given(db):
    root = User.objects.create_superuser("root@example.org", "x")

    assert not any(root.has_role(role) for role in Role)


def test_somebody_who_left_holds_no_role(staff):
    analyst = staff(Role.ANALYST)
    analyst.is_active = False

    assert not analyst.has_role(Role.ANALYST)
