"""Two people who must not be at the same workshop."""

from django.core.exceptions import ValidationError

from champions.forms.contact import EmailOrMobileField
from common.forms import GovukForm


class KeepApartForm(GovukForm):
    """Two addresses, and no reason: a reason would be a record about somebody that they cannot see or answer."""

    mark_optional = False

    one = EmailOrMobileField(label="One person’s email address or mobile number")
    other = EmailOrMobileField(label="The other person’s email address or mobile number")

    def clean(self):
        cleaned = super().clean()
        one, other = cleaned.get("one"), cleaned.get("other")
        if one and other and one.lower() == other.lower():
            raise ValidationError({"other": "Enter two different addresses"})
        return cleaned
