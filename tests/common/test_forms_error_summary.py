"""The list of what to put right, above the form."""

import re

from django import forms
from django.template.loader import render_to_string

from common.forms import DateInputField, GovukForm


class Booking(GovukForm):
    name = forms.CharField(label="Your name")
    adult = forms.ChoiceField(
        choices=[("yes", "Yes")], widget=forms.RadioSelect, error_messages={"required": "Say if you are 18"}
    )
    needs = forms.MultipleChoiceField(choices=[("yes", "Yes")], widget=forms.CheckboxSelectMultiple)
    day = DateInputField()
    promise = forms.BooleanField(label="I agree")

    def clean(self):
        raise forms.ValidationError("The last place has just gone")


def summary(**context) -> str:
    return render_to_string("components/error_summary.html", context)


def test_each_error_leads_to_a_control_that_is_there():
    form = Booking({})

    targets = re.findall(r'href="#([^"]+)"', summary(form=form))
    page = str(form)
    assert targets == ["id_name", "id_adult_0", "id_needs_0", "id_day_0", "id_promise"]
    assert all(re.search(rf'<input[^>]*id="{target}"', page) for target in targets)


def test_it_says_the_same_words_as_the_field():
    form = Booking({})

    assert "Say if you are 18" in summary(form=form)
    assert "Say if you are 18" in str(form["adult"].as_field_group())


def test_what_is_wrong_with_the_whole_is_listed_first_and_leads_nowhere():
    assert "<li>The last place has just gone</li>" in summary(form=Booking({}))


def test_several_forms_share_one_list():
    html = summary(forms=[Booking({}, prefix="a"), Booking({}, prefix="b")])

    assert html.count("There is a problem") == 1
    assert 'href="#id_a-name"' in html
    assert 'href="#id_b-name"' in html


def test_the_page_lists_them_and_its_title_starts_with_error():
    html = render_to_string("base.html", {"form": Booking({})})

    assert "<title>Error: " in html
    assert "There is a problem" in html


def test_a_form_without_errors_leaves_the_page_quiet():
    html = render_to_string("base.html", {"form": Booking()})

    assert "Error: " not in html
    assert "There is a problem" not in html
