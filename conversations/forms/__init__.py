from conversations.forms.asking import AskForm
from conversations.forms.codebook import CodebookFileForm, MergeForm, NewThemeForm, RawExportForm, SplitForm, ThemeForm
from conversations.forms.coding import CodingForm, DecisionForm
from conversations.forms.cohorts import BuddiesForm, DebriefForm, PlaceForm
from conversations.forms.correcting import CorrectionForm, DecisionOnCorrectionForm
from conversations.forms.following import CardForm, FollowerForm
from conversations.forms.note import CloseForm, FactsForm, KeepFromForm, PlanForm, TypeInForm
from conversations.forms.people import PeopleForm
from conversations.forms.photos import PhotosForm
from conversations.forms.points import PointForm
from conversations.forms.privacy import KeepForm, RedactionForm
from conversations.forms.records import AskPartnerForm, OwnSelfCheckForm, RecordForm, SelfCheckForm, SupportForm
from conversations.forms.safety import ClosingForm, FoundForm, HideForm, RungForm, SafetyForm
from conversations.forms.strategy import (
    ActionForm,
    BoardForm,
    CommentForm,
    EditionForm,
    FollowForm,
    IndicatorForm,
    InitiativesForm,
    LearningForm,
    MeasureForm,
    PriorityForm,
    QuarterFileForm,
    ReadingForm,
    ReadingsFileForm,
    ReviewForm,
    SplitPriorityForm,
)
from conversations.forms.taking_out import TakeOutForm
from conversations.forms.telling import TellForm, WordsForm
from conversations.forms.upload import UploadForm
from conversations.forms.workspace import ChosenThemeForm, LinkForm, NotTakenForwardForm, ReasonForm, WithdrawForm

__all__ = [
    "ActionForm",
    "AskForm",
    "AskPartnerForm",
    "BoardForm",
    "BuddiesForm",
    "CardForm",
    "ChosenThemeForm",
    "CloseForm",
    "ClosingForm",
    "CodebookFileForm",
    "CodingForm",
    "CommentForm",
    "CorrectionForm",
    "DebriefForm",
    "DecisionForm",
    "DecisionOnCorrectionForm",
    "EditionForm",
    "FactsForm",
    "FollowForm",
    "FollowerForm",
    "FoundForm",
    "HideForm",
    "IndicatorForm",
    "InitiativesForm",
    "KeepForm",
    "KeepFromForm",
    "LearningForm",
    "LinkForm",
    "MeasureForm",
    "MergeForm",
    "NewThemeForm",
    "NotTakenForwardForm",
    "OwnSelfCheckForm",
    "PeopleForm",
    "PhotosForm",
    "PlaceForm",
    "PlanForm",
    "PointForm",
    "PriorityForm",
    "QuarterFileForm",
    "RawExportForm",
    "ReadingForm",
    "ReadingsFileForm",
    "ReasonForm",
    "RecordForm",
    "RedactionForm",
    "ReviewForm",
    "RungForm",
    "SafetyForm",
    "SelfCheckForm",
    "SplitForm",
    "SplitPriorityForm",
    "SupportForm",
    "TakeOutForm",
    "TellForm",
    "ThemeForm",
    "TypeInForm",
    "UploadForm",
    "WithdrawForm",
    "WordsForm",
]
