"""The booking form: each class is one screen."""

from django import forms
from django.core.exceptions import ValidationError

from champions.choices import descriptions_for
from champions.forms.contact import ContactField, NameField, OneContact
from champions.models import Workshop
from champions.models.bookings import MOST_IN_A_GROUP
from common.forms import GovukForm

TOO_MANY = (
    f"One booking is for 1 to {MOST_IN_A_GROUP} people. For a larger group, ask us for a workshop where you are: "
    "the page of all workshops says how"
)
YES_OR_NO = [("yes", "Yes"), ("no", "No")]


class Question(GovukForm):
    """One screen of the booking form, which knows the workshop that it is about."""

    mark_optional = False

    def __init__(self, *args, workshop: Workshop, **kwargs):
        self.workshop = workshop
        super().__init__(*args, **kwargs)

    @property
    def page_title(self) -> str:
        return str(self.fields[self.page_heading].label) if self.page_heading else "Who is coming?"


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


def places_field(**options) -> forms.TypedChoiceField:
    """One to five people, as a number."""
    return forms.TypedChoiceField(
        label="How many people are coming?",
        choices=[(number, str(number)) for number in range(1, MOST_IN_A_GROUP + 1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how many people are coming", "invalid_choice": TOO_MANY},
        **options,
    )


class PlacesQuestion(Question):
    page_heading = "places"
    inline = ("places",)

    places = places_field(help_text="Count yourself. We only need the number, not the names of the others.")


class ContactQuestion(OneContact, Question):  # type: ignore[misc]  # both are drawn forms
    name = NameField(label="Your name", help_text="Any name you like to be called.")
    email = ContactField(label="Your email address", help_text="We send your booking here, and tell you of changes.")

    def clean(self):
        # People do not see this box, robots fill it in. A person whose browser filled it in only presses again.
        if self.data.get("website"):
            raise ValidationError(
                "We could not tell that you are a person. Check your answers and press Continue again."
            )
        return super().clean()
