"""Asking for a workshop somewhere, and what staff find out about the place."""

from django import forms

from champions.choices import ScopingState
from champions.forms.booking import YES_OR_NO
from champions.forms.contact import ContactField, NameField
from champions.models import PlaceScoping, Workshop
from common.forms import GovukForm, GovukModelForm
from common.models import Ward


class AskForm(GovukForm):
    inline = ("is_adult",)

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?",
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes if you are 18 or over"},
    )
    place = forms.CharField(
        label="Where should it be?",
        help_text="An estate, a street, a school, a faith building or a shop parade.",
        max_length=120,
        error_messages={"required": "Tell us where", "max_length": "Use fewer words, up to 120 letters"},
    )
    ward = forms.ModelChoiceField(
        label="Which part of the borough is that in?",
        queryset=Ward.objects.all(),
        required=False,
        empty_label="I do not know",
        error_messages={"invalid_choice": "Choose a part of the borough from the list"},
    )
    why = forms.CharField(
        label="Why there?",
        help_text="Who would come? Who could help? Please do not name anybody, or tell us what happened to somebody.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    name = NameField(label="Your name")
    email = ContactField(label="Your email address", help_text="We send you a link to follow what happens.")
    key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_adult") == "no":
            # Nothing else matters then, and nothing is kept.
            self.errors.clear()
        elif self.data.get("website"):
            raise forms.ValidationError(
                "We could not tell that you are a person. Check your answers, then press again."
            )
        return cleaned


class ScopingForm(GovukModelForm):
    class Meta:
        model = PlaceScoping
        fields = ["readiness", "organisations", "notes", "state", "workshop", "answer"]
        widgets = {
            "readiness": forms.RadioSelect,
            "state": forms.RadioSelect,
            "organisations": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "notes": "For staff alone. No names of residents.",
            "answer": "The person who asked reads this.",
            "workshop": "Choose it once the date is on the website. The person who asked can then book.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workshop"].queryset = Workshop.objects.upcoming().with_venue()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") == ScopingState.SCHEDULED and not cleaned.get("workshop"):
            self.add_error("workshop", "Choose the workshop that is scheduled")
        return cleaned
