"""What somebody is asked who joins the network."""

from django import forms

from champions.choices import RoleType, Setting
from champions.forms.booking import YES_OR_NO
from common.forms import GovukForm
from common.models import Ward


class JoinForm(GovukForm):
    """Joining the network after a workshop."""

    mark_optional = False
    inline = ("is_adult",)
    choice_hints = {
        "role_type": {
            RoleType.TRUSTED_ADULT: "You listen to people around you and help them to find a service.",
            RoleType.ADVOCATE: "You also speak up for what your community needs.",
        }
    }

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?",
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes if you are 18 or over"},
    )
    role_type = forms.ChoiceField(
        label="How would you like to take part?",
        choices=RoleType.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you would like to take part"},
    )
    setting = forms.ChoiceField(
        label="Where do you mostly meet people?",
        choices=Setting.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you mostly meet people"},
    )
    ward = forms.ModelChoiceField(
        label="Which part of the borough is that in?",
        queryset=Ward.objects.all(),
        required=False,
        empty_label="All over, or outside the borough",
        error_messages={"invalid_choice": "Choose a part of the borough from the list"},
    )
    agrees = forms.BooleanField(
        label="I agree to the promise",
        error_messages={"required": "Read the promise, and tick the box if you agree to it"},
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_adult") == "no":
            # Nothing else matters then, and nothing else is kept.
            self.errors.clear()
        return cleaned
