"""The board sees how the work is going in five minutes: aggregates only."""

import pytest

from accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_the_board_page_is_for_those_who_steer(role, staff, signed_in):
    allowed = role in (Role.BOARD, Role.OWNER, Role.COORDINATOR, Role.ANALYST)

    assert signed_in(staff(role)).get("/board/").status_code == (200 if allowed else 403)


def test_an_empty_board_page_says_so(staff, signed_in):
    page = signed_in(staff(Role.BOARD)).get("/board/").content.decode()

    assert "There are no published priorities yet." in page
    assert "No action is held up." in page


def test_the_board_page_stays_within_its_queries(staff, signed_in, django_assert_max_num_queries):
    browser = signed_in(staff(Role.BOARD))

    with django_assert_max_num_queries(14):
        browser.get("/board/")
