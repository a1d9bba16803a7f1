"""Records of other evidence, and a partner's self-check."""

from django import forms

from common.forms import DateInputField, GovukForm
from conversations.choices import PRINCIPLES, SelfCheckAnswer
from conversations.forms.safe_words import SafeForm, SafeModelForm
from conversations.models import PriorityPage, Record

TWO, FIVE = (forms.Textarea(attrs={"rows": rows}) for rows in (2, 5))


class RecordForm(SafeModelForm):
    mark_optional = False

    class Meta:
        model = Record
        fields = ["kind", "title", "year", "place", "source", "scope", "status", "findings", "response"]
        labels = {
            "kind": "What is it?", "title": "Title", "year": "Year", "place": "About where?",
            "source": "Who made it?", "scope": "What does it look at?", "status": "How far is it?",
            "findings": "What did it find?", "response": "What do we do about it?",
        }  # fmt: skip
        widgets = {"scope": TWO, "findings": FIVE, "response": FIVE}
        help_texts = {"findings": "Never a story by which family or friends would know somebody."}


class SupportForm(SafeForm):
    priority = forms.ModelChoiceField(
        PriorityPage.objects.standing(),
        label="Which priority does it support?",
        to_field_name="slug",
        empty_label="Choose one",
    )
    reason = forms.CharField(label="Why?", max_length=500, widget=TWO)


class OwnSelfCheckForm(SafeForm):
    """One question for each of the six principles, as a partner answers them itself."""

    next_step = forms.CharField(label="What will you do next?", max_length=300, required=False, widget=TWO)

    mark_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, words in PRINCIPLES:
            self.fields[code] = forms.ChoiceField(
                label=words, choices=SelfCheckAnswer.choices, widget=forms.RadioSelect
            )
        self.order_fields(["organisation", "on", *(code for code, _ in PRINCIPLES), "next_step"])

    def clean(self) -> dict:
        data = super().clean()
        answers = {code: data.pop(code) for code, _ in PRINCIPLES if code in data}
        return {**data, "answers": answers}


class SelfCheckForm(OwnSelfCheckForm):
    """The same, as an officer writes it down."""

    organisation = forms.CharField(label="Which organisation?", max_length=120)
    on = DateInputField(label="When did it look at itself?")
    next_step = forms.CharField(label="What will it do next?", max_length=300, required=False, widget=TWO)


class AskPartnerForm(GovukForm):
    """Who is asked to look at their own organisation. The address is for one mail, and is not kept."""

    organisation = forms.CharField(label="Which organisation?", max_length=120)
    email = forms.EmailField(label="Whom may we write to?", max_length=254, help_text="We do not keep the address.")
