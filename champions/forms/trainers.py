"""Who leads a workshop, and days on which a trainer cannot."""

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from champions.trainers import Candidate
from common.forms import DateInputField, GovukForm

LONGEST_AWAY = 366


class LeadingForm(GovukForm):
    """Trainers, each with what is in the way. Those who cannot may be taken off and not put on."""

    mark_optional = False

    leading = forms.MultipleChoiceField(
        label="Who leads it?", required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "The list of trainers has changed. It is up to date now: choose again"},
    )  # fmt: skip

    def __init__(self, *args, candidates: Sequence[Candidate], **kwargs):
        super().__init__(*args, **kwargs)
        self.by_key = {str(candidate.trainer.pk): candidate for candidate in candidates}
        choices = [(key, str(candidate.trainer)) for key, candidate in self.by_key.items()]
        self.fields["leading"].choices = choices  # type: ignore[attr-defined]
        self.choice_hints = {"leading": {key: candidate.obstacle for key, candidate in self.by_key.items()}}

    def clean_leading(self):
        return [self.by_key[key].trainer for key in self.cleaned_data["leading"]]


class AwayForm(GovukForm):
    """From one day to another; one day alone if the second is left empty."""

    mark_optional = False

    first_day = DateInputField(label="From which day?")
    last_day = DateInputField(label="To which day?", required=False, help_text="Leave it empty for one day.")

    def clean(self):
        cleaned = super().clean()
        first = cleaned.get("first_day")
        last = cleaned["last_day"] = cleaned.get("last_day") or first
        if first and last:
            if last < first:
                raise ValidationError({"last_day": "Choose a last day that is not before the first"})
            if last < timezone.localdate():
                raise ValidationError({"first_day": "Choose days that are still to come"})
            if (last - first).days > LONGEST_AWAY:
                raise ValidationError({"last_day": "Choose a year at most. For longer, speak to the coordinator"})
        return cleaned
