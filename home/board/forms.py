"""What the board and those who prepare its meetings fill in."""

from django import forms

from common.forms import DateInputField
from conversations.choices import LensAnswer, RiskLevel
from conversations.forms.safe_words import SafeForm
from conversations.models import PriorityPage
from conversations.models.board import LENS

TWO = forms.Textarea(attrs={"rows": 2})


class RiskForm(SafeForm):
    words = forms.CharField(
        label="What may go wrong?", max_length=300, widget=TWO,
        help_text="With the strategy, and not with a person or a place.",
    )  # fmt: skip
    level = forms.ChoiceField(label="How much would it matter?", choices=RiskLevel.choices, widget=forms.RadioSelect)
    what_we_do = forms.CharField(label="What do we do about it?", max_length=300, widget=TWO)
    owner = forms.CharField(label="Who looks after it?", max_length=120, help_text="A role, never a name.")
    priority = forms.ModelChoiceField(
        PriorityPage.objects.standing(), label="For which priority?", to_field_name="slug", required=False,
        empty_label="For all of it",
    )  # fmt: skip


class AskForm(SafeForm):
    """Something to decide; for another report of the council, seen through the lens."""

    title = forms.CharField(label="What is to be decided?", max_length=200)
    due = DateInputField(label="By when?")
    report = forms.CharField(
        label="Which report of the council is it about?", max_length=200, required=False,
        help_text="Leave this empty for a decision about the strategy itself. Then the lens is not asked.",
    )  # fmt: skip

    mark_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number, (code, question) in enumerate(LENS, start=1):
            self.fields[f"answer_{code}"] = forms.ChoiceField(
                label=f"{number}. {question}", choices=LensAnswer.choices, initial=LensAnswer.UNKNOWN, required=False
            )
            self.fields[f"note_{code}"] = forms.CharField(
                label=f"Why? Note on question {number}", max_length=300, required=False, widget=TWO
            )

    def clean(self) -> dict:
        data = super().clean()
        answers = {
            code: {"answer": data.pop(f"answer_{code}", ""), "note": data.pop(f"note_{code}", "")} for code, _ in LENS
        }
        for code, one in answers.items():
            if data.get("report") and one["answer"] == LensAnswer.HARMS and not one["note"]:
                self.add_error(f"note_{code}", "Say what the harm could be, so that it can be put right")
        known = {code: one for code, one in answers.items() if one["answer"]}
        return {**data, "answers": known if data.get("report") else {}}


class DecideForm(SafeForm):
    outcome = forms.CharField(
        label="What was decided, and why?", max_length=500, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what was decided, and why"},
    )  # fmt: skip
    on = DateInputField(label="When was that?")
