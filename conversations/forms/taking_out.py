"""The code on the card."""

import re

from django import forms

from common.forms import GovukForm
from conversations.models import Conversation


class TakeOutForm(GovukForm):
    code = forms.CharField(
        label="The code on your card", max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Eight letters and numbers, like 7Q4K-92WX.",
        error_messages={"required": "Enter the code on your card, like 7Q4K-92WX"},
    )  # fmt: skip

    widths = {"code": 10}

    def clean_code(self) -> str:
        bare = re.sub(r"[^0-9A-Z]", "", self.cleaned_data["code"].upper())
        code = f"{bare[:4]}-{bare[4:]}"
        found = Conversation.objects.filter(withdrawal_code=code).first()
        if found is None:
            raise forms.ValidationError(
                "We do not know this code. Check each letter. If it is right, ask the group that invited you"
            )
        self.conversation = found
        return code
