"""What somebody types is kept on the server as they type, and newer words are never silently written over (F2, F9)."""

import pytest
from django.urls import reverse

from conversations import actions, steps
from conversations.choices import PointKind
from conversations.models import Conversation, Unfinished
from conversations.states import State


def address(conversation: Conversation, name: str, *args) -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference, *args])


def screen(conversation: Conversation, slug: str) -> str:
    return address(conversation, "note_points", steps.step_of(slug))


@pytest.fixture
def keep(conversation):
    """What the page does every few seconds: send what is in the boxes."""

    def send(browser, slug: str, revision: int = 0, **typed):
        return browser.post(address(conversation, "keep_typed", slug), {"revision": revision, **typed})

    return send


def test_words_in_the_box_are_there_on_another_phone_before_anybody_pressed_a_button(
    ben, at_ben, signed_in, conversation, keep
):
    answer = keep(at_ben, "ideas", words="Open the school hall", horizon="3", who_should_act=["schools", "council"])

    page = signed_in(ben).get(screen(conversation, "ideas")).content.decode()
    assert answer.json() == {"revision": 1, "left_out": []}
    assert "Open the school hall</textarea>" in page
    assert "You left this in the middle" in page
    # The three choices, and "Not sure" of another question.
    assert page.count(" checked") == 4
    assert "There is a problem" not in page
    assert conversation.points.count() == 0


def test_half_a_screen_of_facts_is_kept_as_it_was_typed(at_ben, conversation, keep):
    stamp = stamp_in(at_ben, address(conversation, "note_facts"))
    keep(at_ben, "facts", stamp=stamp, held_on_day="31", held_on_month="x")

    page = at_ben.get(address(conversation, "note_facts")).content.decode()
    assert 'value="31"' in page
    assert 'value="x"' in page
    assert "There is a problem" not in page


def stamp_in(browser, page: str) -> str:
    return browser.get(page).context["stamp"]


def test_saving_the_screen_lets_go_of_what_was_kept(at_ben, conversation, keep):
    keep(at_ben, "ideas", words="Open the hall", key="one")

    at_ben.post(screen(conversation, "ideas"), {"words": "Open the hall", "key": "one"})

    assert conversation.points.get().words == "Open the hall"
    assert not Unfinished.objects.exists()


def test_a_late_message_of_the_page_does_not_bring_it_back(at_ben, conversation, keep):
    at_ben.post(screen(conversation, "ideas"), {"words": "Open the hall", "key": "one"})

    answer = keep(at_ben, "ideas", words="Open the hall", key="one")

    assert answer.status_code == 409
    assert not Unfinished.objects.exists()


def test_two_phones_on_one_screen_never_overwrite_each_other(ben, at_ben, signed_in, conversation, keep):
    laptop = signed_in(ben)
    keep(at_ben, "ideas", words="From the phone")

    answer = keep(laptop, "ideas", words="From the laptop")

    assert answer.status_code == 409
    assert "Newer words were saved" in answer.json()["problem"]
    assert Unfinished.objects.get().answers["words"] == ["From the phone"]
    assert keep(at_ben, "ideas", revision=1, words="From the phone, more").json()["revision"] == 2


def test_the_close_shows_both_when_another_phone_saved_first(ben, at_ben, signed_in, conversation):
    here = address(conversation, "note_close")
    stamp = stamp_in(at_ben, here)
    signed_in(ben).post(here, {"first_to_hear": "Newer words", "stamp": stamp})

    page = at_ben.post(here, {"first_to_hear": "Older words", "stamp": stamp})

    conversation.refresh_from_db()
    assert conversation.first_to_hear == "Newer words"
    assert "Saved meanwhile: “Newer words”" in page.content.decode()
    assert "Older words</textarea>" in page.content.decode()
    at_ben.post(here, {"first_to_hear": "Both words", "stamp": page.context["stamp"]})
    conversation.refresh_from_db()
    assert conversation.first_to_hear == "Both words"


def test_the_same_answers_from_two_phones_are_no_conflict(ben, at_ben, signed_in, conversation):
    here = address(conversation, "note_close")
    stamp = stamp_in(at_ben, here)

    for browser in (at_ben, signed_in(ben), at_ben):
        answer = browser.post(here, {"first_to_hear": "The same words", "stamp": stamp})

    assert answer.status_code == 302


def test_a_point_that_was_changed_on_another_phone_is_not_written_over(
    ben, at_ben, signed_in, conversation, make_point
):
    point = make_point(conversation, kind=PointKind.IDEA, words="First words")
    here = address(conversation, "change_point", point.number)
    stamp = stamp_in(at_ben, here)
    signed_in(ben).post(here, {"words": "Newer words", "stamp": stamp})

    page = at_ben.post(here, {"words": "Older words", "stamp": stamp}).content.decode()

    point.refresh_from_db()
    assert point.words == "Newer words"
    assert "Saved meanwhile: “Newer words”" in page
    assert "Older words</textarea>" in page


def test_two_phones_that_carry_on_with_one_box_give_two_points_and_lose_neither(at_ben, conversation):
    for words in ("From the phone", "From the laptop", "From the laptop"):
        at_ben.post(screen(conversation, "ideas"), {"words": words, "key": "one-form"})

    assert set(conversation.points.values_list("words", flat=True)) == {"From the phone", "From the laptop"}


def test_submit_pressed_three_times_hands_in_once(at_ben, conversation, complete):
    complete(conversation)

    for _ in range(3):
        answer = at_ben.post(address(conversation, "check_note"))

    conversation.refresh_from_db()
    assert answer.status_code == 302
    assert conversation.state == State.SUBMITTED


def test_a_phone_number_is_not_kept_and_the_rest_is(at_ben, keep):
    keep(at_ben, "ideas", words="Open the hall", dissent="")

    answer = keep(at_ben, "ideas", revision=1, words="Ring 07700 900123", dissent="Some said no")

    kept = Unfinished.objects.get()
    assert "phone number" in answer.json()["left_out"][0]
    assert kept.answers["dissent"] == ["Some said no"]
    assert kept.answers["words"] == ["Open the hall"]


def test_a_note_is_not_handed_in_past_words_that_nobody_saved(at_ben, ben, conversation, complete, keep):
    complete(conversation)
    keep(at_ben, "ideas", words="Half an idea")

    page = at_ben.get(address(conversation, "check_note")).content.decode()

    assert "Save what you began under “What would help”" in page
    with pytest.raises(actions.NoteIncomplete):
        actions.submit(conversation=conversation, by=ben)
    assert "Not saved yet" in at_ben.get(address(conversation, "note")).content.decode()


def test_a_box_that_was_emptied_holds_nobody_up(at_ben, ben, conversation, complete, keep):
    complete(conversation)
    keep(at_ben, "ideas", words="Half an idea")
    keep(at_ben, "ideas", revision=1, words="  ")

    assert actions.submit(conversation=conversation, by=ben).state == State.SUBMITTED


@pytest.mark.parametrize("words", ["🌱 مكتبة مفتوحة\u202e", "x" * 20_000, "nul \x00 inside"])
def test_emoji_other_scripts_and_far_too_much_are_kept_while_they_are_typed(at_ben, conversation, keep, words):
    assert keep(at_ben, "ideas", words=words).status_code == 200

    page = at_ben.get(screen(conversation, "ideas")).content.decode()
    assert words.replace("\x00", "") in page


def test_more_than_a_page_can_hold_is_a_sentence(at_ben, keep):
    answer = keep(at_ben, "ideas", words="x" * 70_000)

    assert answer.status_code == 409
    assert "Make it shorter" in answer.json()["problem"]
    assert not Unfinished.objects.exists()


@pytest.mark.parametrize("slug", ["safety", "nothing", "point-1", "point-99999", "point-x", "point-"])
def test_screens_that_are_none_are_not_found(at_ben, keep, slug):
    assert keep(at_ben, slug, words="x").status_code == 404


def test_only_its_own_facilitator_keeps_words_in_it_and_only_while_trained(
    ben, at_ben, signed_in, make_facilitator, coordinator, keep
):
    assert keep(signed_in(make_facilitator("eve@example.org")), "ideas", words="x").status_code == 404
    assert keep(signed_in(coordinator), "ideas", words="x").status_code == 404
    ben.dated_roles.all().delete()
    assert keep(at_ben, "ideas", words="x").status_code == 403
    assert not Unfinished.objects.exists()


def test_who_was_signed_out_while_writing_gets_the_words_back(client, conversation):
    answer = client.post(screen(conversation, "ideas"), {"words": "A long <thought>", "key": "k", "horizon": "3"})

    page = answer.content.decode()
    assert answer.status_code == 401
    assert "A long &lt;thought&gt;</textarea>" in page
    assert f"/accounts/login/?next={screen(conversation, 'ideas')}" in page
    assert conversation.points.count() == 0


def test_the_page_says_who_it_reports_to_and_asks_before_it_signs_anybody_out(at_ben, conversation):
    page = at_ben.get(screen(conversation, "ideas")).content.decode()

    assert f'data-keep="{address(conversation, "keep_typed", "ideas")}" data-revision="0"' in page
    assert "Stay signed in" in page
    assert "keep.js" in page
    assert "keep.js" not in at_ben.get(address(conversation, "note_safety")).content.decode()
