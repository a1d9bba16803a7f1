"""What the analyst fills in to change the codebook."""

from django import forms

from common.forms import GovukForm
from common.models import BigQuestion, Domain, EcologicalLevel, KeyMessage, Need
from conversations.choices import ThemeKind
from conversations.codebook.lines import LONGEST_NAME
from conversations.codebook.project_reading import LARGEST as LARGEST_PROJECT
from conversations.codebook.refi import LARGEST
from conversations.forms.safe_words import SafeForm
from conversations.models import Point, Theme

_FOUR = forms.Textarea(attrs={"rows": 4})


def _term(model, label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        model.objects.all(), label=label, required=False, empty_label="None", to_field_name="code"
    )


class NewThemeForm(SafeForm):
    """A theme's name, wording and place."""

    name = forms.CharField(label="Name", max_length=LONGEST_NAME, error_messages={"required": "Give the theme a name"})
    description = forms.CharField(label="What it means, in plain words", required=False, max_length=5000, widget=_FOUR)
    when_to_use = forms.CharField(label="Use it when", required=False, max_length=5000, widget=_FOUR)
    when_not = forms.CharField(label="Do not use it when", required=False, max_length=5000, widget=_FOUR)
    example_words = forms.CharField(
        label="Words that people use", required=False, max_length=5000, widget=_FOUR,
        help_text="One on each line. They help to suggest this theme.",
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What does it do?", choices=[one for one in ThemeKind.choices if one[0] != ThemeKind.RESERVED],
        initial=ThemeKind.BOTH, widget=forms.RadioSelect, error_messages={"required": "Choose what it does"},
    )  # fmt: skip
    parent = forms.ModelChoiceField(
        Theme.objects.said().in_use(), label="Which theme is it part of?", required=False, empty_label="None",
        to_field_name="code",
    )  # fmt: skip
    level = _term(EcologicalLevel, "Level")
    domain = _term(Domain, "Domain of work")
    message = _term(KeyMessage, "Key message")
    big_question = _term(BigQuestion, "Big question")
    needs = forms.ModelMultipleChoiceField(
        Need.objects.all(), label="What would help?", required=False, to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        help_text="Situations of Find support. Where no service helps with them, the page of gaps shows it.",
    )  # fmt: skip

    mark_optional = False


class ThemeForm(NewThemeForm):
    """Changing one. `revision` is how it stood when the page was opened."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def seen(self, revision: int) -> None:
        """The person has been shown how it stands at `revision`: sending again goes on from there."""
        self.data = {**dict(self.data.items()), "revision": revision}


class MergeForm(GovukForm):
    into = forms.ModelChoiceField(
        Theme.objects.none(), label="Merge it into which theme?", to_field_name="code",
        error_messages={"required": "Choose the theme that stays", "invalid_choice": "Choose the theme that stays"},
    )  # fmt: skip

    def __init__(self, *args, theme: Theme, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Theme.objects.said().in_use().exclude(pk=theme.pk)  # type: ignore[attr-defined]


class SplitForm(GovukForm):
    name = forms.CharField(
        label="Name of the new theme", max_length=LONGEST_NAME, error_messages={"required": "Give the new theme a name"}
    )
    points = forms.ModelMultipleChoiceField(
        Point.objects.none(), label="Which points go to the new theme?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one point"},
    )  # fmt: skip

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["points"].queryset = points
        self.fields["points"].label_from_instance = lambda point: point.words


class CodebookFileForm(GovukForm):
    codebook = forms.FileField(
        label="Your codebook", help_text="A REFI-QDA file (.qdc or .qdpx), or CSV.",
        error_messages={"required": "Choose the codebook file", "empty": "The file is empty"},
    )  # fmt: skip

    def clean_codebook(self):
        file = self.cleaned_data["codebook"]
        most = LARGEST_PROJECT if file.name.lower().endswith(".qdpx") else LARGEST
        if file.size > most:
            raise forms.ValidationError(f"The file is too large. Send one of {most // 1024**2} MB or less")
        return file


class RawExportForm(SafeForm):
    purpose = forms.CharField(
        label="What do you need the words for?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Say what you will do with the file, where you keep it, and when you delete it.",
        error_messages={"required": "Say what you need the words for"},
    )  # fmt: skip
