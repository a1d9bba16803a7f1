"""Staff bring bookings in a file: first everything that is wrong by row, then all of it or none."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from champions import actions
from champions.forms import BookingFileForm
from champions.forms.booking_file import COLUMNS, Fault, Read
from champions.models import Workshop
from champions.permissions import can_manage_workshops
from champions.views.replies import SeeOther, only, personal
from common import form_state
from common.form_state import StateLost

FORM = "import-bookings"
WHY_NOT: dict[type[actions.Refused], str] = {
    actions.NoPlaces: "There is no room for these people. Take the row out, or put them on the waiting list",
    actions.NotThisDate: "Somebody has a place there from whom this person is kept apart. Take the row out, and offer "
    "them another date",
    actions.NotForThem: "The workshop is for other people. Take the row out",
    actions.NotOpen: "This workshop takes no more bookings",
}


@only(can_manage_workshops)
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def import_bookings(request: HttpRequest, slug: str) -> HttpResponse:
    """Nothing is stored until staff have seen what will happen and pressed the second button."""
    workshop = get_object_or_404(Workshop.objects.with_venue().with_places(), slug=slug)
    if "state" in request.POST:
        return _import(request, workshop)
    form = BookingFileForm(*_sent(request), workshop=workshop)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, workshop, form)
    if form.found.faults:
        return _ask(request, workshop, form, form.found.faults)
    return _show(request, workshop, form.found.rows, form.found.key)


def _sent(request: HttpRequest) -> tuple:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _ask(request: HttpRequest, workshop: Workshop, form: BookingFileForm, faults: list[Fault] | None = None):
    context = {"workshop": workshop, "form": form, "faults": faults or [], "columns": COLUMNS}
    return render(request, "champions/import_bookings.html", context)


def _show(request: HttpRequest, workshop: Workshop, rows: list[dict], key: str) -> HttpResponse:
    """What will happen, tried and taken back."""
    try_with = partial(actions.import_bookings, workshop=workshop, rows=rows, key=key, by=request.user, dry_run=True)
    tried = try_with(may_wait=False)
    waiting = try_with(may_wait=True) if tried.refused else tried
    context = {
        "workshop": workshop,
        "tried": tried,
        "waiting": waiting,
        "faults": [Fault(row, WHY_NOT[why]) for row, why in tried.refused],
        "left": [Fault(row, WHY_NOT[why]) for row, why in waiting.refused],
        "state": form_state.pack({"rows": rows, "key": key, "workshop": workshop.pk}, form=FORM),
    }
    return render(request, "champions/check_import.html", context)


def _import(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    try:
        state = form_state.unpack(request.POST["state"], form=FORM)
    except StateLost:
        state = {}
    if state.get("workshop") != workshop.pk:
        messages.error(request, "That was more than two hours ago. Nothing was booked. Choose the file again.")
        return SeeOther(reverse("champions:import_bookings", args=[workshop.slug]))
    found = Read(rows=state["rows"])
    may_wait = "wait" in request.POST
    done = actions.import_bookings(
        workshop=workshop, rows=found.rows, key=state["key"], may_wait=may_wait, by=request.user
    )
    if done.refused:
        # Somebody booked between the two pages.
        return _show(request, workshop, found.rows, state["key"])
    said = [f"Booked: {done.booked}.", f"On the waiting list: {done.waiting}.", f"There already: {len(done.known)}."]
    messages.success(request, " ".join(said))
    return SeeOther(reverse("champions:workshop_bookings", args=[workshop.slug]))
