"""Indicators and their figures: by form, by CSV, and by the sheet of the quarter."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from common.uploads.refusing import Refused
from conversations import actions
from conversations.forms import IndicatorForm, QuarterFileForm, ReadingForm, ReadingsFileForm
from conversations.models import Indicator, Reading
from conversations.permissions import can_write_strategy
from conversations.quarter import reading
from conversations.views.doors import SignedInRequest, for_strategy, for_strategy_writers, posted
from conversations.views.trying import tried


@for_strategy
def indicators(request: SignedInRequest) -> HttpResponse:
    """Every measure, its definition first."""
    context = {"indicators": Indicator.objects.for_lists(), "may_write": can_write_strategy(request.user)}
    return render(request, "conversations/indicators.html", context)


@for_strategy_writers
def new_indicator(request: SignedInRequest) -> HttpResponse:
    form = IndicatorForm(posted(request))
    if indicator := tried(form, actions.add_indicator, by=request.user):
        messages.success(request, "Defined. Add its first figure.")
        return redirect("conversations:indicator", indicator.code)
    return render(request, "conversations/new_indicator.html", {"form": form})


@for_strategy_writers
def indicator(request: SignedInRequest, code: str) -> HttpResponse:
    """Its figures, and a form for the next one."""
    found = the_indicator(code)
    form = ReadingForm(posted(request), instance=Reading(indicator=found))
    if tried(form, actions.add_reading, indicator=found, by=request.user):
        messages.success(request, "Stored.")
        return redirect("conversations:indicator", code)
    return render(request, "conversations/indicator.html", {"indicator": found, "form": form})


@for_strategy_writers
def change_indicator(request: SignedInRequest, code: str) -> HttpResponse:
    found = the_indicator(code)
    form = IndicatorForm(posted(request), instance=found)
    if tried(form, actions.change_indicator, indicator=found, by=request.user):
        messages.success(request, "Saved.")
        return redirect("conversations:indicator", code)
    return render(request, "conversations/change_indicator.html", {"indicator": found, "form": form})


def the_indicator(code: str) -> Indicator:
    return get_object_or_404(Indicator.objects.prefetch_related("readings", "measuring__priority"), code=code)


@for_strategy_writers
def upload_readings(request: SignedInRequest) -> HttpResponse:
    """Figures from a CSV file: all of them, or none and a sentence for each row to change."""
    form = ReadingsFileForm(posted(request), request.FILES or None)
    found = read(form, reading.read_csv) if request.method == "POST" else None
    if found and not found.faults:
        number = actions.add_readings(rows=found.figures, by=request.user)
        messages.success(request, f"Figures stored: {number}.")
        return redirect("conversations:indicators")
    context = {"form": form, "faults": found.faults if found else []}
    return render(request, "conversations/upload_readings.html", context)


@for_strategy_writers
def quarter(request: SignedInRequest) -> HttpResponse:
    """The sheet of the quarter comes back: all of it, or nothing."""
    form = QuarterFileForm(posted(request), request.FILES or None)
    found = read(form, reading.read_workbook) if request.method == "POST" else None
    if found and not found.faults:
        done = actions.take_quarter(found=found, by=request.user)
        messages.success(
            request, f"Actions changed: {done.changed}. Looked at: {done.looked_at}. New figures: {done.figures}."
        )
        return redirect("conversations:quarter")
    return render(request, "conversations/quarter.html", {"form": form, "faults": found.faults if found else []})


@for_strategy_writers
def quarter_sheet(request: SignedInRequest) -> HttpResponse:
    from conversations.quarter import writing  # heavy: see common.uploads.workbooks

    answer = HttpResponse(writing.workbook(), content_type=writing.MIME_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="quarter-{timezone.localdate():%Y-%m-%d}.xlsx"'
    return answer


def read(form: forms.Form, reader: Callable[..., reading.Read]) -> reading.Read | None:
    """What the file says; None where there is none or it cannot be read, and then `form` says why."""
    if not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    try:
        return reader(file, size=file.size)
    except Refused as refused:
        form.add_error("file", str(refused))
        return None
