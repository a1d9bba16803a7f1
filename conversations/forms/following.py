"""Whoever took part and wants to hear what comes of it."""

from django import forms

from common.forms import GovukForm
from conversations.forms.taking_out import TakeOutForm


class CardForm(TakeOutForm):
    """The code on the card, to read what came of it."""


class FollowerForm(GovukForm):
    """An address, from adults alone (rule 6)."""

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        help_text="We keep addresses of adults only. If you are younger, come back here with your card.",
    )  # fmt: skip
    email = forms.EmailField(
        label="Your email address", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="For this alone. You can stop it in every mail.",
    )  # fmt: skip

    inline = ("is_adult",)
    mark_optional = False

    def clean(self) -> dict:
        super().clean()
        if self.cleaned_data.get("is_adult") == "yes" and not self.cleaned_data.get("email") and not self.errors:
            self.add_error("email", "Enter your email address, or close this page")
        return self.cleaned_data
