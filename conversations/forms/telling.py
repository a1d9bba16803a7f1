"""What the analyst chooses and writes for a page that everybody can read."""

from django import forms

from common.disclosure import LEAST_CONVERSATIONS
from conversations.forms.safe_words import SafeForm
from conversations.models import Theme, WhatWeHeardPage
from conversations.seeing.tables import GROUPS


class TellForm(SafeForm):
    """A new page: its title, its table and its themes."""

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Give the page a title"})
    table = forms.TypedChoiceField(
        label="Which figures does it show?",
        choices=[(place, f"Themes by {group.label.lower()}") for place, group in enumerate(GROUPS)],
        coerce=int, initial=0, widget=forms.RadioSelect, error_messages={"required": "Choose the figures"},
    )  # fmt: skip
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(), to_field_name="code", label="Which themes does it tell?",
        help_text="Only themes of three conversations or more can be told.",
        widget=forms.CheckboxSelectMultiple, error_messages={"required": "Choose at least one theme"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        counted = Theme.objects.said().in_use().with_conversations_counted()
        self.fields["themes"].queryset = counted.filter(conversation_count__gte=LEAST_CONVERSATIONS)


class WordsForm(SafeForm):
    """The introduction, and two boxes for each theme."""

    intro = forms.CharField(label="Introduction", required=False, max_length=2000, widget=forms.Textarea)

    def __init__(self, *args, page: WhatWeHeardPage, **kwargs):
        super().__init__(*args, **kwargs)
        self.told = list(page.heard_themes.select_related("theme"))
        self.fields["intro"].initial = page.intro
        for told in self.told:
            self.fields[f"understood_{told.pk}"] = forms.CharField(
                label=f"{told.theme.name}: what we understood", required=False, max_length=1000,
                initial=told.understood, widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip
            self.fields[f"differently_{told.pk}"] = forms.CharField(
                label=f"{told.theme.name}: who saw it differently", required=False, max_length=500,
                initial=told.differently, widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def words(self) -> dict[int, tuple[str, str]]:
        data = self.cleaned_data
        return {told.pk: (data[f"understood_{told.pk}"], data[f"differently_{told.pk}"]) for told in self.told}
