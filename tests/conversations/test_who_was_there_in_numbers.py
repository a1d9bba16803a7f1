"""Whom a conversation reached is counted and never named, and a small room is counted by age alone (F10)."""

import io
from typing import ClassVar

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from accounts.roles import Role
from common.disclosure import protect
from conversations import actions, steps
from conversations.choices import AgeBand, CountedHow, Gender
from conversations.demo.people import people_of
from conversations.people import as_allowed, counts_of_people, dimensions_for, not_stated, problems
from conversations.seeing.people import people_by_each
from conversations.workbook.columns import SHEETS
from conversations.workbook.writing import template


def address(conversation, name: str = "note_people") -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference])


@pytest.fixture
def of_twelve(make_conversation):
    return make_conversation(total_attended=12, under_18s_present=True)


@pytest.fixture
def of_six(make_conversation):
    return make_conversation(total_attended=6, under_18s_present=True)


def test_ben_counts_people_and_may_leave_boxes_empty(at_ben, of_twelve):
    at_ben.post(address(of_twelve), {"people_counted": "told", "age_from_11": "4", "age_from_65": "0",
                                     "gender_women": "7"})  # fmt: skip

    of_twelve.refresh_from_db()
    assert of_twelve.people == {"age": {"11-15": 4, "65+": 0}, "gender": {"women": 7}}
    assert not_stated(of_twelve.people, "age", 12) == 8
    assert "7" in at_ben.get(address(of_twelve)).content.decode()
    assert "11 to 15: 4" in at_ben.get(address(of_twelve, "check_note")).content.decode()


def test_nobody_has_to_count(at_ben, of_twelve):
    answer = at_ben.post(address(of_twelve), {})

    of_twelve.refresh_from_db()
    assert of_twelve.people == {}
    assert answer["Location"].endswith("/working/")
    assert "people" in of_twelve.steps_done


def test_a_small_room_is_asked_for_ages_alone_and_gives_nothing_else(at_ben, of_six):
    assert "Women and girls" not in at_ben.get(address(of_six)).content.decode()

    at_ben.post(address(of_six), {"people_counted": "told", "age_from_11": "2", "gender_women": "2"})

    of_six.refresh_from_db()
    assert of_six.people == {"age": {"11-15": 2}}


def test_no_way_round_the_form(ben, of_six):
    with pytest.raises(ValidationError, match="a small room points at people"):
        actions.save_people(conversation=of_six, by=ben, people={"gender": {"women": 2}}, people_counted="told")


def test_a_room_that_turns_out_to_be_small_loses_what_was_counted_beside_ages(ben, of_twelve):
    people = {"age": {"11-15": 2}, "gender": {"women": 2}}
    actions.save_people(conversation=of_twelve, by=ben, people=people, people_counted="told")

    actions.save_facts(conversation=of_twelve, by=ben, total_attended=8)

    of_twelve.refresh_from_db()
    assert of_twelve.people == {"age": {"11-15": 2}}


WRONG = [
    ({"age_from_11": "10"}, "These are 13 people together, and 12 took part"),
    ({"age_from_11": "-1"}, "Enter a whole number"),
    ({"age_from_11": "some"}, "Enter a whole number"),
    ({"age_from_11": "9" * 40}, "Enter 500 or fewer"),
    ({"age_from_11": "4", "people_counted": ""}, "Tell us how you counted"),
    ({"gender_men": "4", "people_counted": "seen"}, "Nobody can see it in another person"),
    ({"people_counted": "guessed"}, "There is a problem"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_numbers_that_do_not_agree_are_a_sentence_and_stay_on_the_page(at_ben, of_twelve, typed, sentence):
    page = at_ben.post(address(of_twelve), {"people_counted": "told", "age_from_18": "3"} | typed).content.decode()

    of_twelve.refresh_from_db()
    assert sentence in page
    assert 'value="3"' in page
    assert of_twelve.people == {}


def test_young_people_counted_where_nobody_was_under_18(at_ben, make_conversation):
    conversation = make_conversation(total_attended=12, under_18s_present=False)

    page = at_ben.post(address(conversation), {"people_counted": "seen", "age_from_16": "1"}).content.decode()

    assert "You told us that nobody under 18 took part" in page


def test_a_note_whose_numbers_stopped_agreeing_cannot_be_handed_in(complete, make_conversation):
    conversation = complete(make_conversation(people={"age": {"18-24": 13}}, people_counted="told"))

    assert [step.slug for step, _ in steps.missing(conversation)] == ["people"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ANALYST, Role.REDACTOR])
def test_of_one_conversation_an_analyst_alone_sees_the_numbers(staff, signed_in, make_conversation, role):
    people = {"age": {"11-15": 4}}
    conversation = make_conversation(state="accepted", total_attended=12, people=people, people_counted="told")

    page = signed_in(staff(role)).get(address(conversation, "read_note")).content.decode()

    assert ("11 to 15: 4" in page) is (role == Role.ANALYST)


@pytest.mark.parametrize("wrong", [[], {"age": 4}, {"names": {"kim": 1}}, {"age": {"11-15": -1}},
                                   {"age": {"11-15": True}}, {"age": {"Kim": 1}}])  # fmt: skip
def test_the_field_holds_counts_and_nothing_else(wrong):
    with pytest.raises(ValidationError):
        counts_of_people(wrong)


COUNTS = st.dictionaries(st.sampled_from(AgeBand.values), st.integers(0, 30))


@given(ages=COUNTS, women=st.integers(0, 30), total=st.integers(1, 60), how=st.sampled_from(CountedHow.values))
def test_what_agrees_never_counts_more_than_came_nor_a_small_room_by_more_than_age(ages, women, total, how):
    people = {"age": ages, "gender": {Gender.WOMEN.value: women}}
    right = not problems(people, total=total, under_18s=True, how=how)

    assert not right or (sum(ages.values()) <= total and women <= total and total >= 10 and how == "told")
    assert list(as_allowed(people, total)) == [d for d in people if people[d] and d in dimensions_for(total)]


@given(total=st.integers(3, 40), young=st.booleans(), seed=st.integers(0, 999))
def test_the_invented_numbers_of_the_demonstration_agree(total, young, seed):
    fields = people_of(total, under_18s=young, seed=seed) or {"people": {}, "people_counted": ""}

    counts_of_people(fields["people"])
    assert problems(fields["people"], total=total, under_18s=young, how=fields["people_counted"]) == []


def test_all_conversations_together_show_whom_they_reached_and_no_small_number(
    coordinator, signed_in, make_conversation
):
    for _ in range(3):
        make_conversation(state="coded", total_attended=20, people={"age": {"11-15": 4, "65+": 2}})
    for state in ("draft", "submitted", "withdrawn"):
        make_conversation(state=state, total_attended=200, people={"age": {"11-15": 90}})
    make_conversation(state="coded", total_attended=60, people={"age": {"50-64": 60}})

    by_age, *_ = map(protect, people_by_each())
    cells = dict(zip(by_age.rows, (cell for (cell,) in by_age.cells), strict=True))

    assert cells["11 to 15"] == "10"
    assert cells["65 or over"] == "*"
    assert cells["50 to 64"] == "–"
    assert by_age.total == "–"
    page = signed_in(coordinator).get(reverse("conversations:not_heard")).content.decode()
    assert "People by age" in page
    assert ">60<" not in page


class TestWorkbook:
    SESSION: ClassVar = {
        "held_on": "01/11/2025", "setting": "School", "language": "English", "total_attended": 12,
        "under_18s_present": "yes", "people_counted": "told", "opening_words_read": "yes",
    }  # fmt: skip

    def send(self, browser, conversation, *people: tuple):
        book = load_workbook(io.BytesIO(template()))
        point = {"point_no": 1, "kind": "Idea", "words": "Open the hall."}
        counts = [{"dimension": by, "category": who, "count": count} for by, who, count in people]
        for sheet, rows in (("session", [self.SESSION]), ("participants", counts), ("points", [point])):
            for cells in rows:
                row = cells | {"session_ref": conversation.reference}
                book[sheet].append([row.get(column.name) for column in SHEETS[sheet]])
        file = io.BytesIO()
        book.save(file)
        workbook = SimpleUploadedFile("notes.xlsx", file.getvalue())
        return browser.post("/my/conversations/upload/", {"workbook": workbook})

    def test_people_come_with_a_workbook(self, at_ben, conversation):
        self.send(at_ben, conversation, ("Age", "11 to 15", 4), ("age", "65 or over", 2), ("Gender", "women", 6))

        conversation.refresh_from_db()
        assert conversation.people == {"age": {"11-15": 4, "65+": 2}, "gender": {"women": 6}}

    @pytest.mark.parametrize(
        ("people", "cell"),
        [
            ([("Age", "11 to 15", 13)], "A2"),
            ([("Shoe size", "11 to 15", 1)], "B3"),
            ([("Age", "Women and girls", 1)], "C3"),
            ([("Age", "11 to 15", 1), ("Age", "11 to 15", 1)], "C4"),
            ([("Age", "11 to 15", "lots")], "D3"),
        ],
    )
    def test_what_is_wrong_is_found_at_its_cell_and_nothing_is_stored(self, at_ben, conversation, people, cell):
        page = self.send(at_ben, conversation, *people).content.decode()

        conversation.refresh_from_db()
        assert f"participants, {cell}" in page or cell in page
        assert "Nothing is stored yet" in page
        assert conversation.people == {}
