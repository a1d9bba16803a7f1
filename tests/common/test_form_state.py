"""The page carries the state of a form; nobody on the way can read or change it."""

import pytest

from common import form_state


def test_the_state_comes_back_to_the_same_form():
    state = {**form_state.start(), "places": 2}

    assert form_state.unpack(form_state.pack(state, form="booking"), form="booking") == state


def test_the_state_of_one_form_is_no_use_in_another():
    token = form_state.pack(form_state.start(), form="booking")

    with pytest.raises(form_state.StateLost):
        form_state.unpack(token, form="joining")


def test_a_form_left_open_for_hours_is_lost_with_a_reason(time_machine):
    time_machine.move_to("2026-11-21 09:00:00Z", tick=False)
    token = form_state.pack(form_state.start(), form="booking")

    time_machine.move_to("2026-11-21 11:00:01Z", tick=False)

    with pytest.raises(form_state.StateLost):
        form_state.unpack(token, form="booking")


def test_each_form_has_its_own_key():
    assert form_state.start()["key"] != form_state.start()["key"]
