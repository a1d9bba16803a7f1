"""A date in three boxes, as people write it."""

import datetime

import pytest
from django import forms

from common.forms import DateInputField, GovukForm


class Start(GovukForm):
    day = DateInputField(label="When can you start?")
    end = DateInputField(required=False)


def answered(day="", month="", year="") -> Start:
    return Start({"day_day": day, "day_month": month, "day_year": year})


@pytest.mark.parametrize("month", ["3", "03", " 3 ", "mar", "March", "MARCH"])
def test_months_are_read_as_people_write_them(month):
    form = answered("27", month, "2027")

    assert form.is_valid()
    assert form.cleaned_data["day"] == datetime.date(2027, 3, 27)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("", "", ""), "Enter a date, like 27 3 2027"),
        (("27", "", "2027"), "Enter a date with a day, a month and a year, like 27 3 2027"),
        (("27", "3", "27"), "Write the year with 4 numbers, like 2027"),
        (("31", "2", "2027"), "Enter a real date, like 27 3 2027"),
        (("29", "2", "2027"), "Enter a real date, like 27 3 2027"),
        (("x", "y", "z"), "Enter a real date, like 27 3 2027"),
        (("1", "13", "2027"), "Enter a real date, like 27 3 2027"),
        (("²", "3", "2027"), "Enter a real date, like 27 3 2027"),
        (("1", "1", "0000"), "Enter a real date, like 27 3 2027"),
    ],
)
def test_what_is_no_date_gets_a_sentence_and_keeps_what_was_typed(parts, told):
    form = answered(*parts)

    assert form.errors["day"] == [told]
    assert all(f'value="{part}"' in str(form["day"]) for part in parts if part)


def test_the_29th_of_february_of_a_leap_year_is_a_date():
    assert answered("29", "2", "2028").is_valid()


def test_a_date_that_may_be_left_out_may_be_left_out():
    form = answered("27", "3", "2027")

    assert form.is_valid()
    assert form.cleaned_data["end"] is None


def test_a_date_that_is_known_is_shown_in_its_boxes():
    html = str(Start(initial={"day": datetime.date(2027, 3, 27)})["day"])

    assert [f'value="{part}"' in html for part in (27, 3, 2027)] == [True, True, True]


def test_a_form_may_word_its_own_error():
    class Asked(forms.Form):
        day = DateInputField(error_messages={"required": "Say when you can start"})

    assert Asked({}).errors["day"] == ["Say when you can start"]
