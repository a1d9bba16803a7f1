"""Lists that staff narrow: django-filter, by GET, in neutral codes, drawn as every other form of ours."""

import django_filters
from django import forms

from common.forms import DateInputField, GovukForm


class ChoicesForm(GovukForm):
    """What may be chosen beside a list. Nothing is refused: what we do not recognise is left out."""

    mark_optional = False

    @property
    def small(self) -> list[str]:  # type: ignore[override]  # every group of choices, whatever the list offers
        return list(self.fields)


class ListFilter(django_filters.FilterSet):
    """OR inside a group of choices, AND across groups. `chosen` and `query` are what the page needs to know."""

    class Meta:
        form = ChoicesForm

    @property
    def chosen(self) -> int:
        """How many choices narrow the list: the number on the "Filter" button."""
        self.form.is_valid()
        return sum(len(value) if isinstance(value, list) else bool(value) for value in self.form.cleaned_data.values())

    @property
    def query(self) -> str:
        """The same choices for the next page of the list."""
        kept = self.data.copy()
        kept.pop("page", None)
        return f"{kept.urlencode()}&" if kept else ""


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Boxes to tick; the list keeps what answers any of them."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)


class DayFilter(django_filters.Filter):
    """A day as people write it, in three boxes."""

    field_class = DateInputField
