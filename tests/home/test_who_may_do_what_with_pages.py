"""Who may do what: the rights in the tree, by role and page, asked as Wagtail asks them."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow

from accounts.roles import Role
from home.approving.lanes import Lane

# Role → the verbs it has on a content page, on a legal page, on the home page.
MATRIX = {
    Role.COMMS: ({"edit"}, set(), set()),
    Role.PUBLISHER: ({"edit", "publish"}, {"edit", "publish"}, {"edit", "publish"}),
    # English is not theirs; what is, stands in test_languages.py.
    Role.TRANSLATOR: (set(), set(), set()),
    Role.DIRECTORY: (set(), set(), set()),
    Role.SENSITIVE: (set(), set(), set()),
    Role.ADMIN: (set(), set(), set()),
    Role.COORDINATOR: (set(), set(), set()),
    Role.BOARD: (set(), set(), set()),
}


def verbs(page: Page, user) -> set[str]:
    tester = page.permissions_for_user(user)
    return {verb for verb, may in [("edit", tester.can_edit()), ("publish", tester.can_publish())] if may}


@pytest.mark.parametrize("role", MATRIX, ids=str)
def test_a_role_may_do_what_the_table_says_and_no_more(front_door, staff, role):
    person = staff(role)
    pages = [Page.objects.get(slug=slug).specific for slug in ("bullying", "privacy")]

    assert tuple(verbs(page, person) for page in [*pages, front_door]) == MATRIX[role]


def test_every_page_has_the_one_workflow_and_a_publisher_decides(front_door):
    page = Page.objects.get(slug="nurture")

    workflow = page.get_workflow()

    assert [task.name for task in workflow.tasks] == ["A publisher approves"]
    assert [group.name for group in GroupApprovalTask.objects.get().groups.all()] == [Role.PUBLISHER]
    assert Workflow.objects.count() == len(Lane)


def test_wagtails_own_groups_and_welcome_page_are_gone(front_door):
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert not Page.objects.filter(title__startswith="Welcome").exists()
