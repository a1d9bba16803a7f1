"""Places in a cohort, buddies, and asking for a talk."""

from django import forms

from accounts.models import User
from common.forms import GovukForm
from conversations.cohorts import without_a_cohort
from conversations.models import Cohort, Debrief


class PlaceForm(GovukForm):
    """Who gets a place: facilitators who are in no cohort."""

    person = forms.ModelChoiceField(
        User.objects.none(), label="Give a place to", empty_label="Choose a facilitator",
        error_messages={"required": "Choose a facilitator"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = without_a_cohort()  # type: ignore[attr-defined]


class BuddiesForm(GovukForm):
    """Two of one cohort who are asked whether they want to look out for each other."""

    first = forms.ModelChoiceField(User.objects.none(), label="First person", empty_label="Choose a person")
    second = forms.ModelChoiceField(User.objects.none(), label="Second person", empty_label="Choose a person")

    def __init__(self, *args, cohort: Cohort, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].queryset = cohort.members.order_by("first_name", "last_name")  # type: ignore[attr-defined]


class DebriefForm(GovukForm):
    how = forms.ChoiceField(
        label="How would you like to talk?", choices=Debrief.How.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose how you would like to talk"},
    )  # fmt: skip
