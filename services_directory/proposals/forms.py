"""The form in which a provider edits an entry: its fields, and rows for what it has several of. It stores nothing."""

from typing import Any
from uuid import uuid4

from django import forms
from django.forms import BaseFormSet, formset_factory

from common.forms import DateInputField, GovukForm, GovukModelForm, GovukRenderer
from common.postcodes import POSTCODE
from services_directory.clock_times import ClockField
from services_directory.models import (
    Contact,
    Language,
    Phone,
    Schedule,
    ScheduleException,
    ServiceAtLocation,
    ServicePage,
)
from services_directory.proposals.facts import ANSWERS, CHOSEN, FIELDS, PLAIN, ROWS, Facts, keys_of, plain

MOST_ROWS = 40
LONGEST_REASON = 500


class EntryForm(GovukModelForm):
    """One answer for each fact that is not a list. The page is asked for its rules alone, and never saved."""

    widths = {"minimum_age": 3, "maximum_age": 3}

    website = forms.URLField(label="Website", max_length=200, required=False, assume_scheme="https")

    class Meta:
        model = ServicePage
        fields = FIELDS
        labels = {
            "title": "Name of the service",
            "summary": "What it is, in one sentence",
            "status": "Is it running?",
            "hours": "In words, if the times below cannot say it",
            "referral": "How do people get to it?",
            "drop_in": "People can drop in, without an appointment",
            "in_person": "People are seen in person",
            "by_phone": "People are helped by phone",
            "online": "People are helped online",
            "police_involvement": "Are the police part of it?",
        }
        help_texts = {
            "title": "As people know it.",
            "summary": "It stands in the list, and first on the page.",
            "status": "If it has closed for good, people must not be sent there.",
            "drop_in": "",
            "needs": "Tick what people come to you with, and nothing more: they look for it under these names.",
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 5}),
            "application_process": forms.Textarea(attrs={"rows": 4}),
            "minimum_age": forms.TextInput,
            "maximum_age": forms.TextInput,
            "needs": forms.CheckboxSelectMultiple,
            "audiences": forms.CheckboxSelectMultiple,
        }

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        for name in ANSWERS:
            if self.initial.get(name) and name in cleaned and not cleaned[name]:
                self.add_error(name, "Choose an answer. People need it before they get in touch.")
        return cleaned

    def facts(self) -> Facts:
        """What was written, as JSON holds it. Call after `is_valid`."""
        facts: Facts = {name: plain(self.cleaned_data[name]) for name in PLAIN}
        return facts | {name: keys_of(self.cleaned_data[name]) for name in CHOSEN}


class Row(GovukModelForm):
    """One of several. Its id says which part of the entry it is; a new one has none yet."""

    mark_optional = False
    # Whether it may hold at one place of the service only.
    may_name_a_place = False

    uuid = forms.CharField(required=False, widget=forms.HiddenInput)
    often = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.ChoiceField(label="At which place?", required=False)

    def __init__(self, *args, places: dict[str, str], known: set[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.known = known
        if places and self.may_name_a_place:
            self.fields["place"].choices = [("", "Everywhere"), *places.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["place"]

    def clean_uuid(self) -> str:
        """The id of a part that was there, or a new one: an id that we did not hand out is not believed."""
        given = self.cleaned_data["uuid"]
        return given if given in self.known else str(uuid4())

    def facts(self, names: tuple[str, ...]) -> Facts:
        return {name: plain(self.cleaned_data.get(name)) for name in names}


class PhoneRow(Row):
    may_name_a_place = True

    class Meta:
        model = Phone
        fields = ROWS["phones"][1]


class HoursRow(Row):
    may_name_a_place = True
    widths = {"opens_at": 5, "closes_at": 5}

    opens_at = ClockField(label="Opens at", help_text="Like 9am or 17:30.")
    closes_at = ClockField(label="Closes at", help_text="Midnight to midnight is day and night.")

    class Meta:
        model = Schedule
        fields = ROWS["schedules"][1]


class DayRow(Row):
    may_name_a_place = True
    widths = {"opens_at": 5, "closes_at": 5}

    date = DateInputField(label="Which day?")
    opens_at = ClockField(label="Opens at", help_text="Leave both times empty if it is closed.", required=False)
    closes_at = ClockField(label="Closes at", required=False)

    class Meta:
        model = ScheduleException
        fields = ROWS["exceptions"][1]


class LanguageRow(Row):
    class Meta:
        model = Language
        fields = ROWS["spoken_languages"][1]


class PlaceRow(Row):
    """A place as people find it. What stands of it in the directory is changed only when an officer says yes."""

    widths = {"postal_code": 10}

    name = forms.CharField(label="Name of the place", max_length=120, help_text="As it stands on its door.")
    address_1 = forms.CharField(label="Street and number", max_length=200, required=False)
    postal_code = forms.CharField(label="Postcode", max_length=10, required=False)

    class Meta:
        model = ServiceAtLocation
        fields = ("description",)

    field_order = ("uuid", "name", "address_1", "postal_code", "description")

    def clean_postal_code(self) -> str:
        """As it is written on a letter. What stood there before is left as it is."""
        typed = self.cleaned_data["postal_code"]
        known = POSTCODE.match("".join(typed.split()).upper())
        if not typed or "postal_code" not in self.changed_data:
            return typed
        if known is None:
            raise forms.ValidationError("Write the whole postcode, such as SE6 4RU.")
        return f"{known[1]} {known[2]}"


class ContactRow(Row):
    class Meta:
        model = Contact
        fields = ROWS["contacts"][1]


class Rows(BaseFormSet):
    """All rows of one kind, with a few empty ones below. An empty row that nobody fills in is no row."""

    renderer = GovukRenderer()
    heading = ""
    one = ""

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Take this off"

    def facts(self, name: str) -> list[Facts]:
        """The rows that are left, in their order, as JSON holds them."""
        left = [form for form in self.forms if form.has_changed() or form in self.initial_forms]
        return [_row(name, form) for form in left if not form.cleaned_data.get("DELETE")]


def _row(name: str, form: Row) -> Facts:
    placed = ("place",) if form.may_name_a_place else ()
    often = ("often",) if name == "schedules" else ()
    return form.facts(("uuid", *ROWS[name][1], *placed, *often))


# What the rows are called, all and one; how one is drawn; how many empty ones stand below.
KINDS: dict[str, tuple[str, str, type[Row], int]] = {
    "phones": ("Phone numbers", "Phone number", PhoneRow, 1),
    "schedules": ("Opening hours", "Hours", HoursRow, 3),
    "exceptions": ("Days that are different", "Day", DayRow, 1),
    "spoken_languages": ("Languages that you speak", "Language", LanguageRow, 1),
    "places": ("Places", "Place", PlaceRow, 1),
    "contacts": ("People whom we may ask", "Person", ContactRow, 1),
}


def rows_form(name: str, data, base: Facts, start: Facts, places: dict[str, str]) -> Rows:
    """The rows of one kind, filled in from `start`. Only ids that stand in `base` or `start` are believed."""
    heading, one, row, extra = KINDS[name]
    made = formset_factory(
        row,
        formset=Rows,
        extra=extra,
        can_delete=True,
        can_delete_extra=False,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
    )
    known = {part["uuid"] for facts in (base, start) for part in facts[name]}
    rows: Any = made(data, prefix=name, initial=start[name], form_kwargs={"places": places, "known": known})
    rows.heading, rows.one = heading, one
    return rows


class DecisionForm(GovukForm):
    """What the officer writes back to the provider."""

    reason = forms.CharField(
        label="What should the provider know?", max_length=LONGEST_REASON, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They read it in a mail. Needed when you send it back, and never about a person.",
    )  # fmt: skip
