"""What a facilitator fills in: the plan and the screens of the note."""

import uuid

from django import forms
from django.utils import timezone

from common.forms import DateInputField
from common.models import BigQuestion, EcologicalLevel, Ward
from conversations import answers
from conversations.choices import (
    Audience,
    Consent,
    Feeling,
    Horizon,
    Language,
    PlaceScope,
    PointKind,
    Setting,
    SpeakerRole,
    WhoShouldAct,
)
from conversations.forms.safe_words import SafeForm, SafeModelForm
from conversations.models import Conversation, Point
from conversations.models.conversations import MOST_PEOPLE
from conversations.models.points import LONGEST_POINT
from conversations.steps import Step

EVERYWHERE = "Across the borough, or online"
KIND_WORDS = {
    PointKind.CAUSE: "Something that causes harm",
    PointKind.ROOT_CAUSE: "A root cause: why it happens",
    PointKind.DIFFERENCE: "People saw it differently",
    PointKind.QUESTION: "A question people asked",
}


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

    widths = {"expected_size": 4}

    class Meta:
        model = Conversation
        fields = ["held_on", "setting", "ward", "audience", "host", "expected_size"]


class PointForm(SafeForm):
    """One thing that was said. Which questions it asks depends on the screen."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=LONGEST_POINT)
    who_should_act = forms.MultipleChoiceField(
        label="Who should act?", choices=WhoShouldAct.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    horizon = forms.ChoiceField(label="When?", choices=Horizon.choices, widget=forms.RadioSelect, required=False)
    feeling = forms.ChoiceField(
        label="How many people felt this?", choices=[*Feeling.choices, ("", "Not sure")], widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip
    level = forms.ModelChoiceField(
        EcologicalLevel.objects.all(), label="Where does it start?", required=False, empty_label="Not sure"
    )
    place_scope = forms.ChoiceField(
        label="In what kind of place?", choices=[("", "Not said"), *PlaceScope.choices[:-1]], required=False,
        help_text="Only the kind of place. A name of a street or a building can point at somebody.",
    )  # fmt: skip
    dissent = forms.CharField(
        label="Did anyone see it differently?", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Such as: some parents disagreed, because…",
    )  # fmt: skip
    big_question = forms.ModelChoiceField(
        BigQuestion.objects.all(), label="Is it about one of the three big questions?", required=False,
        empty_label="None of them",
    )  # fmt: skip
    quote_words = forms.CharField(
        label="Their own words", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only if they said yes. Ask: would you be happy to see this on a wall?",
    )  # fmt: skip
    quote_consent = forms.ChoiceField(
        label="Who did they say may read their words?", choices=Consent.choices, widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip
    quote_speaker = forms.ChoiceField(
        label="Who said it?", choices=[("", "Not told"), *SpeakerRole.choices], required=False
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)

    inline = ["who_should_act", "horizon", "feeling"]
    mark_optional = False
    MORE = [
        "feeling",
        "place_scope",
        "level",
        "dissent",
        "big_question",
        "quote_words",
        "quote_consent",
        "quote_speaker",
    ]

    def __init__(self, *args, step: Step, point: Point | None = None, number: int = 1, **kwargs):
        kwargs.setdefault("initial", said_in(point) if point else {"key": str(uuid.uuid4())})
        super().__init__(*args, **kwargs)
        self.step, self.point = step, point
        self.fields["words"].label = f"{step.one.capitalize()} {number}"
        if len(step.kinds) > 1:
            self.fields["kind"] = forms.ChoiceField(
                label="What is it?", widget=forms.RadioSelect, initial=step.kinds[0].value,
                choices=[(kind.value, KIND_WORDS.get(kind, kind.label)) for kind in step.kinds],
            )  # fmt: skip
            self.order_fields(["kind"])
        unused: set[str] = set()
        if PointKind.IDEA not in step.kinds:
            unused |= {"who_should_act", "horizon"}
        if PointKind.CAUSE not in step.kinds:
            unused |= {"level"}
        for name in unused:
            del self.fields[name]

    @property
    def first_fields(self) -> list:
        return [field for field in self.visible_fields() if field.name not in self.MORE]

    @property
    def more_fields(self) -> list:
        return [field for field in self.visible_fields() if field.name in self.MORE]

    @property
    def more_is_open(self) -> bool:
        """Somebody wrote there, or something there is wrong: then it may not be folded away."""
        written = ("feeling", "place_scope", "level", "dissent", "big_question", "quote_words")
        return any(field.errors or (field.name in written and field.value()) for field in self.more_fields)

    @property
    def is_blank(self) -> bool:
        """Nothing was written: the person only wants to go on."""
        return self.is_bound and not any(
            str(self.data.get(name, "")).strip() for name in ("words", "dissent", "quote_words")
        )

    def clean_words(self) -> str:
        words = self.cleaned_data["words"].strip()
        if not words:
            raise forms.ValidationError("Write what people said, in a few plain words")
        return words

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("quote_words") and not cleaned.get("quote_consent"):
            self.add_error(
                "quote_consent", "Choose who may read their words. If they did not say, leave their words out"
            )
        return cleaned

    def said(self) -> dict:
        """What `actions.save_point` takes, `quote` included."""
        data = self.cleaned_data
        quote = {
            "words": data["quote_words"],
            "consent": data["quote_consent"],
            "speaker": data["quote_speaker"] or SpeakerRole.RESIDENT,
        }
        said = {name: data[name] for name in answers.POINT if name in self.fields}
        return {"kind": self.step.kinds[0].value, **said, "quote": quote if quote["words"] else None}


def said_in(point: Point) -> dict:
    """A point as the form shows it."""
    initial = {name: getattr(point, name) for name in answers.POINT}
    if quote := getattr(point, "quote", None):
        initial |= {"quote_words": quote.words, "quote_consent": quote.consent, "quote_speaker": quote.speaker}
    return initial


class CloseForm(SafeModelForm):
    """What the partnership should hear first."""

    class Meta:
        model = Conversation
        fields = answers.CLOSE
        labels = {
            "first_to_hear": "The first thing to hear",
            "second_to_hear": "The second thing to hear",
            "third_to_hear": "The third thing to hear",
            "strength_to_build_on": "One strength to build on",
            "promised": "What did you promise people, and how will you tell them?",
            "who_was_missing": "Who was quiet, and who was missing?",
            "my_view": "What do you think yourself?",
        }
        help_texts = {
            "who_was_missing": "Groups, not people. Such as: hardly any fathers came.",
            "my_view": "So that it stays apart from what people said. Would a colleague have heard the same?",
        }
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in answers.CLOSE}

    mark_optional = False

    def facts(self) -> dict:
        return self.cleaned_data
