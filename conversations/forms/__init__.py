from conversations.forms.note import CloseForm, FactsForm, PlanForm, PointForm
from conversations.forms.privacy import KeepForm, RedactionForm
from conversations.forms.safety import RungForm, SafetyForm
from conversations.forms.workspace import CodingForm, LinkForm, NotTakenForwardForm, ReasonForm

__all__ = [
    "CloseForm",
    "CodingForm",
    "FactsForm",
    "KeepForm",
    "LinkForm",
    "NotTakenForwardForm",
    "PlanForm",
    "PointForm",
    "ReasonForm",
    "RedactionForm",
    "RungForm",
    "SafetyForm",
]
