"""Asking for a conversation, from an adult, in five answers."""

from django import forms

from common.models import Ward
from conversations.forms.note import EVERYWHERE
from conversations.forms.safe_words import SafeForm
from conversations.models import ConversationRequest


class AskForm(SafeForm):
    is_adult = forms.ChoiceField(
        label="Are you 18 or over?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no"},
    )  # fmt: skip
    wish = forms.ChoiceField(
        label="What would you like?", choices=ConversationRequest.Wish.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what you would like"},
    )  # fmt: skip
    group = forms.CharField(
        label="Your group or place", required=False, max_length=120, help_text="A group, never the name of a person."
    )
    ward = forms.ModelChoiceField(
        Ward.objects.all(), label="Which part of the borough?", required=False, empty_label=EVERYWHERE
    )
    email = forms.EmailField(
        label="Email address", help_text="We use it to answer you, and delete it when we have.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip

    inline = ["is_adult"]
    # The address is asked for on purpose: the check for identifiers is for the other answers.
    unchecked = frozenset({"email"})

    def clean(self) -> dict:
        # Under 18, nothing that was typed is kept, so nothing needs to be right (rule 6).
        if self.cleaned_data.get("is_adult") == "no":
            self.errors.clear()
            return {"is_adult": "no"}
        return super().clean()
