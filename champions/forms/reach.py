"""Four questions about the person, none of which has to be answered."""

from django import forms

from champions.choices import ABOUT_YOU, AboutYou
from common.forms import GovukForm


class AboutYouForm(GovukForm):
    mark_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for question in AboutYou:
            self.fields[question] = forms.ChoiceField(
                label=question.label, choices=ABOUT_YOU[question].choices, widget=forms.RadioSelect, required=False
            )

    def clean(self):
        given = {question: answer for question, answer in super().clean().items() if answer}
        if not given and not self.errors:
            self.add_error(AboutYou.AGE, "Choose an answer to one question at least, or leave this page")
        return given
