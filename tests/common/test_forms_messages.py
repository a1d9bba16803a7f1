"""Every bad input gets a sentence that says what to do next."""

import pytest
from django import forms

from common.forms import GovukForm, GovukModelForm
from common.models import Need


class Booking(GovukForm):
    name = forms.CharField(label="Your name", max_length=5)
    email = forms.EmailField(label="Email address")
    people = forms.IntegerField(label="How many?", min_value=1, max_value=6)
    ward = forms.ChoiceField(label="Ward", choices=[("downham", "Downham")])
    promise = forms.BooleanField(label="I agree with the promise")
    letter = forms.FileField(label="Letter", error_messages={"required": "Add the letter that we sent you"})


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("name", "", "Fill in “Your name”"),
        ("name", "Amaranth", "Write 5 characters or fewer. You wrote 8"),
        ("email", "amara", "Enter an email address with an @, like name@example.com"),
        ("people", "nine", "Enter a whole number, like 4"),
        ("people", "9", "Enter a number that is 6 or less"),
        ("people", "0", "Enter a number that is 1 or more"),
        ("ward", "", "Choose an answer to “Ward”"),
        ("ward", "Atlantis", "Choose one of the answers in the list"),
        ("promise", "", "Tick the box: I agree with the promise"),
    ],
)
def test_the_message_says_what_to_do(field, given, told):
    assert Booking({field: given}).errors[field] == [told]


def test_a_form_that_says_it_better_is_heard():
    assert Booking({}).errors["letter"] == ["Add the letter that we sent you"]


def test_a_form_that_fills_a_model_speaks_the_same_way():
    class NeedForm(GovukModelForm):
        class Meta:
            model = Need
            fields = ["name"]
            labels = {"name": "In a person’s own words"}

    form = NeedForm({})

    assert form.errors["name"] == ["Fill in “In a person’s own words”"]
    assert "govuk-input" in str(form)


@pytest.mark.parametrize("name", ["name", "email", "people", "ward", "promise"])
def test_rubbish_in_every_field_is_told_and_never_breaks(name):
    for rubbish in ("\x00", "9" * 5000, "<b>", "💥", "-1", "../../etc"):
        form = Booking({name: rubbish})

        assert form.is_valid() is False
        assert str(form)
