"""No form takes what names a person."""

from conversations.privacy import identifiers_in, sentence


class SafeWords:
    """A form whose texts may not hold an email address, phone number, postcode or National Insurance number."""

    def clean(self) -> dict:
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str) and (kinds := identifiers_in(value)):
                self.add_error(name, sentence(str(self.fields[name].label), kinds))
        return cleaned
