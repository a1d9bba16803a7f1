"""Whom a conversation reached, in numbers."""

from django import forms
from django.forms.boundfield import BoundField

from conversations.choices import CountedHow
from conversations.forms.safe_words import SafeForm
from conversations.models import Conversation
from conversations.models.conversations import MOST_PEOPLE
from conversations.people import DIMENSIONS, QUESTIONS, dimensions_for, problems

_HOW = "people_counted"
_NUMBER = "Enter a whole number, like 4, or leave it empty"


class PeopleForm(SafeForm):
    """A box for each category that a room of this size may be counted by. Any may stay empty."""

    mark_optional = False

    def __init__(self, *args, note: Conversation, **kwargs):
        kwargs.setdefault("initial", {_HOW: note.people_counted})
        super().__init__(*args, **kwargs)
        self.note = note
        self.widths: dict[str, int] = {}
        self.fields[_HOW] = forms.ChoiceField(
            label="How did you count?", choices=CountedHow.choices, widget=forms.RadioSelect, required=False
        )
        self.dimensions = dimensions_for(note.total_attended)
        for dimension in self.dimensions:
            for category in DIMENSIONS[dimension]:
                self._box(dimension, category, note.people.get(dimension, {}).get(category.value))

    def _box(self, dimension: str, category, known: int | None) -> None:
        name = _name_of(dimension, category)
        self.widths[name] = 3
        self.fields[name] = forms.IntegerField(
            label=category.label, required=False, initial=known, min_value=0, max_value=MOST_PEOPLE,
            error_messages={"invalid": _NUMBER, "min_value": _NUMBER, "max_value": f"Enter {MOST_PEOPLE} or fewer"},
        )  # fmt: skip

    @property
    def how_field(self) -> BoundField:
        return self[_HOW]

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """(question, its boxes)."""
        return [
            (QUESTIONS[dimension], [self[_name_of(dimension, category)] for category in DIMENSIONS[dimension]])
            for dimension in self.dimensions
        ]

    def clean(self) -> dict:
        cleaned = super().clean()
        note = self.note
        found = problems(
            self._people(), total=note.total_attended, under_18s=note.under_18s_present, how=cleaned.get(_HOW, "")
        )
        for dimension, sentence in found if not self.errors else []:
            self.add_error(
                _HOW if dimension == "how" else _name_of(dimension, next(iter(DIMENSIONS[dimension]))), sentence
            )
        return cleaned

    def _people(self) -> dict[str, dict[str, int]]:
        people = {
            dimension: {
                category.value: count
                for category in DIMENSIONS[dimension]
                if (count := self.cleaned_data.get(_name_of(dimension, category))) is not None
            }
            for dimension in self.dimensions
        }
        return {dimension: counts for dimension, counts in people.items() if counts}

    def facts(self) -> dict:
        """What `actions.save_people` takes."""
        return {"people": self._people(), "people_counted": self.cleaned_data[_HOW]}


def _name_of(dimension: str, category) -> str:
    return f"{dimension}_{category.name.lower()}"
