"""What people are asked. Each booking form is one screen."""

import unicodedata
from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from champions.choices import RoleType, Setting, descriptions_for
from champions.models import Booking, Venue, Workshop
from champions.models.bookings import MOST_IN_A_GROUP
from champions.models.workshops import MOST_PLACES, USUAL_LENGTH
from common.forms import DateInputField, GovukForm, GovukModelForm
from common.models import Ward

LONGEST_NAME = 120
LONGEST_EMAIL = 254
YES_OR_NO = [("yes", "Yes"), ("no", "No")]


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


class Question(GovukForm):
    """One screen of the booking form, which knows the workshop that it is about."""

    mark_optional = False

    def __init__(self, *args, workshop: Workshop, **kwargs):
        self.workshop = workshop
        super().__init__(*args, **kwargs)

    @property
    def page_title(self) -> str:
        return self.fields[self.page_heading].label if self.page_heading else "Who is coming?"


class AgeQuestion(Question):
    page_heading = "is_adult"
    inline = ("is_adult",)

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?",
        help_text="Our workshops are for adults. Everyone you bring must be 18 or over too.",
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes if you are 18 or over"},
    )


class DescriptionQuestion(Question):
    page_heading = "description"

    description = forms.ChoiceField(
        label="Which of these describes you best?",
        help_text="There are different workshops for different people. This makes sure that you come to the right one.",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the answer that describes you best"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["description"].choices = descriptions_for(self.workshop.kind)


class PlacesQuestion(Question):
    page_heading = "places"
    inline = ("places",)

    places = forms.TypedChoiceField(
        label="How many people are coming?",
        help_text="Count yourself. We only need the number, not the names of the others.",
        choices=[(number, str(number)) for number in range(1, MOST_IN_A_GROUP + 1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how many people are coming"},
    )


class ContactQuestion(Question):
    name = NameField(label="Your name", help_text="Any name you like to be called.")
    email = ContactField(label="Your email address", help_text="We send your booking here, and tell you of changes.")

    def clean(self):
        # People do not see this box, robots fill it in. A person whose browser filled it in only presses again.
        if self.data.get("website"):
            raise ValidationError(
                "We could not tell that you are a person. Check your answers and press Continue again."
            )
        return super().clean()


class JoinForm(GovukForm):
    """Joining the network after a workshop."""

    mark_optional = False
    inline = ("is_adult",)
    choice_hints = {
        "role_type": {
            RoleType.TRUSTED_ADULT: "You listen to people around you and help them to find a service.",
            RoleType.ADVOCATE: "You also speak up for what your community needs.",
        }
    }

    is_adult = forms.ChoiceField(
        label="Are you 18 or over?",
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes if you are 18 or over"},
    )
    role_type = forms.ChoiceField(
        label="How would you like to take part?",
        choices=RoleType.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you would like to take part"},
    )
    setting = forms.ChoiceField(
        label="Where do you mostly meet people?",
        choices=Setting.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you mostly meet people"},
    )
    ward = forms.ModelChoiceField(
        label="Which part of the borough is that in?",
        queryset=Ward.objects.all(),
        required=False,
        empty_label="All over, or outside the borough",
        error_messages={"invalid_choice": "Choose a part of the borough from the list"},
    )
    agrees = forms.BooleanField(
        label="I agree to the promise",
        error_messages={"required": "Read the promise, and tick the box if you agree to it"},
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_adult") == "no":
            # Nothing else matters then, and nothing else is kept.
            self.errors.clear()
        return cleaned


class AttendanceForm(GovukForm):
    """Who came, of those who booked."""

    came = forms.ModelMultipleChoiceField(
        label="Who came?",
        queryset=Booking.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Somebody on this list has cancelled. The list below is up to date now."},
    )
    mark_optional = False

    def __init__(self, *args, workshop: Workshop, **kwargs):
        super().__init__(*args, **kwargs)
        came = self.fields["came"]
        came.queryset = workshop.bookings.booked().by_name()
        came.label_from_instance = lambda booking: booking.name
        self.choice_hints = {
            "came": {
                booking.pk: f"{booking.reference} · {booking.places} places"
                if booking.places > 1
                else booking.reference
                for booking in came.queryset
            }
        }


class AttendeeForm(GovukForm):
    """Somebody who came with a group, or walked in."""

    mark_optional = False

    name = NameField(label="Their name")
    email = ContactField(label="Their email address", help_text="Their own link to join is sent here.")


class VenueForm(GovukModelForm):
    class Meta:
        model = Venue
        fields = ["name", "address", "area", "step_free", "accessible_toilet", "hearing_loop", "getting_in"]
        widgets = {
            "address": forms.Textarea(attrs={"rows": 3}),
            "getting_in": forms.Textarea(attrs={"rows": 3}),
        }


class WorkshopForm(GovukModelForm):
    """A workshop as staff plan it: a day and two times, which become two moments in London."""

    widths = {"begins": 5, "finishes": 5, "capacity": 2}
    field_order = ["title", "kind", "summary", "day", "begins", "finishes", "venue"]

    day = DateInputField(label="Which day?")
    begins = forms.TimeField(
        label="Starts at",
        help_text="Like 10:00.",
        widget=forms.TextInput,
        error_messages={"required": "Enter a start time, like 10:00", "invalid": "Enter a start time, like 10:00"},
    )
    finishes = forms.TimeField(
        label="Ends at",
        help_text="Leave empty for four hours after the start.",
        widget=forms.TextInput,
        required=False,
        error_messages={"invalid": "Enter an end time, like 14:00"},
    )

    class Meta:
        model = Workshop
        fields = ["title", "kind", "summary", "venue", "facilitating_team", "police_present", "guests", "capacity"]
        widgets = {
            "kind": forms.RadioSelect,
            "police_present": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {
            "title": {"required": "Enter a title, like Community workshop, Catford"},
            "venue": {"required": "Choose a venue"},
            "facilitating_team": {"required": "Enter the team that leads the workshop"},
            "capacity": {
                "required": f"Enter the number of places, up to {MOST_PLACES}",
                "invalid": f"Enter the number of places, up to {MOST_PLACES}",
                "max_value": f"A workshop holds {MOST_PLACES} people at most",
                "min_value": "A workshop needs at least 1 place",
            },
        }

    def __init__(self, *args, instance: Workshop | None = None, **kwargs):
        if instance:
            starts, ends = timezone.localtime(instance.starts_at), timezone.localtime(instance.ends_at)
            times = {"day": starts.date(), "begins": f"{starts:%H:%M}", "finishes": f"{ends:%H:%M}"}
            kwargs["initial"] = times | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def clean_capacity(self):
        capacity = self.cleaned_data["capacity"]
        if capacity < self.instance.seats_taken:
            raise ValidationError(
                f"{self.instance.seats_taken} places are booked already. Choose {self.instance.seats_taken} or more, "
                "or ask people to move to another date first."
            )
        return capacity

    def clean(self):
        cleaned = super().clean()
        day, begins = cleaned.get("day"), cleaned.get("begins")
        if day and begins:
            cleaned["starts_at"] = _moment(day, begins)
            cleaned["ends_at"] = self._end(day, begins, cleaned.get("finishes"))
            if "begins" in self.changed_data or "day" in self.changed_data:
                self._refuse_the_past(cleaned["starts_at"])
        return cleaned

    @property
    def details(self) -> dict:
        """What actions.create and actions.change take."""
        return {name: self.cleaned_data[name] for name in [*self.Meta.fields, "starts_at", "ends_at"]}

    def _end(self, day, begins: time, finishes: time | None) -> datetime:
        if finishes is None:
            return _moment(day, begins) + USUAL_LENGTH
        # An end before the start means the next morning.
        return _moment(day + timedelta(days=finishes <= begins), finishes)

    def _refuse_the_past(self, starts_at: datetime) -> None:
        if starts_at <= timezone.now():
            self.add_error("day", "Choose a day that is still to come")


def _moment(day, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
