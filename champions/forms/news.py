"""What a champion wants to hear about, and that they helped somebody."""

from django import forms

from common.forms import GovukForm
from common.models import Need, Ward


class NewsForm(GovukForm):
    """The monthly letter: yes or no, and about what."""

    mark_optional = False

    wanted = forms.BooleanField(label="Write to me once a month when something has changed", required=False)
    needs = forms.ModelMultipleChoiceField(
        label="About which services?",
        help_text="Leave all of them empty to hear about every service near you.",
        queryset=Need.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )


class HelpedForm(GovukForm):
    """I helped somebody to find a service. Nothing about them is asked."""

    mark_optional = False

    need = forms.ModelChoiceField(
        label="What was it about?",
        queryset=Need.objects.all(),
        empty_label="Choose one",
        error_messages={"required": "Choose what it was about", "invalid_choice": "Choose from the list"},
    )
    ward = forms.ModelChoiceField(
        label="In which part of the borough?",
        queryset=Ward.objects.all(),
        required=False,
        empty_label="All over, or I would rather not say",
        error_messages={"invalid_choice": "Choose a part of the borough from the list"},
    )
