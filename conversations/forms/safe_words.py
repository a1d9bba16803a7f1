"""No form takes what names a person: an email address, a phone number, a postcode or a National Insurance number."""

from django.forms import BaseForm
from django.forms.utils import ErrorDict

from common.forms import GovukForm, GovukModelForm
from conversations.privacy import identifiers_in, sentence


class LeftInTheMiddle:
    """A form that can be shown with what somebody typed and has not sent yet."""

    def without_judgement(self) -> None:
        """Show what was typed, and no errors: the person is still writing."""
        self._errors = ErrorDict(renderer=self.renderer)  # type: ignore[attr-defined]
        self.cleaned_data: dict = {}


class SafeForm(LeftInTheMiddle, GovukForm):  # type: ignore[misc]  # as GovukForm itself
    """A form whose texts are checked."""

    def clean(self) -> dict:
        super().clean()
        refuse_identifiers(self)
        return self.cleaned_data


class SafeModelForm(LeftInTheMiddle, GovukModelForm):  # type: ignore[misc]  # as GovukModelForm itself
    """A form that fills a model, and whose texts are checked."""

    def clean(self) -> dict:
        super().clean()
        refuse_identifiers(self)
        return self.cleaned_data


def refuse_identifiers(form: BaseForm) -> None:
    """Put a sentence beside every field that points at one person. What was typed stays on the page."""
    for name, value in list(form.cleaned_data.items()):
        if name not in getattr(form, "unchecked", ()) and isinstance(value, str) and (kinds := identifiers_in(value)):
            form.add_error(name, sentence(str(form.fields[name].label), kinds))
