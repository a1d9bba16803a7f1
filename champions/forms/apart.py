"""Two people who must not be at the same workshop."""

from django import forms
from django.core.exceptions import ValidationError

from champions.forms.contact import ContactField
from common.forms import GovukForm


class KeepApartForm(GovukForm):
    """Two addresses, and no reason: a reason would be a record about somebody that they cannot see or answer."""

    mark_optional = False

    one = ContactField(label="One person’s email address", widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    other = ContactField(
        label="The other person’s email address", widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )

    def clean(self):
        cleaned = super().clean()
        one, other = cleaned.get("one"), cleaned.get("other")
        if one and other and one.lower() == other.lower():
            raise ValidationError({"other": "Enter two different addresses"})
        return cleaned
