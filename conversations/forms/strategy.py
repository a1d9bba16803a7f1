"""What those who make the strategy fill in: priorities, actions, measures, figures, what was learned, editions."""

from django import forms

from champions.models import Initiative
from common.forms import DateInputField, GovukForm
from conversations.choices import LearningKind
from conversations.forms.safe_words import SafeForm, SafeModelForm
from conversations.models import Action, Aim, Indicator, PriorityPage, Reading, Theme

TWO, THREE, FIVE = (forms.Textarea(attrs={"rows": rows}) for rows in (2, 3, 5))


class PriorityForm(SafeForm):
    """Its words, short enough to be read."""

    title = forms.CharField(label="What we promise, in one line", max_length=120)
    aim = forms.ModelChoiceField(
        Aim.objects.all(), label="Which of the five aims does it serve?", to_field_name="code", required=False,
        empty_label="Not chosen yet",
    )  # fmt: skip
    summary = forms.CharField(label="In one or two sentences", max_length=240, required=False, widget=TWO)
    understood = forms.CharField(
        label="What we understood", max_length=1000, required=False, widget=THREE,
        help_text="What people told us, in plain words. Not what one group said.",
    )  # fmt: skip
    strength = forms.CharField(label="Which strength can we build on?", max_length=500, required=False, widget=TWO)
    root_cause = forms.CharField(label="What lies behind it?", max_length=500, required=False, widget=TWO)
    in_three_years = forms.CharField(label="In 3 years", max_length=500, required=False, widget=TWO)
    in_five_years = forms.CharField(label="In 5 years", max_length=500, required=False, widget=TWO)
    in_ten_years = forms.CharField(label="In 10 years", max_length=500, required=False, widget=TWO)
    owner_role = forms.CharField(
        label="Who owns it?", max_length=120, required=False,
        help_text="A role, such as “Head of Public Protection”. Never a name.",
    )  # fmt: skip

    mark_optional = False


class CommentForm(SafeForm):
    words = forms.CharField(label="What do you think of it?", max_length=1000, widget=THREE)


class SplitPriorityForm(SafeForm):
    title = forms.CharField(label="What does the new priority promise?", max_length=120)
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(), label="Which themes lead to the new one as well?", to_field_name="code",
        widget=forms.CheckboxSelectMultiple, error_messages={"required": "Choose at least one theme"},
    )  # fmt: skip
    actions = forms.ModelMultipleChoiceField(
        Action.objects.none(), label="Which actions go to the new one?", to_field_name="code", required=False,
        help_text="They show again on the website when the publisher has published the new page.",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args, priority: PriorityPage, **kwargs):
        super().__init__(*args, **kwargs)
        themes = Theme.objects.filter(pk__in=priority.links.values("theme"))
        self.fields["themes"].queryset = themes  # type: ignore[attr-defined]
        self.fields["actions"].queryset = priority.actions.all()  # type: ignore[attr-defined]


class FollowForm(SafeForm):
    by_priority = forms.ModelChoiceField(
        PriorityPage.objects.none(), label="Which priority follows it?", to_field_name="slug", empty_label="Choose one",
        help_text="Every theme, action and measure goes along. The old address stays, and leads on.",
    )  # fmt: skip

    def __init__(self, *args, priority: PriorityPage, **kwargs):
        super().__init__(*args, **kwargs)
        others = PriorityPage.objects.live().standing().exclude(pk=priority.pk)
        self.fields["by_priority"].queryset = others  # type: ignore[attr-defined]


class ActionForm(SafeModelForm):
    """One action. That it has an owner, and a reason where one is due, is the model's to ask."""

    due = DateInputField(label="When is it due?", required=False)

    unchecked = ("owner_email",)
    mark_optional = False

    class Meta:
        model = Action
        fields = [
            "title", "priority", "owner", "owner_email", "partners", "horizon", "due", "cost", "status",
            "status_reason", "is_draft",
        ]  # fmt: skip
        labels = {
            "title": "What will be done?", "priority": "For which priority?", "owner": "Who owns it?",
            "owner_email": "The owner’s mailbox", "partners": "Together with whom?", "horizon": "For which horizon?",
            "cost": "What does it cost in all?", "status": "How is it going?",
            "status_reason": "Why is it delayed or stopped?", "is_draft": "It is a draft: nobody has agreed it yet",
        }  # fmt: skip
        help_texts = {"owner_email": "A shared mailbox of that role. It gets a reminder four times a year."}
        error_messages = {
            "title": {"required": "Say what will be done"},
            "owner": {"required": "Say who owns this: a role, such as “Head of Public Protection”"},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        priority = self.fields["priority"]
        priority.queryset, priority.empty_label = PriorityPage.objects.standing(), "None yet"


class InitiativesForm(GovukForm):
    """What people have begun that belongs to an action: those that everybody can see today."""

    mark_optional = False

    initiatives = forms.ModelMultipleChoiceField(
        Initiative.objects.none(), label="Which of these belong to it?", widget=forms.CheckboxSelectMultiple,
        required=False, error_messages={"invalid_choice": "Choose from the list"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["initiatives"].queryset = Initiative.objects.shown()  # type: ignore[attr-defined]


class LearningForm(SafeForm):
    kind = forms.ChoiceField(label="What is it?", choices=LearningKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="What did we learn?", max_length=500, widget=THREE, help_text="Everybody can read this. Blame nobody."
    )
    priority = forms.ModelChoiceField(
        PriorityPage.objects.standing(), label="With which priority?", to_field_name="slug", required=False,
        empty_label="With all of it",
    )  # fmt: skip
    on = DateInputField(label="When was that?")


class IndicatorForm(SafeModelForm):
    """The definition first. A target needs a start: the model says so."""

    defined_on = DateInputField(label="When was this definition agreed?", required=False)
    baseline_on = DateInputField(label="The day of the start", required=False)
    target_on = DateInputField(label="By when do we want to be there?", required=False)

    mark_optional = False

    class Meta:
        model = Indicator
        fields = [
            "name", "definition", "defined_on", "kind", "source", "area", "owner", "unit", "counts_people", "least",
            "most", "baseline", "baseline_on", "target", "target_on", "fed_by",
        ]  # fmt: skip
        labels = {
            "name": "What do we call it?", "definition": "What does it count, and what not?",
            "kind": "What kind of measure is it?", "source": "Where do the figures come from?",
            "area": "For which area?", "owner": "Who owns it?", "unit": "In what unit?",
            "counts_people": "It counts people, or what they are", "least": "The least that it can be",
            "most": "The most that it can be", "baseline": "Where did we start?",
            "target": "Where do we want to be?", "fed_by": "Does the platform count it by itself?",
        }  # fmt: skip
        widgets = {"definition": THREE}


class MeasureForm(SafeForm):
    indicator = forms.ModelChoiceField(
        Indicator.objects.all(), label="Which measure would show it?", to_field_name="code", empty_label="Choose one"
    )
    reason = forms.CharField(label="Why this one?", max_length=500, widget=TWO)


class ReadingForm(SafeModelForm):
    on = DateInputField(label="Which day is it about?")

    class Meta:
        model = Reading
        fields = ["on", "value", "note"]
        labels = {"value": "The figure", "note": "What does one have to know to read it?"}


class ReadingsFileForm(SafeForm):
    file = forms.FileField(
        label="Your file", help_text="CSV, with the headings: indicator, date, figure, note.",
        error_messages={"required": "Choose the file with the figures", "empty": "The file is empty"},
    )  # fmt: skip


class EditionForm(SafeForm):
    what = forms.CharField(label="What is new in this edition?", max_length=500, widget=TWO)


class ReviewForm(SafeForm):
    """The community review."""

    on = DateInputField(label="When did people look at it?")
    with_whom = forms.CharField(
        label="Who looked at it?", max_length=300, widget=TWO, help_text="Groups, such as “the Youth Panel”. No names."
    )
    changed = forms.CharField(
        label="What did that change?", max_length=2000, widget=FIVE,
        help_text="Everybody can read this. If it changed nothing, say why.",
    )  # fmt: skip


class BoardForm(SafeForm):
    """What the board decided about an edition."""

    agrees = forms.TypedChoiceField(
        label="What did the board decide?", choices=[("yes", "It agrees"), ("no", "Not yet: something should change")],
        coerce=lambda answer: answer == "yes", widget=forms.RadioSelect,
    )  # fmt: skip
    said = forms.CharField(label="What did it say?", max_length=500, required=False, widget=THREE)
    on = DateInputField(label="When was that?")


class QuarterFileForm(SafeForm):
    file = forms.FileField(
        label="The sheet that you filled in", help_text="The Excel file (.xlsx) that you downloaded here.",
        error_messages={"required": "Choose the sheet that you filled in", "empty": "The file is empty"},
    )  # fmt: skip
