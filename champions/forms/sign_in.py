"""The list of who came."""

from django import forms

from champions.forms.contact import ContactField, NameField
from champions.models import Booking, Workshop
from common import codes
from common.forms import GovukForm


class WhoCameField(forms.ModelMultipleChoiceField):
    """A box for each booking, with the name of the person who made it."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Booking) -> str:
        return obj.name or "Name deleted"


class SeenField(forms.ModelMultipleChoiceField):
    """Bookings, without those that are none any more: nobody can put right a field that is not shown."""

    def clean(self, value):
        return self.queryset.filter(pk__in=[key for key in value or () if str(key).isdigit()])


class AttendanceForm(GovukForm):
    """Who came, of those who booked."""

    mark_optional = False

    def __init__(self, *args, workshop: Workshop, **kwargs):
        super().__init__(*args, **kwargs)
        bookings = workshop.bookings.booked().by_name()
        gone = "Somebody on this list has cancelled. The list below is up to date now."
        self.fields["came"] = WhoCameField(
            label="Who came?", queryset=bookings, required=False, error_messages={"invalid_choice": gone}
        )
        # Who was ticked when the page was made. Who was signed in since, by somebody else at the door, stays so.
        self.fields["seen"] = SeenField(queryset=bookings, required=False, widget=forms.MultipleHiddenInput)
        self.choice_hints = {"came": {booking.pk: _who_else(booking) for booking in bookings}}


def _who_else(booking: Booking) -> str:
    """The reference, and how many come with the person who booked."""
    others = booking.places - 1
    return f"{booking.reference}, and {others} more" if others else booking.reference


class CheckInForm(GovukForm):
    """The reference that somebody shows or says at the door."""

    mark_optional = False
    widths = {"reference": 10}

    reference = forms.CharField(
        label="Their reference",
        help_text="Like KD7-94MX.",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={
            "required": "Enter a reference, like KD7-94MX",
            "max_length": "A reference is like KD7-94MX",
        },
    )

    def clean_reference(self) -> str:
        return codes.tidied(self.cleaned_data["reference"], codes.REFERENCE)


class CertificateCodeForm(GovukForm):
    """The code on a certificate, as somebody reads it off the paper."""

    mark_optional = False
    widths = {"code": 20}

    code = forms.CharField(
        label="The code on the certificate",
        help_text="Like KD7F-94MX-TRP3-66WQ.",
        max_length=40,
        error_messages={
            "required": "Enter the code, like KD7F-94MX-TRP3-66WQ",
            "max_length": "A code is like KD7F-94MX-TRP3-66WQ",
        },
    )

    def clean_code(self) -> str:
        tidied = codes.tidied(self.cleaned_data["code"], codes.CERTIFICATE)
        if not codes.is_whole(tidied, codes.CERTIFICATE):
            raise forms.ValidationError("A code has 16 letters and numbers, like KD7F-94MX-TRP3-66WQ")
        return tidied


class AttendeeForm(GovukForm):
    """Somebody who came with a group, or walked in."""

    mark_optional = False

    name = NameField(label="Their name")
    email = ContactField(
        label="Their email address, if they like", required=False,
        help_text="Their own link to join is sent here. Leave it empty if they would rather not.",
    )  # fmt: skip
