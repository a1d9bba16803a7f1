"""What a facilitator fills in: the plan and the screens of the note."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import User
from common.forms import DateInputField, GovukForm
from common.models import Ward
from conversations import answers
from conversations.choices import (
    Audience,
    EnteredFrom,
    Language,
    Setting,
)
from conversations.cohorts import who_may_record
from conversations.forms.safe_words import SafeModelForm
from conversations.models import Conversation, GuideVersion
from conversations.models.conversations import MOST_PEOPLE, NOTE_READERS

EVERYWHERE = "Across the borough, or online"


class FactsForm(SafeModelForm):
    """When, where and how many: counts only, never names."""

    held_on = DateInputField(label="What day was it?")
    setting = forms.ChoiceField(label="What kind of place was it?", choices=Setting.choices)
    ward = forms.ModelChoiceField(
        Ward.objects.all(), label="Which part of the borough?", required=False, empty_label=EVERYWHERE,
        error_messages={"invalid_choice": "Choose a ward from the list"},
    )  # fmt: skip
    language = forms.ChoiceField(label="Which language did people mostly speak?", choices=Language.choices)
    total_attended = forms.IntegerField(
        label="How many people took part?", min_value=1, max_value=MOST_PEOPLE,
        error_messages={
            "required": "Enter how many people took part, like 12",
            "invalid": "Enter how many people took part as a number, like 12",
            "min_value": "Enter 1 or more",
            "max_value": f"Enter {MOST_PEOPLE} or fewer",
        },
    )  # fmt: skip
    under_18s_present = forms.TypedChoiceField(
        label="Did anyone under 18 take part?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes", empty_value=None, error_messages={"required": "Choose yes or no"},
    )  # fmt: skip
    opening_words_read = forms.BooleanField(
        label="The opening words were read out at the start", required=False,
        help_text="They tell people that we write down ideas and not names, and that they can leave at any time.",
    )  # fmt: skip

    inline = ["under_18s_present"]
    widths = {"total_attended": 4}

    class Meta:
        model = Conversation
        fields = answers.FACTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = self.instance.under_18s_present
        self.initial["under_18s_present"] = {True: "yes", False: "no"}.get(known, "")

    def clean_held_on(self):
        held_on = self.cleaned_data["held_on"]
        if held_on > timezone.localdate():
            raise forms.ValidationError("Enter a day that has been. You can write the note once people have met")
        return held_on

    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class PlanForm(SafeModelForm):
    """A conversation to come."""

    held_on = DateInputField(label="What day will it be?")
    setting = forms.ChoiceField(label="What kind of place is it?", choices=Setting.choices)
    ward = FactsForm.base_fields["ward"]
    audience = forms.ChoiceField(label="Who is it for?", choices=Audience.choices)
    host = forms.CharField(
        label="Host organisation", required=False, max_length=120,
        help_text="A group or a place, never a person. It is not shown to the public.",
    )  # fmt: skip
    expected_size = forms.IntegerField(
        label="How many people may come?", required=False, min_value=1, max_value=MOST_PEOPLE,
        error_messages=FactsForm.base_fields["total_attended"].error_messages,
    )  # fmt: skip

    guide = forms.ModelChoiceField(
        GuideVersion.objects.none(), label="Which guide do you use?", required=False, empty_label=None,
        help_text="The questions that you ask. Take the first one, unless you agreed on another.",
    )  # fmt: skip
    is_launch = forms.BooleanField(
        label="It is the launch conversation, with the Mayor", required=False, help_text="There is one of these."
    )

    widths = {"expected_size": 4}

    class Meta:
        model = Conversation
        fields = ["held_on", "setting", "ward", "audience", "host", "expected_size", "guide", "is_launch"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guide"].queryset = guides = GuideVersion.objects.in_use()
        if not guides:
            del self.fields["guide"]
        if Conversation.objects.launch().exists():
            del self.fields["is_launch"]


class TypeInForm(PlanForm):
    """A conversation that was held, for the facilitator who wrote on paper or told it on the phone."""

    facilitator = forms.ModelChoiceField(
        User.objects.none(), label="Who held it?", empty_label="Choose a facilitator",
        help_text="Only who is trained today is on this list. They see the note among their own.",
        error_messages={"required": "Choose who held it", "invalid_choice": "Choose somebody from the list"},
    )  # fmt: skip
    entered_from = forms.ChoiceField(
        label="How did it come to you?", choices=EnteredFrom.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose on paper or by phone"},
    )  # fmt: skip
    held_on = DateInputField(label="What day was it?")
    setting = forms.ChoiceField(label="What kind of place was it?", choices=Setting.choices)
    audience = forms.ChoiceField(label="Who was it for?", choices=Audience.choices)

    field_order = ["facilitator", "entered_from"]

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        # Your own note you write as a facilitator.
        self.fields["facilitator"].queryset = who_may_record().exclude(pk=by.pk)  # type: ignore[attr-defined]
        self.fields.pop("expected_size")

    clean_held_on = FactsForm.clean_held_on


class KeepFromForm(GovukForm):
    """Readers who are part of what was said."""

    people = forms.ModelMultipleChoiceField(
        User.objects.none(), label="Keep this note from", required=False, widget=forms.CheckboxSelectMultiple
    )

    mark_optional = False

    def __init__(self, *args, readers, **kwargs):
        super().__init__(*args, **kwargs)
        people: Any = self.fields["people"]
        people.queryset, people.label_from_instance = readers, _with_role


def _with_role(user: User) -> str:
    roles = {group.name for group in user.groups.all()}
    return f"{user} ({', '.join(role.label.lower() for role in NOTE_READERS if role.value in roles)})"


class CloseForm(SafeModelForm):
    """What the partnership should hear first, and how the people who took part will hear what came of it."""

    tell_by = DateInputField(label="By when?", required=False)

    class Meta:
        model = Conversation
        fields = answers.CLOSE
        labels = {
            "first_to_hear": "The first thing to hear",
            "second_to_hear": "The second thing to hear",
            "third_to_hear": "The third thing to hear",
            "strength_to_build_on": "One strength to build on",
            "promised": "What did you promise people?",
            "how_to_tell": "How will you tell them what came of this?",
            "who_was_missing": "Who was quiet, and who was missing?",
            "my_view": "What do you think yourself?",
        }
        help_texts = {
            "how_to_tell": "Such as: a letter to the school, or at the next meeting. No names, no addresses.",
            "who_was_missing": "Groups, not people. Such as: hardly any fathers came.",
            "my_view": "So that it stays apart from what people said. Would a colleague have heard the same?",
        }
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in answers.CLOSE if name != "tell_by"}

    mark_optional = False

    def facts(self) -> dict:
        return self.cleaned_data
