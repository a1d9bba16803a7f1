"""Small numbers never show (rule 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.disclosure import SMALL, count_of_conversations, count_of_people


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15"), (214, "215")]
)
def test_people_are_rounded_and_small_groups_hidden(number, shown):
    assert count_of_people(number) == shown


@given(st.integers(min_value=1, max_value=10**6))
def test_no_number_of_people_between_1_and_7_is_ever_shown(number):
    shown = count_of_people(number)

    assert shown == SMALL or (int(shown) >= 10 and int(shown) % 5 == 0)


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (1, "fewer than 3"), (2, "fewer than 3"), (3, "3"), (61, "61")]
)
def test_conversations_are_exact_from_three(number, shown):
    assert count_of_conversations(number) == shown


@pytest.mark.parametrize("count", [count_of_people, count_of_conversations])
def test_a_negative_count_is_a_fault(count):
    with pytest.raises(ValueError, match="less than 0"):
        count(-1)
