"""No form takes what names a person: an email address, a phone number, a postcode or a National Insurance number."""

from django.forms import BaseForm

from common.forms import GovukForm, GovukModelForm
from conversations.privacy import identifiers_in, sentence


class SafeForm(GovukForm):
    """A form whose texts are checked."""

    def clean(self) -> dict:
        super().clean()
        refuse_identifiers(self)
        return self.cleaned_data


class SafeModelForm(GovukModelForm):
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
