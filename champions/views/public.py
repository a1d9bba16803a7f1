"""What everybody sees of the workshops. No cookie, and never an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from champions import calendars
from champions.choices import FOR_WHOM, PUBLIC_KINDS, Kind
from champions.models import Workshop
from common.whole_pages import same_for_everybody


@require_safe
@same_for_everybody
def workshops(request: HttpRequest) -> HttpResponse:
    """Two kinds, side by side, each with its dates; training for people who have been before comes below."""
    coming = list(Workshop.objects.upcoming().with_venue().with_places())
    groups = [
        {"kind": kind, "for_whom": FOR_WHOM[kind], "workshops": [row for row in coming if row.kind == kind]}
        for kind in Kind
    ]
    context = {
        "groups": [group for group in groups if group["kind"] in PUBLIC_KINDS],
        "training": [group for group in groups if group["kind"] not in PUBLIC_KINDS and group["workshops"]],
    }
    return render(request, "champions/workshops.html", context)


@require_safe
@same_for_everybody
def workshop(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Workshop.objects.public().with_venue().with_places(), slug=slug)
    context = {"workshop": found, "agenda": [item_of_agenda(found, item) for item in found.agenda.all()]}
    return render(request, "champions/workshop.html", context)


@require_safe
def workshop_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    return calendar_response(calendars.public_file(public_workshop(slug)), "PUBLISH")


@require_safe
@same_for_everybody
def young_people(request: HttpRequest) -> HttpResponse:
    """For somebody under 18: help, and not one question."""
    return render(request, "champions/young_people.html")


def public_workshop(slug: str) -> Workshop:
    """The published workshop at this address, or a 404. Its counter may still hold places that have run out."""
    return get_object_or_404(Workshop.objects.public().with_venue(), slug=slug)


def with_its_places(found: Workshop) -> Workshop:
    """The same, with the number of free places as it is at this moment. It costs as much as all else on a page."""
    return Workshop.objects.with_venue().with_places().get(pk=found.pk)


def item_of_agenda(found: Workshop, item) -> dict:
    item.workshop = found
    return {"when": item.when, "what": item.title}


def calendar_response(text: str, method: str) -> HttpResponse:
    """The file as browsers and phones hand it to a calendar."""
    response = HttpResponse(text, content_type=f"text/calendar; method={method}; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="booking.ics"'
    return response
