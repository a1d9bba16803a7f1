"""The list of who came."""

from django import forms

from champions.forms.contact import ContactField, NameField
from champions.models import Booking, Workshop
from common.forms import GovukForm


class WhoCameField(forms.ModelMultipleChoiceField):
    """A box for each booking, with the name of the person who made it."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Booking) -> str:
        return obj.name


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
        self.choice_hints = {"came": {booking.pk: _who_else(booking) for booking in bookings}}


def _who_else(booking: Booking) -> str:
    """The reference, and how many come with the person who booked."""
    others = booking.places - 1
    return f"{booking.reference}, and {others} more" if others else booking.reference


class AttendeeForm(GovukForm):
    """Somebody who came with a group, or walked in."""

    mark_optional = False

    name = NameField(label="Their name")
    email = ContactField(label="Their email address", help_text="Their own link to join is sent here.")
