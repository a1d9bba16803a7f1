"""The search, and how the filters are drawn."""

from collections.abc import Callable, Iterable

from django import forms
from django.http import QueryDict

from common.forms import GovukForm
from common.models import Need
from services_directory.choosing import AGE_BANDS, HOW, NEAR, WHEN, Choice
from services_directory.models.service_query import OWN_BEHAVIOUR
from services_directory.my_list import PARAMETER, MyList
from services_directory.search.index import Offered

# Longer than any question; a longer one is cut and the page says so.
LONGEST = 200


def _choices(label: str, choices: Iterable[tuple[str, str]] = ()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), required=False, widget=forms.CheckboxSelectMultiple
    )


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
    """The choices beside the list: OR inside a group, AND across groups, in neutral codes, by GET.

    What we do not know is left out, group by group. `offered` names the choices that staff write.
    """

    small = ("near", "need", "when", "who", "age", "how", "language", "area")
    mark_optional = False

    # The reader's own list, carried along.
    mine = forms.CharField(required=False, widget=forms.HiddenInput)
    near = _choices("How near?", NEAR.items())
    need = _choices("What is happening?")
    when = _choices("When is it open?", WHEN.items())
    who = _choices("Who is it for?")
    age = _choices("How old are they?", [(code, band[0]) for code, band in AGE_BANDS.items()])
    how = _choices("How", HOW.items())
    language = _choices("Which language?")
    area = _choices("Where do you live?")

    def __init__(self, data: QueryDict, offered: Offered, *, knows_where: bool = False):
        tidy = data.copy()
        tidy[PARAMETER] = MyList.read(data.get(PARAMETER, "")).codes
        super().__init__(tidy)
        if not tidy[PARAMETER]:
            del self.fields[PARAMETER]
        if not knows_where:
            del self.fields["near"]
        self.needs = {str(need.pk): need for need in offered.needs}
        self._offer("need", [(number, need.name) for number, need in self.needs.items()])
        self._offer("who", [(str(audience.pk), audience.name) for audience in offered.audiences])
        self._offer("language", offered.languages)
        self._offer("area", [(str(ward.pk), ward.name) for ward in offered.wards])
        self.is_valid()

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    @property
    def chosen(self) -> dict[str, list[str]]:
        """What was chosen, group by group, without what we did not recognise."""
        return {name: values for name, values in self.cleaned_data.items() if values and name != "mine"}

    @property
    def demands(self) -> dict[str, list[str]]:
        """What was chosen and a service itself can answer: all but how near it has to be."""
        return {name: values for name, values in self.chosen.items() if name != "near"}

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

    def count_each(self, count: Callable[[Choice], int]) -> None:
        """Write beside each choice how many services it would leave."""
        self.choice_counts = {
            name: {code: count((name, code)) for code, _ in field.choices}  # type: ignore[attr-defined]
            for name, field in self.fields.items()
            if name not in ("mine", "near")
        }


def _printable(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
