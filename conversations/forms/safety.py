"""The question about safety, and that somebody was rung. No field here can hold a story (rule 5)."""

from datetime import datetime

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
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


LETTERS_ONLY = RegexValidator(r"^[A-Za-z0-9 /-]*$", "Use letters, numbers, spaces, / and - only")


class ContactField(forms.ModelChoiceField):
    def label_from_instance(self, contact: EmergencyContact) -> str:
        return f"{contact.phone} – {contact.name.rstrip('?')}"


class FoundForm(GovukForm):
    is_urgent = forms.BooleanField(label="Somebody may be in danger today", required=False)


class RungForm(SafeForm):
    """That somebody was rung: no field here can hold a story."""

    outcome = forms.ChoiceField(
        label="What happened when you rang?", widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in SafetyPointer.ANSWERS],
        error_messages={"required": "Choose what happened when you rang"},
    )  # fmt: skip
    rung = ContactField(
        EmergencyContact.objects.live().filter(for_facilitators=True), label="Whom did you ring?", to_field_name="code",
        widget=forms.RadioSelect, empty_label=None, error_messages={"required": "Choose whom you rang"},
    )  # fmt: skip
    is_urgent = forms.BooleanField(label="Somebody may be in danger today", required=False)
    about = forms.ChoiceField(
        label="Is it about one of our own people?", choices=SafetyPointer.About.choices, widget=forms.RadioSelect,
        initial=SafetyPointer.About.NOBODY, required=False,
        help_text="Nobody whom it is about can see this. Do not write a name.",
    )  # fmt: skip
    is_child_sexual_abuse = forms.BooleanField(label="It may be about the sexual abuse of a child", required=False)
    rung_on = DateInputField(label="What day did you ring?")
    rung_time = forms.TimeField(
        label="What time did you ring?", widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": "Enter a time, like 18:30", "invalid": "Enter a time, like 18:30"},
    )  # fmt: skip
    their_reference = forms.CharField(
        label="The reference they gave you", required=False, max_length=40,
        help_text="Letters and numbers only. Leave it empty if they gave none.",
        validators=[LETTERS_ONLY],
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
            "is_urgent": data["is_urgent"],
            "about": data["about"] or SafetyPointer.About.NOBODY,
            "is_child_sexual_abuse": data["is_child_sexual_abuse"],
        }


class ClosingForm(SafeForm):
    """How it ended. There is no room for a story here either."""

    result = forms.ChoiceField(
        label="How did it end?", choices=SafetyPointer.Result.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended. Without that it stays open"},
    )  # fmt: skip
    referred_on = DateInputField(label="If it was referred: what day?", required=False)
    result_reference = forms.CharField(
        label="Their reference", required=False, max_length=40, validators=[LETTERS_ONLY],
        help_text="Letters and numbers only.",
    )  # fmt: skip

    mark_optional = False
    widths = {"result_reference": 20}

    def clean(self) -> dict:
        cleaned = super().clean()
        told = cleaned.get("referred_on") or "referred_on" in self.errors
        if cleaned.get("result") in SafetyPointer.REFERRED and not told:
            self.add_error("referred_on", "Enter the day on which it was referred, like 27 3 2027")
        return cleaned


class HideForm(GovukForm):
    """Whom it is about, if that is somebody with an account."""

    hidden_from = forms.ModelChoiceField(
        User.objects.none(), label="Hide it from", required=False, empty_label="Nobody",
        help_text="Choose the person whom it is about, so that they never see it.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hidden_from"].queryset = User.objects.filter(
            is_active=True, groups__name__in=[Role.SAFEGUARDING, Role.DEPUTY]
        ).distinct()
