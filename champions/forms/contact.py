"""A name and an address, asked for in several forms and checked in one way."""

import re
import unicodedata

import phonenumbers
from django import forms

from common.channels import by_text
from common.forms import GovukForm

LONGEST_NAME = 120
LONGEST_EMAIL = 254
# Ofcom's national plan: 071 to 075 and 077 to 079 are mobiles, and of 076 those of the Isle of Man.
_UK_MOBILE = re.compile(r"7(?:[1-57-9]\d{8}|624\d{6})")


class NameField(forms.CharField):
    """What somebody wants to be called, in any script, on one line and without control characters."""

    def __init__(self, **kwargs):
        too_long = f"Use a shorter name, up to {LONGEST_NAME} characters"
        super().__init__(
            max_length=LONGEST_NAME,
            error_messages={"required": "Enter a name, so that we know what to call you", "max_length": too_long},
            **kwargs,
        )

    def to_python(self, value):
        value = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in super().to_python(value))
        return " ".join(value.split())


class ContactField(forms.EmailField):
    """An email address of a length that mail servers and our tables hold."""

    def __init__(self, **kwargs):
        example = "Enter an email address, like name@example.org"
        messages = {"required": example, "invalid": example, "max_length": "Use a shorter email address"}
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email"}))
        super().__init__(max_length=LONGEST_EMAIL, error_messages=messages, **kwargs)


class EmailOrMobileField(ContactField):
    """An email address or a UK mobile number. A number comes out as +447700900123, however it was written."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}), **kwargs)
        example = "Enter an email address, like name@example.org, or a UK mobile number, like 07700 900123"
        self.error_messages |= {"required": example, "invalid": example}

    def clean(self, value):
        written = self.to_python(value)
        if "@" in written or not any(sign.isdigit() for sign in written):
            return super().clean(value)
        return uk_mobile(written) or self._refuse()

    def _refuse(self):
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


def uk_mobile(written: str) -> str:
    """The number as +447700900123; "" if it is no mobile of the UK and its islands."""
    try:
        number = phonenumbers.parse(written, "GB")
    except phonenumbers.NumberParseException:
        return ""
    if number.country_code != 44 or number.extension or not _UK_MOBILE.fullmatch(str(number.national_number)):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class OneContact(GovukForm):
    """A part of a form with a field `email`: where text messages are configured, a mobile number does as well.

    The number then stands in `mobile`, and `email` is empty.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = self.fields["email"]
        if by_text.can_send():
            label = str(asked.label).replace("email address", "email address or mobile number")
            self.fields["email"] = EmailOrMobileField(label=label, help_text=asked.help_text, required=asked.required)

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        contact = cleaned.get("email") or ""
        cleaned["mobile"] = contact if "@" not in contact else ""
        if cleaned["mobile"]:
            cleaned["email"] = ""
        return cleaned
