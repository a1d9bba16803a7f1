"""The question about safety, and that somebody was rung. No field here can hold a story (rule 5)."""

from datetime import datetime

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone

from common.forms import DateInputField, GovukForm
from common.models import EmergencyContact
from conversations.choices import SafetyAnswer
from conversations.forms.safe_words import SafeForm
from conversations.models import SafetyPointer


class SafetyForm(GovukForm):
    answer = forms.ChoiceField(
        label="Did anything make you worried that someone is not safe?", choices=SafetyAnswer.choices,
        widget=forms.RadioSelect, error_messages={"required": "Choose yes or no"},
        help_text="Do not write here what it was. Nobody reads this page as it is filled in.",
    )  # fmt: skip

    page_heading = "answer"
    inline = ["answer"]


class ContactField(forms.ModelChoiceField):
    def label_from_instance(self, contact: EmergencyContact) -> str:
        return f"{contact.phone} – {contact.name.rstrip('?')}"


class RungForm(SafeForm):
    """That somebody was rung: no field here can hold a story."""

    outcome = forms.ChoiceField(
        label="What happened when you rang?", choices=SafetyPointer.Outcome.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened when you rang"},
    )  # fmt: skip
    rung = ContactField(
        EmergencyContact.objects.filter(for_facilitators=True), label="Whom did you ring?", to_field_name="code",
        widget=forms.RadioSelect, empty_label=None, error_messages={"required": "Choose whom you rang"},
    )  # fmt: skip
    rung_on = DateInputField(label="What day did you ring?")
    rung_time = forms.TimeField(
        label="What time did you ring?", widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": "Enter a time, like 18:30", "invalid": "Enter a time, like 18:30"},
    )  # fmt: skip
    their_reference = forms.CharField(
        label="The reference they gave you", required=False, max_length=40,
        help_text="Letters and numbers only. Leave it empty if they gave none.",
        validators=[RegexValidator(r"^[A-Za-z0-9 /-]*$", "Use letters, numbers, spaces, / and - only")],
    )  # fmt: skip

    widths = {"their_reference": 20}

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("rung_on") and cleaned.get("rung_time"):
            rung_at = timezone.make_aware(datetime.combine(cleaned["rung_on"], cleaned["rung_time"]))
            if rung_at > timezone.now():
                self.add_error("rung_on", "Enter a time that has been")
            cleaned["rung_at"] = rung_at
        return cleaned

    def call(self) -> dict:
        data = self.cleaned_data
        return {
            "outcome": data["outcome"],
            "rung": data["rung"].code,
            "rung_at": data["rung_at"],
            "their_reference": data["their_reference"],
        }
