"""Workshops and venues, as staff plan them."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from champions.models import Venue, Workshop
from champions.models.workshops import BOOKING_CLOSES, MOST_PLACES, USUAL_LENGTH
from common.forms import DateInputField, GovukModelForm

AN_HOUR = timedelta(hours=1)
# Two weeks: longer than any interpreter or kitchen needs to know the number.
LONGEST_CLOSED = 14 * 24


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

    widths = {"begins": 5, "finishes": 5, "capacity": 2, "minimum": 2, "closes_before": 3}
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
    opens_on = DateInputField(
        label="From which day can people book?",
        help_text="Leave empty if they can book as soon as you publish it.",
        required=False,
    )
    closes_before = forms.IntegerField(
        label="How many hours before the start does booking close?",
        help_text="The waiting list closes then too. Leave empty for two hours.",
        required=False,
        min_value=1,
        max_value=LONGEST_CLOSED,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    class Meta:
        model = Workshop
        fields = [
            "title",
            "kind",
            "summary",
            "venue",
            "facilitating_team",
            "police_present",
            "guest_organisations",
            "guests",
            "capacity",
            "minimum",
        ]
        widgets = {
            "kind": forms.RadioSelect,
            "police_present": forms.RadioSelect,
            "guest_organisations": forms.CheckboxSelectMultiple,
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
            times |= {
                "opens_on": timezone.localdate(instance.booking_opens_at),
                "closes_before": int(instance.closes_before / AN_HOUR),
            }
            kwargs["initial"] = times | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def clean_capacity(self):
        capacity = self.cleaned_data["capacity"]
        if capacity < self.instance.seats_taken:
            raise ValidationError(
                f"{self.instance.seats_taken} places are booked already, or kept for people whom we asked. "
                f"Choose {self.instance.seats_taken} or more, or first move bookings to another date: "
                "open “Who has booked, and who waits”."
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
            self._set_booking_times(cleaned)
        return cleaned

    @property
    def details(self) -> dict:
        """What actions.create and actions.change take."""
        asked = {name: self.cleaned_data[name] for name in [*self.Meta.fields, "starts_at", "ends_at"]}
        booking = ("booking_opens_at", "booking_closes_at")
        return asked | {name: self.cleaned_data[name] for name in booking if name in self.cleaned_data}

    def _end(self, day, begins: time, finishes: time | None) -> datetime:
        if finishes is None:
            return _moment(day, begins) + USUAL_LENGTH
        # An end before the start means the next morning.
        return _moment(day + timedelta(days=finishes <= begins), finishes)

    def _set_booking_times(self, cleaned: dict) -> None:
        """Only those that somebody gave or changed: the others stay as they are, or as actions.create makes them."""
        if "opens_on" in self.changed_data:
            day = cleaned.get("opens_on")
            cleaned["booking_opens_at"] = _moment(day, time.min) if day else timezone.now()
        if "closes_before" in self.changed_data:
            hours = cleaned.get("closes_before")
            cleaned["booking_closes_at"] = cleaned["starts_at"] - (hours * AN_HOUR if hours else BOOKING_CLOSES)
        opens_at = cleaned.get("booking_opens_at", self.instance.booking_opens_at)
        if opens_at > cleaned.get("booking_closes_at", cleaned["starts_at"]):
            self.add_error("opens_on", "Choose a day before booking closes")

    def _refuse_the_past(self, starts_at: datetime) -> None:
        if starts_at <= timezone.now():
            self.add_error("day", "Choose a day that is still to come")


def _moment(day, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
