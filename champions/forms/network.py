"""What the network is for: asking the team, writing to each other, and what people start where they live."""

import re

from django import forms
from django.utils import timezone

from accounts.models import User
from champions.choices import ContactAbout, InitiativeKind, Shared, Topic, UpdateKind
from common.forms import DateInputField, GovukForm
from common.models import Ward
from services_directory.models import ServicePage

LONGEST = 1000
# Ten digits or more, however they are grouped: a date has eight.
_WAY_ROUND = re.compile(r"\S+@\S+\.\S+|(?:\d[\s().-]*){10}|https?://|www\.", re.IGNORECASE)


def has_a_way_round_us(text: str) -> bool:
    """Whether `text` holds a phone number, an email address or a link."""
    return bool(_WAY_ROUND.search(text))


class OpenToOthersForm(GovukForm):
    """What others in the network see, and may write about. Nothing, unless somebody ticks it."""

    mark_optional = False

    may_be_written_to = forms.BooleanField(
        label="Others in the network may write to me",
        required=False,
        help_text="We pass their message on by email. They never see your address.",
    )
    contact_about = forms.MultipleChoiceField(
        label="What may they write about?",
        choices=ContactAbout.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )
    shares = forms.MultipleChoiceField(
        label="What may they see?",
        choices=Shared.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )
    languages = forms.CharField(
        label="Which languages do you speak?", max_length=120, required=False, help_text="Such as: Yoruba, French."
    )


class RelayForm(GovukForm):
    """To somebody else in the network. With a number or an address in it, it is sent once that was pointed out."""

    mark_optional = False

    text = forms.CharField(
        label="Your message",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Please write nothing that says who somebody is whom you helped.",
        error_messages={"required": "Write your message", "max_length": f"Use {LONGEST} letters or fewer"},
    )
    anyway = forms.BooleanField(
        label="Send it with the phone number, email address or link in it",
        error_messages={
            "required": "There is a phone number, an email address or a link in your message. They will see it, and "
            "we cannot take it back. Take it out, or tick this box"
        },
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not has_a_way_round_us(self.data.get("text", "")):
            del self.fields["anyway"]


class TeamQuestionForm(GovukForm):
    mark_optional = False

    topic = forms.ChoiceField(
        label="What is it about?",
        choices=Topic.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about"},
    )
    text = forms.CharField(
        label="Your question",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Please write no names, and nothing that says who somebody is.",
        error_messages={"required": "Write your question", "max_length": f"Use {LONGEST} letters or fewer"},
    )


class AnswerForm(GovukForm):
    mark_optional = False

    answer = forms.CharField(
        label="Your answer",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write an answer", "max_length": "Use 3,000 letters or fewer"},
    )


class InitiativeForm(GovukForm):
    """What somebody has started, or gives. The public sees these words, and never who wrote them."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=InitiativeKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
    title = forms.CharField(
        label="What do you call it?", max_length=80, error_messages={"required": "Write what you call it"}
    )
    text = forms.CharField(
        label="What is it, and whom is it for?",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A few sentences. Everybody will read them, so write no phone number and nobody’s name.",
        error_messages={"required": "Write what it is", "max_length": "Use 600 letters or fewer"},
    )
    when = forms.CharField(label="When?", max_length=120, required=False, help_text="Such as: Thursdays at 6pm.")
    ward = forms.ModelChoiceField(
        label="In which part of the borough?",
        queryset=Ward.objects.all(),
        required=False,
        empty_label="All over",
        error_messages={"invalid_choice": "Choose a part of the borough from the list"},
    )
    until = DateInputField(label="Until which day?", required=False, help_text="After that day we stop showing it.")

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if has_a_way_round_us(text):
            raise forms.ValidationError(
                "Take the phone number, email address or link out. People take part through the team"
            )
        return text

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError("Choose today or a later day")
        return until


class DecideInitiativeForm(InitiativeForm):
    """The same words, which staff may put right, and whether everybody sees them."""

    service: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Which service of the directory is it part of?",
        queryset=ServicePage.objects.none(),
        required=False,
        empty_label="None",
        error_messages={"invalid_choice": "Choose a service from the list"},
    )
    shown = forms.ChoiceField(
        label="Do we show it?",
        choices=[("yes", "Yes, everybody can see it"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no"},
    )
    reason = forms.CharField(label="Why not?", max_length=240, required=False, help_text="Whoever sent it reads this.")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        services = ServicePage.objects.live().published().order_by("title")
        self.fields["service"].queryset = services  # type: ignore[attr-defined]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("shown") == "no" and not cleaned.get("reason"):
            self.add_error("reason", "Write why, so that whoever sent it can understand it")
        return cleaned


class UpdateForm(GovukForm):
    """Something that everybody in the network should know."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=UpdateKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
    title = forms.CharField(label="Title", max_length=100, error_messages={"required": "Write a title"})
    text = forms.CharField(
        label="In a few sentences",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="For an event: when and where. For money: for whom, how much, and until when.",
        error_messages={"required": "Write what it is about", "max_length": "Use 600 letters or fewer"},
    )
    link = forms.URLField(
        label="Where can they read more?",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Write a whole address, like https://lewisham.gov.uk/grants"},
    )
    until = DateInputField(label="Until which day do we show it?")

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise forms.ValidationError("Choose today or a later day")
        return until


class MergeForm(GovukForm):
    """Two accounts of one person."""

    mark_optional = False

    keep = forms.ModelChoiceField(
        label="Which account stays?",
        queryset=User.objects.none(),
        empty_label="Choose one",
        error_messages={"required": "Choose the account that stays", "invalid_choice": "Choose from the list"},
    )
    other = forms.ModelChoiceField(
        label="Which account is closed?",
        queryset=User.objects.none(),
        empty_label="Choose one",
        error_messages={"required": "Choose the account to close", "invalid_choice": "Choose from the list"},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(dated_roles__isnull=False, is_active=True).distinct()
        for name in ("keep", "other"):
            field = self.fields[name]
            field.queryset = people.order_by("first_name", "email")  # type: ignore[attr-defined]
            field.label_from_instance = lambda user: f"{user.get_full_name()} ({user.email})".strip()  # type: ignore[attr-defined]
