"""What a person, or their screen reader, meets in a form of ours."""

import re

import pytest
from django import forms
from django.utils.html import escape

from common.forms import DateInputField, GovukForm, in_frame

ANSWERS = [("yes", "Yes"), ("no", "No")]


class Booking(GovukForm):
    name = forms.CharField(label="Your name", help_text="As you like to be called.")
    phone = forms.CharField(label="Phone number", required=False)
    adult = forms.ChoiceField(label="Are you 18 or over?", choices=ANSWERS, widget=forms.RadioSelect)
    needs = forms.MultipleChoiceField(label="What helps you?", choices=ANSWERS, widget=forms.CheckboxSelectMultiple)
    day = DateInputField(label="When can you come?")
    words = forms.CharField(label="Anything else?", max_length=50, required=False, widget=forms.Textarea)
    promise = forms.BooleanField(label="I agree")
    letter = forms.FileField(label="A letter", required=False)


def one(pattern: str, html: str) -> re.Match:
    found = re.search(pattern, re.sub(r"\s+(?=<)|(?<=>)\s+", "", html), re.S)
    assert found, f"{pattern} is not in\n{html}"
    return found


def test_every_field_has_a_label_that_names_its_control():
    html = str(Booking())

    ids = set(re.findall(r'\bid="([^"]+)"', html))
    labels = re.findall(r'<label[^>]*for="([^"]+)"', html)
    controls = re.findall(r"<(?:input|textarea|select)\b", html)
    assert set(labels) <= ids
    assert len(labels) == len(controls)


def test_a_group_of_choices_is_a_fieldset_with_a_legend():
    html = str(Booking()["adult"].as_field_group())

    one(r"<fieldset[^>]*>\s*<legend[^>]*>Are you 18 or over\?</legend>", html)


def test_the_hint_and_the_error_are_read_out_with_the_field():
    html = str(Booking({})["name"].as_field_group())

    described = one(r'<input[^>]*aria-describedby="([^"]+)"', html)[1].split()
    assert described == ["id_name_helptext", "id_name_error"]
    assert all(f'id="{name}"' in html for name in described)
    one(r'<input[^>]*aria-invalid="true"', html)


def test_the_error_of_a_group_is_read_out_with_its_fieldset():
    html = str(Booking({})["adult"].as_field_group())

    one(r'<fieldset[^>]*aria-describedby="id_adult_error"', html)
    assert 'id="id_adult_error"' in html


def test_what_may_be_left_out_says_so_in_its_label():
    html = str(Booking())

    assert html.count("(optional)") == 3
    assert "(optional)" in str(Booking()["phone"].as_field_group())


def test_a_filter_does_not_say_that_each_choice_is_optional():
    class Filters(Booking):
        mark_optional = False

    assert "(optional)" not in str(Filters())


def test_one_question_per_screen_makes_its_label_the_heading():
    class Question(GovukForm):
        page_heading = "name"
        name = forms.CharField(label="Your name")

    assert "Your name" in one(r"<h1>(.*?)</h1>", str(Question()))[1]


def test_one_choice_per_screen_makes_its_legend_the_heading():
    class Question(GovukForm):
        page_heading = "adult"
        adult = forms.ChoiceField(label="Are you 18 or over?", choices=ANSWERS, widget=forms.RadioSelect)

    one(r"<legend[^>]*><h1>Are you 18 or over\?</h1></legend>", str(Question()))


def test_a_long_answer_is_counted_and_never_cut_off():
    html = str(Booking()["words"].as_field_group())

    assert 'data-maxlength="50"' in html
    assert not re.search(r"<textarea[^>]*\bmaxlength", html)
    assert 'id="id_words-info"' in html
    one(r'<textarea[^>]*aria-describedby="id_words-info"', html)


def test_a_choice_may_have_a_line_of_its_own_and_a_number():
    class Who(GovukForm):
        choice_hints = {"who": {"yes": "Or soon will be"}}
        choice_counts = {"who": {"no": 38}}
        who = forms.ChoiceField(choices=ANSWERS, widget=forms.RadioSelect)

    html = str(Who())

    one(r'aria-describedby="id_who_0_hint".*id="id_who_0_hint">Or soon will be', html)
    assert '<span class="count">38</span>' in html


def test_what_was_typed_is_still_there_and_harmless():
    typed = '"><script>alert(1)</script>'

    html = str(Booking({"name": typed, "words": typed}))

    assert typed not in html
    assert escape(typed) in html


def test_browsers_are_not_asked_to_judge():
    # Their bubbles vanish, and not every screen reader tells of them: the server's list of errors does the telling.
    html = str(Booking())

    assert not re.search(r"\srequired\b", html)
    assert 'type="number"' not in html


@pytest.mark.parametrize("name", list(Booking.base_fields))
def test_no_field_carries_a_placeholder_or_a_style(name):
    html = str(Booking()[name].as_field_group())

    assert "placeholder" not in html
    assert "style=" not in html


def test_a_form_that_a_package_made_is_drawn_the_same():
    class Theirs(forms.Form):
        code = forms.CharField(label="Code", widget=forms.TextInput(attrs={"placeholder": "Code"}))

    html = str(in_frame(Theirs({})))

    assert "govuk-input" in html
    assert "placeholder" not in html
    assert "Fill in “Code”" in html


def test_other_forms_are_left_alone():
    class Admins(forms.Form):
        name = forms.CharField()

    assert "govuk" not in str(Admins())
