"""Four questions about the person, none of which has to be answered."""

from django import forms

from champions.choices import ABOUT_YOU, AboutYou
from common.forms import GovukForm


def _question(question: AboutYou) -> forms.ChoiceField:
    choices = ABOUT_YOU[question].choices
    return forms.ChoiceField(label=question.label, choices=choices, widget=forms.RadioSelect, required=False)


class AboutYouForm(GovukForm):
    mark_optional = False

    age = _question(AboutYou.AGE)
    sex = _question(AboutYou.SEX)
    ethnic = _question(AboutYou.ETHNIC)
    disabled = _question(AboutYou.DISABLED)

    def clean(self):
        given = {question: answer for question, answer in super().clean().items() if answer}
        if not given and not self.errors:
            self.add_error("age", "Choose an answer to one question at least, or leave this page")
        return given
