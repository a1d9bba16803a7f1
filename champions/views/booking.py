"""Booking without an account: one question a screen, nothing stored until the last "yes"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods

from champions import actions, links
from champions.choices import right_kind_for
from champions.journey import QUESTIONS, STEPS, Journey
from champions.models import Workshop
from champions.views.public import public_workshop, with_its_places
from champions.views.replies import SeeOther, too_many
from common import limits, outbox
from common.form_state import StateLost
from common.same_origin import same_origin_form


@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, slug: str) -> HttpResponse:
    """Every screen of the form has this address: the hidden state says which one is asked and answered."""
    workshop = public_workshop(slug)
    if request.method != "POST":
        return _ask(request, Journey(workshop, {}), STEPS[0]) if workshop.is_open else _not_open(request, workshop)
    try:
        journey = Journey.read(workshop, request.POST)
    except StateLost:
        return render(request, "champions/form_expired.html", {"workshop": workshop})
    response = _next_screen(request, journey)
    # Kept by the browser alone, so that its Back button works without a question; never by anything between.
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _next_screen(request: HttpRequest, journey: Journey) -> HttpResponse:
    step = request.POST.get("step")
    if (wanted := request.POST.get("show")) in QUESTIONS:
        return _ask(request, journey, wanted)
    if step == "check" and journey.next_step == "check":
        return _finish(request, journey)
    if step not in QUESTIONS:
        return _ask(request, journey, journey.next_step)
    question = journey.question(step, request.POST)
    if not question.is_valid():
        return _ask(request, journey, step, question)
    journey.keep(question)
    if journey.is_too_young:
        return SeeOther(reverse("champions:young_people"))
    if journey.is_for_somebody_else:
        return _wrong_workshop(request, journey)
    return _ask(request, journey, journey.next_step)


def _ask(request: HttpRequest, journey: Journey, step: str, question=None) -> HttpResponse:
    if step == "check":
        return _check(request, journey)
    number = STEPS.index(step)
    if question is None:
        question = journey.question(step) if journey.state else QUESTIONS[step](workshop=journey.workshop)
    context = {
        "workshop": journey.workshop,
        "form": question,
        "state": journey.packed if journey.state else "",
        "step_name": step,
        "step": number + 1,
        "steps": len(STEPS),
        "is_full": number == 0 and with_its_places(journey.workshop).is_full,
        "previous": STEPS[number - 1] if number else "",
        "noindex": True,
    }
    return render(request, "champions/book.html", context)


def _check(request: HttpRequest, journey: Journey, notice: str = "") -> HttpResponse:
    places = journey.answers["places"]
    context = {
        "workshop": journey.workshop,
        "state": journey.packed,
        "rows": journey.rows,
        "notice": notice,
        "must_wait": places > with_its_places(journey.workshop).seats_left,
        "step": len(STEPS),
        "steps": len(STEPS),
        "previous": STEPS[-2],
    }
    return render(request, "champions/check.html", context)


def _finish(request: HttpRequest, journey: Journey) -> HttpResponse:
    if journey.workshop_has_changed:
        journey.accept_changes()
        return _check(request, journey, "The date, time or place has changed since you began. Please check it again.")
    if journey.was_too_quick:
        return _check(request, journey, "That was very quick. Check your answers, then press the button again.")
    if limits.is_over("book", request) or outbox.has_had_enough_texts(journey.details["mobile"]):
        return too_many(request)
    try:
        made = actions.book(workshop=journey.workshop, may_wait="wait" in request.POST, **journey.details)
    except actions.NoPlaces:
        return _filled_up(request, journey)
    except (actions.AlreadyBooked, actions.NotThisDate):
        # The same words for both, because somebody else may have typed the address.
        return render(request, "champions/already_booked.html", journey.details)
    except actions.Refused:
        return _not_open(request, journey.workshop)
    return SeeOther(links.booking_address(made))


def _filled_up(request: HttpRequest, journey: Journey) -> HttpResponse:
    context = {
        "workshop": with_its_places(journey.workshop),
        "state": journey.packed,
        "places": journey.answers["places"],
    }
    return render(request, "champions/filled_up.html", context)


def _wrong_workshop(request: HttpRequest, journey: Journey) -> HttpResponse:
    kind = right_kind_for(journey.answers["description"])
    context = {
        "workshop": journey.workshop,
        "state": journey.packed,
        "kind": kind,
        "right_ones": Workshop.objects.open_for_booking().of_kind(kind).with_venue().with_places()[:5],
    }
    return render(request, "champions/wrong_workshop.html", context)


def _not_open(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    return render(request, "champions/not_open.html", {"workshop": workshop})
