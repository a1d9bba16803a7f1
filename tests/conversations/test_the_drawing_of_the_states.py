"""The drawing in the docs is the one of the code."""

import pytest
from django.core.management import CommandError, call_command

from conversations.management.commands import draw_conversation_states as drawn
from conversations.states import MOVES, State


def test_the_committed_drawing_is_current():
    call_command("draw_conversation_states", check=True)


def test_every_state_and_move_is_in_it():
    page = drawn.drawing()

    assert all(state.label in page for state in State)
    assert page.count(" --> ") == sum(len(moves) for moves in MOVES.values()) + 2


def test_an_old_drawing_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(drawn, "TARGET", tmp_path / "states.md")
    with pytest.raises(CommandError, match="not current"):
        call_command("draw_conversation_states", check=True)

    call_command("draw_conversation_states")
    call_command("draw_conversation_states", check=True)
