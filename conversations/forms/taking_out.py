"""The code on the card."""

import re

from django import forms

from common.forms import GovukForm


class TakeOutForm(GovukForm):
    """Checks the shape of a code alone: whether somebody has it is told to nobody."""

    code = forms.CharField(
        label="The code on your card", max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Eight letters and numbers, like 7Q4K-92WX.",
        error_messages={"required": "Enter the code on your card, like 7Q4K-92WX"},
    )  # fmt: skip

    widths = {"code": 10}

    def clean_code(self) -> str:
        bare = re.sub(r"[\s–—-]", "", self.cleaned_data["code"].upper())
        if not re.fullmatch(r"[0-9A-Z]{8}", bare):
            raise forms.ValidationError("Enter the eight letters and numbers on your card, like 7Q4K-92WX")
        return f"{bare[:4]}-{bare[4:]}"
