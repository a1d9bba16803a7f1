"""What people are asked."""

from champions.forms.booking import AgeQuestion, ContactQuestion, DescriptionQuestion, PlacesQuestion, Question
from champions.forms.joining import JoinForm
from champions.forms.planning import VenueForm, WorkshopForm
from champions.forms.sign_in import AttendanceForm, AttendeeForm

__all__ = [
    "AgeQuestion",
    "AttendanceForm",
    "AttendeeForm",
    "ContactQuestion",
    "DescriptionQuestion",
    "JoinForm",
    "PlacesQuestion",
    "Question",
    "VenueForm",
    "WorkshopForm",
]
