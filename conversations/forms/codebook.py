"""What the analyst fills in to change the codebook."""

from django import forms

from common.forms import GovukForm
from conversations.codebook.lines import LONGEST_NAME
from conversations.codebook.refi import LARGEST
from conversations.models import Point, Theme

_FOUR = forms.Textarea(attrs={"rows": 4})


class ThemeForm(GovukForm):
    """A theme's name, wording and place. `revision` is how it stood when the page was opened."""

    name = forms.CharField(label="Name", max_length=LONGEST_NAME, error_messages={"required": "Give the theme a name"})
    description = forms.CharField(label="What it means, in plain words", required=False, widget=_FOUR)
    when_to_use = forms.CharField(label="Use it when", required=False, widget=_FOUR)
    when_not = forms.CharField(label="Do not use it when", required=False, widget=_FOUR)
    example_words = forms.CharField(
        label="Words that people use", required=False, widget=_FOUR,
        help_text="One on each line. They help to suggest this theme.",
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput)


class MergeForm(GovukForm):
    into = forms.ModelChoiceField(
        Theme.objects.none(), label="Merge it into which theme?", to_field_name="code",
        error_messages={"required": "Choose the theme that stays", "invalid_choice": "Choose the theme that stays"},
    )  # fmt: skip

    def __init__(self, *args, theme: Theme, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Theme.objects.said().in_use().exclude(pk=theme.pk)


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
        label="Your codebook", help_text="A REFI-QDA file (.qdc) or CSV, 1 MB or less.",
        error_messages={"required": "Choose the codebook file", "empty": "The file is empty"},
    )  # fmt: skip

    def clean_codebook(self):
        file = self.cleaned_data["codebook"]
        if file.size > LARGEST:
            raise forms.ValidationError("The file is too large. Send a codebook of 1 MB or less")
        return file
