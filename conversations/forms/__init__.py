from conversations.forms.asking import AskForm
from conversations.forms.note import CloseForm, FactsForm, PlanForm, PointForm
from conversations.forms.photos import PhotosForm
from conversations.forms.privacy import KeepForm, RedactionForm
from conversations.forms.safety import ClosingForm, HideForm, RungForm, SafetyForm
from conversations.forms.taking_out import TakeOutForm
from conversations.forms.upload import UploadForm
from conversations.forms.workspace import CodingForm, LinkForm, NotTakenForwardForm, ReasonForm

__all__ = [
    "AskForm",
    "CloseForm",
    "ClosingForm",
    "CodingForm",
    "FactsForm",
    "HideForm",
    "KeepForm",
    "LinkForm",
    "NotTakenForwardForm",
    "PhotosForm",
    "PlanForm",
    "PointForm",
    "ReasonForm",
    "RedactionForm",
    "RungForm",
    "SafetyForm",
    "TakeOutForm",
    "UploadForm",
]
