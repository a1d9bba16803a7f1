"""What the lead organisation fills in: a reason, where a theme leads."""

from django import forms

from common.forms import GovukForm
from conversations.choices import LinkKind
from conversations.forms.safe_words import SafeForm
from conversations.models import PriorityPage, Theme


class ChosenThemeForm(GovukForm):
    """Which theme somebody looks at."""

    theme = forms.ModelChoiceField(
        Theme.objects.said().in_use().with_conversations_counted(), label="Theme", to_field_name="code",
        empty_label=None,
    )  # fmt: skip


class ReasonForm(SafeForm):
    """Why a note is sent back: the facilitator reads it."""

    reason = forms.CharField(
        label="Why are you sending it back?", max_length=500, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Say what to change, kindly and clearly. Do not repeat a name that should not be there.",
        error_messages={"required": "Say why, so that the facilitator knows what to change"},
    )  # fmt: skip


class WithdrawForm(SafeForm):
    """Why a conversation is withdrawn: the words go, this sentence stays."""

    reason = forms.CharField(
        label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is kept, and may be exported. Do not repeat what was said.",
        error_messages={"required": "Say in a sentence why"},
    )  # fmt: skip


class LinkForm(SafeForm):
    """Where a theme leads."""

    priority = forms.ModelChoiceField(
        PriorityPage.objects.standing().order_by("path"), label="Which priority does it lead to?", empty_label=None,
        widget=forms.RadioSelect, error_messages={"required": "Choose a priority"},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="How?", choices=LinkKind.choices, widget=forms.RadioSelect, error_messages={"required": "Choose how"}
    )
    reason = forms.CharField(
        label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a sentence why this leads there"},
    )  # fmt: skip


class NotTakenForwardForm(SafeForm):
    because = forms.CharField(
        label="Not taken forward, because", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everybody can read this. Say it plainly, and say what happens instead.",
        error_messages={"required": "Say why, so that people can judge for themselves"},
    )  # fmt: skip
