"""Whom we have not heard from, whether we still learn, what is said together, over time, and what is offered for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.disclosure import protect
from common.disclosure.formats import bars, headings, rows
from conversations.seeing.coverage import GRACES, coverage, ward_sources
from conversations.seeing.gaps import offers, offers_as_lines
from conversations.seeing.learning import BASE, RUN, THRESHOLD, learning
from conversations.seeing.over_time import over_time, quarters
from conversations.seeing.rates import rates, rates_as_lines
from conversations.seeing.shares import shares
from conversations.seeing.together import said_with
from conversations.views.doors import SignedInRequest, for_readers
from conversations.views.seeing import as_file, chosen_theme, lines_as_file

RUNS_SHOWN = 20
THEMES_SHOWN = 12


@for_readers
def not_heard(request: SignedInRequest) -> HttpResponse:
    """Whom we have not heard from, against population where it is known."""
    people = [(one, headings(one.shown, one.shown.dimensions[0]), rows(one.shown)) for one in shares()]
    context = {"parts": coverage(), "people": people, "graces": GRACES, "ward_sources": ward_sources()}
    return render(request, "conversations/not_heard.html", context)


@for_readers
def still_learning(request: SignedInRequest) -> HttpResponse:
    found = learning()
    newest = [{"label": run.upto, "value": run.new} for run in found.runs[-RUNS_SHOWN:]]
    context = {"learning": found, "bars": newest, "base": BASE, "run": RUN, "threshold": THRESHOLD}
    return render(request, "conversations/still_learning.html", context)


@for_readers
def said_together(request: SignedInRequest) -> HttpResponse:
    """The other themes of the conversations in which one was said."""
    theme, chosen = chosen_theme(request)
    shown = protect(said_with(theme)) if theme else None
    if shown and theme and request.GET.get("as") == "csv":
        return as_file(shown, f"said-with-{theme.code}")
    said = [bar for bar in bars(shown) if bar["value"] not in (0, "–")] if shown else []
    said.sort(key=lambda bar: -bar["value"] if isinstance(bar["value"], int) else 0)
    context = {"theme": theme, "chosen": chosen, "shown": shown, "bars": said[:THEMES_SHOWN]}
    return render(request, "conversations/said_together.html", context)


@for_readers
def said_over_time(request: SignedInRequest) -> HttpResponse:
    """In how many conversations of each quarter one theme was said."""
    theme, chosen = chosen_theme(request)
    held = quarters(timezone.localdate())
    shown = protect(over_time(theme, held)) if theme else None
    if shown and theme and request.GET.get("as") == "csv":
        return as_file(shown, f"over-time-{theme.code}")
    context = {"theme": theme, "chosen": chosen, "shown": shown, "bars": bars(shown) if shown else [], "held": held}
    return render(request, "conversations/said_over_time.html", context)


@for_readers
def group_rates(request: SignedInRequest) -> HttpResponse:
    """Groups beside their size, in the order of the vocabulary: never a league table."""
    parts = rates()
    if request.GET.get("as") == "csv":
        return lines_as_file(rates_as_lines(parts), "groups-beside-their-size")
    return render(request, "conversations/group_rates.html", {"parts": parts})


@for_readers
def offer_gaps(request: SignedInRequest) -> HttpResponse:
    """What people name, beside what the directory offers for it today."""
    found = offers()
    if request.GET.get("as") == "csv":
        return lines_as_file(offers_as_lines(found), "named-and-offered")
    context = {
        "unmet": [one for one in found if one.is_linked and not one.is_met],
        "met": [one for one in found if one.is_met],
        "unlinked": [one for one in found if not one.is_linked],
    }
    return render(request, "conversations/offer_gaps.html", context)
