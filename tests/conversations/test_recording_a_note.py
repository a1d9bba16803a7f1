"""A facilitator writes a note on a phone, screen by screen, without a script."""

import pytest
from django.urls import reverse

from conversations import steps
from conversations.choices import PointKind
from conversations.models import Conversation, Point
from conversations.states import State


def address(conversation: Conversation, name: str, *args) -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference, *args])


def screen(conversation: Conversation, slug: str) -> str:
    return address(conversation, "note_points", steps.step_of(slug))


def facts(**overrides) -> dict:
    return {
        "held_on_day": "1", "held_on_month": "11", "held_on_year": "2025", "setting": "faith", "ward": "",
        "language": "en", "total_attended": "12", "under_18s_present": "no", "opening_words_read": "on",
    } | overrides  # fmt: skip


def test_strengths_are_asked_before_harm():
    slugs = [step.slug for step in steps.STEPS]

    assert slugs.index("working") < slugs.index("harm") < slugs.index("ideas")
    assert PointKind.values[0] == PointKind.STRENGTH


def test_ben_plans_a_conversation_and_gets_a_code(at_ben, vocabulary):
    answer = at_ben.post(reverse("conversations:plan_conversation"), {
        "held_on_day": "1", "held_on_month": "6", "held_on_year": "2031", "setting": "school", "audience": "parents",
        "host": "A school", "expected_size": "12", "ward": "",
    })  # fmt: skip

    planned = Conversation.objects.get()
    assert answer["Location"] == reverse("conversations:note", args=[planned.reference])
    assert planned.state == State.PLANNED
    assert planned.reference.startswith("C-")
    assert len(planned.reference) == 6


def test_ben_writes_a_whole_note_and_hands_it_in(at_ben, make_conversation):
    conversation = make_conversation(state=State.PLANNED)
    at_ben.post(address(conversation, "note_facts"), facts())
    at_ben.post(screen(conversation, "working"), {"words": "The hall stays open late."})
    at_ben.post(screen(conversation, "harm"), {"words": "Everything shuts at six.", "kind": "root_cause"})
    at_ben.post(
        screen(conversation, "ideas"),
        {"words": "Open the school hall.", "who_should_act": ["schools", "council"], "horizon": "3"},
    )
    at_ben.post(screen(conversation, "offers"), {"words": ""})
    at_ben.post(screen(conversation, "differences"), {"words": "", "kind": "difference"})
    at_ben.post(address(conversation, "note_close"), {"first_to_hear": "Keep places open"})
    at_ben.post(address(conversation, "note_safety"), {"answer": "no"})
    checked = at_ben.get(address(conversation, "check_note")).content.decode()
    at_ben.post(address(conversation, "check_note"))

    conversation.refresh_from_db()
    assert "Everything shuts at six." in checked
    assert conversation.state == State.SUBMITTED
    assert [point.kind for point in conversation.points.all()] == ["strength", "root_cause", "idea"]
    assert conversation.points.last().who_should_act == ["schools", "council"]
    assert conversation.points.last().horizon == "3"
    assert conversation.first_to_hear == "Keep places open"


def test_the_first_screen_that_is_saved_makes_a_draft_of_a_plan(at_ben, make_conversation):
    conversation = make_conversation(state=State.PLANNED)

    at_ben.post(screen(conversation, "working"), {"words": "The library."})

    conversation.refresh_from_db()
    assert conversation.state == State.DRAFT


def test_every_answer_is_there_on_another_phone(ben, at_ben, signed_in, conversation):
    at_ben.post(screen(conversation, "ideas"), {"words": "Open the school hall.", "horizon": "5"})

    other_phone = signed_in(ben)
    page = other_phone.get(screen(conversation, "ideas")).content.decode()
    assert "Open the school hall." in page
    assert "5 years" in page
    assert "saved at" in page


def test_add_another_stays_on_the_screen(at_ben, conversation):
    here = screen(conversation, "ideas")

    answer = at_ben.post(here, {"words": "One", "next": "another"})

    assert answer["Location"] == here
    assert "Idea 2" in at_ben.get(here).content.decode()


def test_the_same_form_sent_twice_is_one_point(at_ben, conversation):
    for _ in range(3):
        at_ben.post(screen(conversation, "ideas"), {"words": "Open the hall", "key": "one-form"})

    assert conversation.points.count() == 1


@pytest.mark.parametrize("key", ["39bac34e-b2ff-4d2b-b372-07951246012b", "24ab682c-3d55-4663-9e05-5486376553e9"])
def test_a_key_that_looks_like_a_number_of_somebody_by_chance_stops_nobody(at_ben, conversation, key):
    at_ben.post(screen(conversation, "ideas"), {"words": "Open the hall", "key": key})

    assert conversation.points.count() == 1


def test_an_empty_box_goes_on_and_stores_nothing(at_ben, conversation):
    answer = at_ben.post(screen(conversation, "offers"), {"words": "  "})

    conversation.refresh_from_db()
    assert answer["Location"] == screen(conversation, "differences")
    assert conversation.points.count() == 0
    assert "offers" in conversation.steps_done


def test_add_another_with_an_empty_box_says_what_to_do(at_ben, conversation):
    page = at_ben.post(screen(conversation, "offers"), {"words": "", "next": "another"}).content.decode()

    assert "Write what people said, in a few plain words" in page


def test_ben_changes_a_point(at_ben, conversation, make_point):
    point = make_point(conversation, kind=PointKind.IDEA, horizon="3")

    at_ben.post(address(conversation, "change_point", point.number), {"words": "Other words", "horizon": "10"})

    point.refresh_from_db()
    assert (point.words, point.horizon) == ("Other words", "10")


def test_ben_is_asked_before_a_point_is_deleted(at_ben, conversation, make_point):
    point = make_point(conversation)
    here = address(conversation, "delete_point", point.number)

    asked = at_ben.get(here).content.decode()

    assert "Delete this point?" in asked
    assert Point.objects.filter(pk=point.pk).exists()
    at_ben.post(here)
    assert not Point.objects.filter(pk=point.pk).exists()


def test_numbers_of_points_are_never_used_for_two(at_ben, conversation, make_point):
    first, second = make_point(conversation), make_point(conversation)
    at_ben.post(address(conversation, "delete_point", first.number))

    at_ben.post(screen(conversation, "ideas"), {"words": "A third thing"})

    assert sorted(conversation.points.values_list("number", flat=True)) == [second.number, second.number + 1]


def test_own_words_are_kept_only_with_consent(at_ben, conversation):
    here = screen(conversation, "working")

    refused = at_ben.post(here, {"words": "Felt safe", "quote_words": "It is my second home."}).content.decode()

    assert "Choose who may read their words" in refused
    assert "It is my second home." in refused
    assert conversation.points.count() == 0
    at_ben.post(here, {
        "words": "Felt safe", "quote_words": "It is my second home.", "quote_consent": "publish_role",
        "quote_consent_how": "spoken", "quote_speaker": "parent",
    })  # fmt: skip
    quote = conversation.points.get().quote
    assert quote.said_by == "a parent or carer"


def test_a_day_to_come_cannot_be_the_day_it_was_held(at_ben, conversation):
    page = at_ben.post(address(conversation, "note_facts"), facts(held_on_year="2099")).content.decode()

    assert "Enter a day that has been" in page
    assert "2099" in page


@pytest.mark.parametrize("people", ["", "many", "0", "-3", "501", "9" * 30, "1.5"])
def test_an_odd_number_of_people_is_a_sentence_and_not_a_fault(at_ben, conversation, people):
    answer = at_ben.post(address(conversation, "note_facts"), facts(total_attended=people))

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


RUBBISH = "\u202e💥" + "x" * 20_000


@pytest.mark.parametrize("name", ["note_facts", "note_close", "note_safety", "stop"])
def test_rubbish_in_every_box_is_a_page_of_errors(at_ben, conversation, name):
    page = at_ben.get(address(conversation, name))
    fields = list(page.context["form"].fields)
    rubbish = dict.fromkeys(
        [*fields, *(f"{field}_{part}" for field in fields for part in ("day", "month", "year"))], RUBBISH
    )

    answer = at_ben.post(address(conversation, name), rubbish)

    assert answer.status_code == 200
    conversation.refresh_from_db()
    assert conversation.saved_at is None


@pytest.mark.parametrize("words", [RUBBISH, "\x00", "nul \x00 inside"])
def test_rubbish_in_a_point_is_a_page_of_errors(at_ben, conversation, words):
    answer = at_ben.post(
        screen(conversation, "ideas"),
        {"words": words, "horizon": "99", "who_should_act": ["nobody"], "feeling": "?", "big_question": "x"},
    )

    assert answer.status_code == 200
    assert conversation.points.count() == 0


def test_other_scripts_and_emoji_are_kept(at_ben, conversation):
    words = "Waan ku faraxsanahay 🌱 مكتبة مفتوحة"

    at_ben.post(screen(conversation, "working"), {"words": words})

    assert conversation.points.get().words == words


def test_the_pages_of_a_note_turn_off_the_shift_key_shortcut(at_ben, conversation):
    page = at_ben.get(screen(conversation, "working")).content.decode()

    assert 'data-exit-shortcut="off"' in page
    assert 'href="/leave/"' in page
