from conversations.forms.asking import AskForm
from conversations.forms.codebook import CodebookFileForm, MergeForm, NewThemeForm, RawExportForm, SplitForm, ThemeForm
from conversations.forms.coding import CodingForm, DecisionForm
from conversations.forms.cohorts import BuddiesForm, DebriefForm, PlaceForm
from conversations.forms.correcting import CorrectionForm, DecisionOnCorrectionForm
from conversations.forms.note import CloseForm, FactsForm, PlanForm
from conversations.forms.people import PeopleForm
from conversations.forms.photos import PhotosForm
from conversations.forms.points import PointForm
from conversations.forms.privacy import KeepForm, RedactionForm
from conversations.forms.safety import ClosingForm, FoundForm, HideForm, RungForm, SafetyForm
from conversations.forms.taking_out import TakeOutForm
from conversations.forms.telling import TellForm, WordsForm
from conversations.forms.upload import UploadForm
from conversations.forms.workspace import ChosenThemeForm, LinkForm, NotTakenForwardForm, ReasonForm, WithdrawForm

__all__ = [
    "AskForm",
    "BuddiesForm",
    "ChosenThemeForm",
    "CloseForm",
    "ClosingForm",
    "CodebookFileForm",
    "CodingForm",
    "CorrectionForm",
    "DebriefForm",
    "DecisionForm",
    "DecisionOnCorrectionForm",
    "FactsForm",
    "FoundForm",
    "HideForm",
    "KeepForm",
    "LinkForm",
    "MergeForm",
    "NewThemeForm",
    "NotTakenForwardForm",
    "PeopleForm",
    "PhotosForm",
    "PlaceForm",
    "PlanForm",
    "PointForm",
    "RawExportForm",
    "ReasonForm",
    "RedactionForm",
    "RungForm",
    "SafetyForm",
    "SplitForm",
    "TakeOutForm",
    "TellForm",
    "ThemeForm",
    "UploadForm",
    "WithdrawForm",
    "WordsForm",
]
