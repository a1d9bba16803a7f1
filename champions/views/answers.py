"""Four short questions before and after. Their address is the same for everybody, so that nothing says who answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, links
from champions.answers import results
from champions.models import Workshop
from champions.models.answers import may_answer
from champions.permissions import can_manage_workshops, can_mark_attendance
from champions.views.public import public_workshop
from champions.views.replies import SeeOther, only, personal, too_many
from common import form_state, limits, qr_codes
from common.answer_forms import AnswersForm
from common.before_and_after import Moment
from common.same_origin import same_origin_form

FORM = "workshop-questions"


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, slug: str, moment: str) -> HttpResponse:
    """Asked of everybody, and answered by whoever likes."""
    workshop = public_workshop(slug)
    if not may_answer(workshop, moment):
        return _closed(request, workshop)
    form = AnswersForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, workshop, moment, form)
    try:
        if limits.is_over("answer", request):
            return too_many(request)
        if form_state.is_first(request.POST.get("state", ""), form=FORM):
            actions.count_answers(workshop=workshop, moment=moment, answers=form.cleaned_data)
    except form_state.StateLost:
        form.add_error(None, form_state.LOST)
        return _ask(request, workshop, moment, form)
    except actions.NotOpen:
        return _closed(request, workshop)
    return SeeOther(reverse("champions:questions_thanks", args=[slug, moment]))


@require_safe
def questions_thanks(request: HttpRequest, slug: str, moment: str) -> HttpResponse:
    return render(request, "champions/questions_thanks.html", {"workshop": public_workshop(slug), "moment": moment})


@only(can_mark_attendance)
@require_safe
def room_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """For a screen in the room: two codes that everybody can point a phone at."""
    workshop = get_object_or_404(Workshop.objects.public().with_venue(), slug=slug)
    codes = [_code(workshop, moment) for moment in Moment]
    return render(request, "champions/room_questions.html", {"workshop": workshop, "codes": codes})


@only(can_manage_workshops)
@require_safe
def what_people_said(request: HttpRequest) -> HttpResponse:
    """Before and after, all workshops together, through the rule for small numbers."""
    return render(request, "champions/what_people_said.html", {"results": results()})


def _code(workshop: Workshop, moment: Moment) -> dict:
    path = links.questions_address(workshop, moment)
    address = links.absolute(path)
    return {"moment": moment, "path": path, "address": address, "picture": qr_codes.svg(address)}


def _ask(request: HttpRequest, workshop: Workshop, moment: str, form: AnswersForm) -> HttpResponse:
    state = form_state.pack(form_state.start(), form=FORM)
    context = {"workshop": workshop, "moment": Moment(moment), "form": form, "state": state, "submit": "Send"}
    return render(request, "champions/questions.html", context)


def _closed(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    return render(request, "champions/questions_closed.html", {"workshop": workshop})
