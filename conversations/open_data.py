"""The strategy as open data: what the public pages say, and nothing else. Figures of people are already by rule 7."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conversations.models import Action, Indicator, PriorityPage, ThreadLink
from conversations.thread import strategy_as_it_stands

LICENCE = {
    "name": "Open Government Licence v3.0",
    "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "say": "Contains information from the Safer Lewisham Partnership licensed under the Open Government Licence v3.0.",
}


@dataclass(frozen=True)
class Table:
    """A file: what is in it, and its rows with the headings first."""

    what: str
    rows: Callable[[], Iterator[list[str]]]


def everything(priorities) -> dict:
    return strategy_as_it_stands(priorities) | {"measures": [_measure(one) for one in Indicator.objects.for_lists()]}


def _measure(indicator: Indicator) -> dict:
    return {
        "code": indicator.code, "name": indicator.name, "definition": indicator.definition, "kind": indicator.kind,
        "source": indicator.source, "area": indicator.area, "unit": indicator.unit, "owner": indicator.owner,
        "start": indicator.baseline_shown, "start_on": f"{indicator.baseline_on or ''}",
        "aim": indicator.target_shown, "aim_on": f"{indicator.target_on or ''}",
        "figures": [{"on": f"{one.on}", "figure": indicator.shown(one.value)} for one in indicator.readings.all()],
    }  # fmt: skip


def _priorities() -> Iterator[list[str]]:
    yield ["priority", "title", "aim", "summary", "in 3 years", "in 5 years", "in 10 years", "owner", "conversations"]
    for page in PriorityPage.objects.live().standing().for_lists():
        yield [
            page.slug, page.title, page.aim.name if page.aim else "", page.summary, page.in_three_years,
            page.in_five_years, page.in_ten_years, page.owner_role, page.heard,
        ]  # fmt: skip


def _actions() -> Iterator[list[str]]:
    yield ["action", "what will be done", "priority", "owner", "partners", "due", "cost", "status", "why"]
    for one in Action.objects.on_public_pages().for_lists():
        yield [
            one.code, one.title, one.priority.slug, one.owner, one.partners, f"{one.due or ''}",
            one.get_cost_display(), one.get_status_display(), one.status_reason,
        ]  # fmt: skip


def _links() -> Iterator[list[str]]:
    yield ["theme", "name", "how", "priority", "why"]
    links = ThreadLink.objects.filter(priority__live=True).select_related("theme", "priority")
    for link in links:
        yield [link.theme.code, link.theme.name, link.get_kind_display(), link.priority.slug, link.reason]


def _figures() -> Iterator[list[str]]:
    yield ["indicator", "measure", "date", "figure", "note"]
    for indicator in Indicator.objects.for_lists():
        for one in indicator.readings.all():
            yield [indicator.code, indicator.name, f"{one.on}", indicator.shown(one.value), one.note]


FILES = {
    "priorities": Table("What we promise in 3, 5 and 10 years", _priorities),
    "actions": Table("What is being done, by which role, and how it goes", _actions),
    "links": Table("Which theme leads to which priority, and why", _links),
    "figures": Table("Every figure of every measure", _figures),
}
