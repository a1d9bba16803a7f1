"""Which themes are in one point, with what each theme means beside it."""

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from conversations.choices import ThemeKind
from conversations.forms.safe_words import SafeForm
from conversations.models import Theme


class CodingForm(SafeForm):
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.in_use(), to_field_name="code", label="Which themes are in this?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one theme, if only “None of these”"},
    )  # fmt: skip
    memo = forms.CharField(
        label="A note for the coders", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="A doubt, or an idea for the codebook. No names.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        themes = list(Theme.objects.in_use())
        self.choice_hints = {"themes": {theme.code: meaning(theme) for theme in themes}}
        self.places = {theme.code: place for place, theme in enumerate(themes)}

    def clean_themes(self):
        return not_both(self.cleaned_data["themes"])

    def box_of(self, theme: Theme) -> str:
        """The id of the theme's box, for a link that leads there."""
        return f"{self['themes'].auto_id}_{self.places[theme.code]}"


class DecisionForm(SafeForm):
    """Which of two coders' themes stand."""

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(), to_field_name="code", label="Which themes stand?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one theme", "invalid_choice": "Choose among these themes"},
    )  # fmt: skip
    reason = forms.CharField(
        label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence. It helps both coders, and the codebook.",
        error_messages={"required": "Say why, so that both coders can learn from it"},
    )  # fmt: skip

    def __init__(self, *args, themes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
        self.choice_hints = {"themes": {theme.code: meaning(theme) for theme in themes}}

    def clean_themes(self):
        return not_both(self.cleaned_data["themes"])


def not_both(themes):
    """Either themes, or one of the answers that are none."""
    if len(themes) > 1 and any(theme.kind == ThemeKind.RESERVED for theme in themes):
        raise forms.ValidationError("Choose themes, or one of the last two answers, but not both")
    return themes


def meaning(theme: Theme) -> SafeString:
    """What a theme means, when to use it and when not, as a coder reads it beside the box."""
    rules = (("Use it when", theme.when_to_use), ("Not when", theme.when_not))
    lines = [("", theme.description)] if theme.description else []
    lines += [(format_html("<strong>{}:</strong> ", said), words) for said, words in rules if words]
    return format_html_join(SafeString("<br>"), "{}{}", lines)
