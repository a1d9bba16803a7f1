"""The search, and how the filters are drawn."""

from django import forms

from common.forms import GovukForm

# Longer than any question; a longer one is cut and the page says so.
LONGEST = 200


class SearchForm(GovukForm):
    """What a person looks for and where. Anything may be typed: nothing is refused, because somebody needs help."""

    q = forms.CharField(required=False)
    place = forms.CharField(required=False)

    def __init__(self, data=None, **kwargs):
        # Control characters would be refused by the fields, and mean nothing.
        tidy = {name: _printable(data.get(name, "")) for name in ("q", "place")} if data is not None else None
        super().__init__(tidy, **kwargs)

    def search(self) -> dict:
        """The search as the sealed address carries it. Call after `is_valid`."""
        words, place = self.cleaned_data["q"], self.cleaned_data["place"]
        return {"q": words[:LONGEST], "place": place[:40], "cut": len(words) > LONGEST}


class FilterForm(GovukForm):
    """The choices beside the list."""

    small = ("need", "who", "age", "how")
    mark_optional = False


def _printable(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
