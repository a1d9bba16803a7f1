"""Why words that may name a person are kept, and the words that the redactor puts in their place."""

from django import forms

from conversations.forms.safe_words import SafeForm
from conversations.privacy.notes import PrivacyCheck


class KeepForm(SafeForm):
    reason = forms.CharField(
        label="Why is it not a person?", max_length=300, help_text="Such as: it is the name of a shop.",
        error_messages={"required": "Say why it is not a person, such as: it is the name of a shop"},
    )  # fmt: skip


class RedactionForm(SafeForm):
    """Every text of one note, each in its own box."""

    mark_optional = False

    def __init__(self, *args, check: PrivacyCheck, **kwargs):
        super().__init__(*args, **kwargs)
        for text in check.texts:
            self.fields[text.code] = forms.CharField(
                label=text.label, initial=text.text, max_length=text.longest,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": "Write something here, such as: taken out"},
            )  # fmt: skip

    def texts(self) -> dict[str, str]:
        return dict(self.cleaned_data)
