"""What is sealed can be opened by us alone, for its own purpose, in its time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.sealed import SealBroken, seal, unseal


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda child: st.lists(child) | st.dictionaries(st.text(), child),
        max_leaves=5,
    )
)
def test_what_is_sealed_comes_back_the_same(value):
    assert unseal(seal(value, purpose="a"), purpose="a") == value


def test_the_words_cannot_be_read_from_outside():
    assert "boyfriend" not in seal("my boyfriend hits me", purpose="search")


def test_a_token_for_one_purpose_opens_nothing_else():
    with pytest.raises(SealBroken):
        unseal(seal("x", purpose="a"), purpose="b")


@given(st.text())
def test_rubbish_is_refused(rubbish):
    with pytest.raises(SealBroken):
        unseal(rubbish, purpose="a")


def test_a_token_dies_when_its_time_is_up(time_machine):
    time_machine.move_to("2026-11-21 12:00:00Z", tick=False)
    token = seal("x", purpose="a")

    time_machine.move_to("2026-11-21 12:30:01Z", tick=False)

    with pytest.raises(SealBroken):
        unseal(token, purpose="a", max_age=30 * 60)


def test_tokens_survive_a_change_of_key(settings):
    token = seal("x", purpose="a")

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 6

    assert unseal(token, purpose="a") == "x"
