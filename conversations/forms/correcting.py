"""What should stand in a note instead, and what the reader says about it."""

from django import forms

from conversations.forms.safe_words import SafeForm
from conversations.privacy.notes import NoteText


class CorrectionForm(SafeForm):
    new_words = forms.CharField(label="What should stand there?", widget=forms.Textarea(attrs={"rows": 4}))
    reason = forms.CharField(
        label="Why?", max_length=300, help_text="Such as: I wrote “most”, and it was a few.",
        error_messages={"required": "Say why in a few words, such as: I wrote “most”, and it was a few"},
    )  # fmt: skip
    points_at_somebody = forms.BooleanField(
        label="The words that stand there now may point at somebody", required=False,
        help_text="Words that point at somebody are not kept in the history. Tell us, and they go.",
    )  # fmt: skip

    def __init__(self, *args, text: NoteText, **kwargs):
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields["new_words"].initial = text.text

    def clean_new_words(self) -> str:
        words = self.cleaned_data["new_words"].strip()
        if words == self.text.text:
            raise forms.ValidationError("This is what stands there now. Change it, or go back")
        if len(words) > self.text.longest:
            raise forms.ValidationError(f"Write {self.text.longest} characters or fewer. There are {len(words)}")
        return words


class DecisionOnCorrectionForm(SafeForm):
    make = forms.TypedChoiceField(
        label="Make this change?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes", error_messages={"required": "Choose yes or no"},
    )  # fmt: skip
    answer = forms.CharField(
        label="What do you say about it?", required=False, max_length=300,
        help_text="Its facilitator reads this. Needed if you say no.",
    )  # fmt: skip

    inline = ["make"]

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("make") is False and not cleaned.get("answer"):
            self.add_error("answer", "Say why not, so that the facilitator understands")
        return cleaned
