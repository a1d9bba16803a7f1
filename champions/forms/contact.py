"""A name and an address, asked for in several forms and checked in one way."""

import unicodedata

from django import forms

LONGEST_NAME = 120
LONGEST_EMAIL = 254


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
