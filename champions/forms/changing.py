"""What is asked of somebody who changes their own booking."""

from django import forms

from champions.choices import descriptions_for, is_for
from champions.forms.booking import places_field
from champions.forms.contact import ContactField, NameField, OneContact
from champions.models import Booking, Workshop
from champions.other_dates import other_dates
from common import codes
from common.forms import GovukForm


class ChangePlacesForm(GovukForm):
    mark_optional = False
    page_heading = "places"
    inline = ("places",)

    places = places_field(help_text="Count yourself.")


class WorkshopField(forms.ModelChoiceField):
    """Dates, told with the area and the places left."""

    def label_from_instance(self, obj: Workshop) -> str:
        return f"{obj.day}, {obj.hours}, {obj.venue.area}"


class MoveForm(GovukForm):
    """Another date for people who describe themselves as this booking's owner does."""

    mark_optional = False
    page_heading = "workshop"

    def __init__(self, *args, booking: Booking, **kwargs):
        super().__init__(*args, **kwargs)
        gone = "That date has just gone. Choose another one"
        self.fields["workshop"] = WorkshopField(
            label="Which date suits you better?",
            queryset=other_dates(booking),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={"required": "Choose a date", "invalid_choice": gone},
        )


class StaffMoveForm(GovukForm):
    """Any announced workshop with room: staff may move somebody who chose the wrong kind."""

    mark_optional = False

    def __init__(self, *args, booking: Booking, **kwargs):
        super().__init__(*args, **kwargs)
        dates = Workshop.objects.upcoming().with_venue().exclude(pk=booking.workshop_id)
        self.fields["workshop"] = KindAndWorkshopField(
            label="Move to which workshop?",
            queryset=dates.with_room_for(booking.places).order_by("starts_at"),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={"required": "Choose a workshop", "invalid_choice": "That one has just filled up"},
        )


class KindAndWorkshopField(WorkshopField):
    def label_from_instance(self, obj: Workshop) -> str:
        return f"{obj.get_kind_display()}: {super().label_from_instance(obj)}"


class AddBookingForm(OneContact):
    """What staff ask somebody on the phone."""

    field_order = ["name", "email", "description", "places"]

    name = NameField(label="Their name")
    email = ContactField(
        label="Their email address", required=False, help_text="Leave empty if they have none, or want no mail."
    )
    places = places_field()
    # Names this form, so that pressing the button twice books once.
    key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    may_wait = forms.BooleanField(label="If there is no room, put them on the waiting list", required=False)

    def __init__(self, *args, workshop: Workshop, **kwargs):
        super().__init__(*args, **kwargs)
        offered = descriptions_for(workshop.kind)
        choices = [row for row in offered if is_for(workshop.kind, row[0])]
        self.fields["description"] = forms.ChoiceField(
            label="Which of these describes them best?",
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": "Choose the answer that describes them best"},
        )

        self.order_fields(self.field_order)

    def clean(self):
        cleaned = super().clean()
        has_contact = cleaned.get("email") or cleaned.get("mobile")
        if cleaned.get("may_wait") and not has_contact and "email" not in self.errors:
            label = self.fields["email"].label
            self.add_error("email", f"Somebody who waits needs this, so that we can offer them a place: {label}")
        return cleaned


class FindBookingForm(OneContact):
    """Two things that only the owner of a booking knows together."""

    mark_optional = False
    widths = {"reference": 10}

    reference = forms.CharField(
        label="Your reference",
        help_text="Like KD7-94MX. It is in our first email.",
        max_length=40,
        error_messages={
            "required": "Enter your reference, like KD7-94MX",
            "max_length": "A reference is like KD7-94MX",
        },
    )
    email = ContactField(label="The email address that you gave us")

    def clean_reference(self) -> str:
        return codes.tidied(self.cleaned_data["reference"], codes.REFERENCE)
