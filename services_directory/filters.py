"""The choices beside the list: OR inside a group, AND across groups, in neutral codes, by GET."""

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from common.models import Need
from services_directory.choices import Cost, Referral
from services_directory.forms import FilterForm
from services_directory.models import Audience, ServicePage
from services_directory.models.service_query import OWN_BEHAVIOUR, ServicePageQuerySet

# Code → label, youngest, oldest. Bands of life as people here live it: primary, secondary, college, grown up.
AGE_BANDS = {
    "1": ("Under 11", 0, 10),
    "2": ("11 to 15", 11, 15),
    "3": ("16 to 17", 16, 17),
    "4": ("18 to 25", 18, 25),
    "5": ("26 to 64", 26, 64),
    "6": ("65 and over", 65, 120),
}
HOW = {
    "1": "It is free",
    "2": "No referral: get in touch yourself",
    "3": "Online or by phone",
}
_HOW_RULES = {
    "1": Q(cost=Cost.FREE),
    "2": Q(referral=Referral.NONE),
    "3": Q(online=True) | Q(by_phone=True),
}


class ServiceFilterSet(django_filters.FilterSet):
    """Services by situation, audience, age, and how one gets to them.

    "Free", "get in touch yourself" and "online or by phone" narrow each other: each is a demand of its own.
    """

    who = django_filters.MultipleChoiceFilter(
        label="Who is it for?", method="for_audiences", widget=forms.CheckboxSelectMultiple
    )
    age = django_filters.MultipleChoiceFilter(
        label="How old are they?",
        choices=[(code, band[0]) for code, band in AGE_BANDS.items()],
        method="for_ages",
        widget=forms.CheckboxSelectMultiple,
    )
    how = django_filters.MultipleChoiceFilter(
        label="How", choices=list(HOW.items()), method="got_to", widget=forms.CheckboxSelectMultiple
    )
    need = django_filters.MultipleChoiceFilter(
        label="What is happening?", method="in_situations", widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = ServicePage
        fields: list[str] = []
        form = FilterForm

    def __init__(self, data: QueryDict, queryset: ServicePageQuerySet, *, needs: list[Need], audiences: list[Audience]):
        super().__init__(data, queryset)
        self.needs = {str(need.pk): need for need in needs}
        self.filters["need"].extra["choices"] = [(number, need.name) for number, need in self.needs.items()]
        self.filters["who"].extra["choices"] = [(str(audience.pk), audience.name) for audience in audiences]

    @property
    def chosen(self) -> dict[str, list[str]]:
        """What was chosen, group by group, without what we did not recognise."""
        self.form.is_valid()
        return {name: values for name, values in self.form.cleaned_data.items() if values}

    @property
    def chosen_needs(self) -> list[Need]:
        return [self.needs[number] for number in self.chosen.get("need", [])]

    @property
    def count(self) -> int:
        """How many choices are made: the number on the "Filter" button."""
        return sum(len(values) for values in self.chosen.values())

    @property
    def asks_for_own_behaviour(self) -> bool:
        return [need.code for need in self.chosen_needs] == [OWN_BEHAVIOUR]

    def in_situations(self, queryset, name: str, numbers: list[str]):
        return queryset.helping_with(numbers)

    def for_audiences(self, queryset, name: str, numbers: list[str]):
        return queryset.meant_for(numbers)

    def for_ages(self, queryset, name: str, codes: list[str]):
        return queryset.taking_ages([AGE_BANDS[code][1:] for code in codes])

    def got_to(self, queryset, name: str, codes: list[str]):
        for code in codes:
            queryset = queryset.filter(_HOW_RULES[code])
        return queryset
