"""States refuse moves that are not drawn, whatever people try in whatever order."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations import actions, states
from conversations.models import Conversation
from conversations.states import MOVES, MoveRefused, State, move


def test_every_state_has_its_moves_and_withdrawn_is_the_end():
    assert set(MOVES) == set(State)
    assert MOVES[State.WITHDRAWN] == frozenset()
    assert all(State.WITHDRAWN in MOVES[state] for state in State if state != State.WITHDRAWN)


def test_what_counts_was_accepted_and_what_is_written_does_not_count():
    assert states.COUNTED.isdisjoint(states.WRITABLE)
    assert states.COUNTED <= states.HANDED_IN
    assert State.SUBMITTED not in states.COUNTED
    assert State.WITHDRAWN not in states.COUNTED | states.HANDED_IN | states.WRITABLE | states.CODABLE


@given(st.lists(st.sampled_from(list(State)), max_size=12))
def test_no_walk_leaves_the_drawing(tries):
    conversation = Conversation(reference="C-WALK")
    for to in tries:
        before = State(conversation.state)
        if to in MOVES[before]:
            move(conversation, to)
            assert conversation.state == to
        else:
            with pytest.raises(MoveRefused, match="C-WALK"):
                move(conversation, to)
            assert conversation.state == before


DEEDS = ["submit", "accept", "send_back", "finish_coding", "feed_back", "withdraw"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.sampled_from(DEEDS), max_size=8))
def test_any_order_of_deeds_ends_in_a_state_that_the_drawing_allows(
    deeds, ben, coordinator, analyst, make_conversation, complete, make_theme
):
    theme = make_theme(f"theme-{Conversation.objects.count()}")
    conversation = complete(make_conversation(reference=f"C-{Conversation.objects.count():04d}"))
    by = {"submit": ben, "finish_coding": analyst}
    for deed in deeds:
        conversation.refresh_from_db()
        before = State(conversation.state)
        extra = {"reason": "Because."} if deed in ("send_back", "withdraw") else {}
        try:
            if deed == "finish_coding" and conversation.is_codable:
                actions.put_themes(point=conversation.points.get(), coder=analyst, themes=[theme])
            getattr(actions, deed)(conversation=conversation, by=by.get(deed, coordinator), **extra)
        except (MoveRefused, PermissionDenied, actions.NoteIncomplete):
            pass
        conversation.refresh_from_db()
        assert conversation.state == before or conversation.state in MOVES[before]


def test_a_conversation_that_is_sent_back_needs_a_reason(coordinator, signed_in, make_conversation):
    conversation = make_conversation(state=State.SUBMITTED)

    page = signed_in(coordinator).post(f"/workspace/conversations/{conversation.reference}/return/", {"reason": " "})

    conversation.refresh_from_db()
    assert conversation.state == State.SUBMITTED
    assert "Say why, so that the facilitator knows what to change" in page.content.decode()
