"""One thing that was said, as a facilitator writes it down."""

import uuid

from django import forms

from common.models import BigQuestion, EcologicalLevel
from conversations import answers
from conversations.choices import (
    Consent,
    ConsentHow,
    Feeling,
    Horizon,
    PlaceScope,
    PointKind,
    SpeakerRole,
    WhoShouldAct,
)
from conversations.forms.safe_words import SafeForm
from conversations.models import Point
from conversations.models.conversations import QUOTE_CARDS
from conversations.models.points import LONGEST_POINT
from conversations.steps import Step

KIND_WORDS = {
    PointKind.CAUSE: "Something that causes harm",
    PointKind.ROOT_CAUSE: "A root cause: why it happens",
    PointKind.DIFFERENCE: "People saw it differently",
    PointKind.QUESTION: "A question people asked",
}


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
    quote_consent_how = forms.ChoiceField(
        label="How did they say yes?", choices=ConsentHow.choices, widget=forms.RadioSelect, required=False
    )
    quote_card = forms.TypedChoiceField(
        label="Which card did you give them?", required=False, coerce=int, empty_value=None,
        choices=[("", "None"), *((number, f"Card {number}") for number in range(1, QUOTE_CARDS + 1))],
        help_text="With the code on it they can take their words out at any time. If none, you get a code for them.",
    )  # fmt: skip
    quote_speaker = forms.ChoiceField(
        label="Who said it?", choices=[("", "Not told"), *SpeakerRole.choices], required=False
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)

    # Nobody typed the key: we drew it, and one in a hundred holds the digits of a phone or NHS number by chance.
    unchecked = frozenset({"key"})
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
        "quote_consent_how",
        "quote_card",
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
        if cleaned.get("quote_words") and not cleaned.get("quote_consent_how"):
            self.add_error("quote_consent_how", "Choose how they said yes, such as: they told me")
        return cleaned

    def said(self) -> dict:
        """What `actions.save_point` takes, `quote` included."""
        data = self.cleaned_data
        quote = {
            "words": data["quote_words"],
            "consent": data["quote_consent"],
            "consent_how": data["quote_consent_how"],
            "card": data["quote_card"],
            "speaker": data["quote_speaker"] or SpeakerRole.RESIDENT,
        }
        said = {name: data[name] for name in answers.POINT if name in self.fields}
        return {"kind": self.step.kinds[0].value, **said, "quote": quote if quote["words"] else None}


def said_in(point: Point) -> dict:
    """A point as the form shows it."""
    initial = {name: getattr(point, name) for name in answers.POINT}
    if quote := getattr(point, "quote", None):
        initial |= {f"quote_{name}": getattr(quote, name) for name in (*answers.QUOTE, "card")}
    return initial
