"""What would make the day work for somebody, and the answer of the people who run it."""

from django import forms

from champions.choices import Decision, Need
from champions.forms.booking import places_field
from champions.models import AccessNeed
from champions.models.bookings import MOST_IN_A_GROUP
from common.forms import GovukForm, GovukModelForm


class NeedForm(GovukForm):
    inline = ("people",)

    kind = forms.ChoiceField(
        label="What do you need?",
        choices=Need.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you need"},
    )
    people = places_field(initial=1)
    detail = forms.CharField(
        label="What should we know about it?",
        help_text="Tell us only what we need to make the day work for you. Up to 200 letters.",
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].label = "For how many people?"
        self.fields["people"].error_messages["invalid_choice"] = f"Choose 1 to {MOST_IN_A_GROUP} people"


class DecisionForm(GovukModelForm):
    class Meta:
        model = AccessNeed
        fields = ["decision", "answer"]
        widgets = {"decision": forms.RadioSelect}
        help_texts = {"answer": "Their page shows it. The mail says only that there is an answer."}

    def clean_decision(self):
        decision = self.cleaned_data["decision"]
        if decision == Decision.OPEN:
            raise forms.ValidationError("Choose an answer")
        return decision


class MessageForm(GovukForm):
    mark_optional = False

    message = forms.CharField(
        label="What should everybody know?",
        help_text="Plain words, no names. The subject is neutral: “About your booking on …”.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write the message"},
    )
    # Names this form, so that pressing the button twice sends once.
    key = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)
