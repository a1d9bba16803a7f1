"""Somebody who comes along says who they are."""

from django import forms

from champions.forms.contact import ContactField, NameField
from common.forms import GovukForm


class GuestForm(GovukForm):
    """Shown to adults alone: whether they are one is asked on the screen before."""

    is_adult = forms.CharField(widget=forms.HiddenInput)
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    name = NameField(label="Your name", help_text="Any name you like to be called.")
    email = ContactField(
        label="Your email address", required=False,
        help_text="Only if you want your own certificate and your own link to join, after the day.",
    )  # fmt: skip
