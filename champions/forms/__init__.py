"""What people are asked."""

from champions.forms.apart import KeepApartForm
from champions.forms.booking import AgeQuestion, ContactQuestion, DescriptionQuestion, PlacesQuestion, Question
from champions.forms.changing import AddBookingForm, ChangePlacesForm, FindBookingForm, MoveForm, StaffMoveForm
from champions.forms.checks import CheckForm
from champions.forms.guests import GuestForm
from champions.forms.importing import BookingFileForm
from champions.forms.joining import JoinForm
from champions.forms.needs import DecisionForm, MessageForm, NeedForm
from champions.forms.network import (
    AnswerForm,
    DecideInitiativeForm,
    InitiativeForm,
    MergeForm,
    OpenToOthersForm,
    RelayForm,
    TeamQuestionForm,
    UpdateForm,
)
from champions.forms.news import HelpedForm, NewsForm
from champions.forms.planning import VenueForm, WorkshopForm
from champions.forms.reach import AboutYouForm
from champions.forms.scoping import AskForm, ScopingForm
from champions.forms.sign_in import AttendanceForm, AttendeeForm, CertificateCodeForm, CheckInForm
from champions.forms.trainers import AwayForm, LeadingForm

__all__ = [
    "AboutYouForm",
    "AddBookingForm",
    "AgeQuestion",
    "AnswerForm",
    "AskForm",
    "AttendanceForm",
    "AttendeeForm",
    "AwayForm",
    "BookingFileForm",
    "CertificateCodeForm",
    "ChangePlacesForm",
    "CheckForm",
    "CheckInForm",
    "ContactQuestion",
    "DecideInitiativeForm",
    "DecisionForm",
    "DescriptionQuestion",
    "FindBookingForm",
    "GuestForm",
    "HelpedForm",
    "InitiativeForm",
    "JoinForm",
    "KeepApartForm",
    "LeadingForm",
    "MergeForm",
    "MessageForm",
    "MoveForm",
    "NeedForm",
    "NewsForm",
    "OpenToOthersForm",
    "PlacesQuestion",
    "Question",
    "RelayForm",
    "ScopingForm",
    "StaffMoveForm",
    "TeamQuestionForm",
    "UpdateForm",
    "VenueForm",
    "WorkshopForm",
]
