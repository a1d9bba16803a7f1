"""Ask for a workshop where you live: the public form, the asker's own page, and the staff's record of the place."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, links
from champions.forms import AskForm, ScopingForm
from champions.models import PlaceScoping
from champions.permissions import can_manage_workshops
from champions.views.replies import SeeOther, only, personal, too_many
from common import limits
from common.same_origin import same_origin_form


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    form = AskForm(request.POST or None, initial={"key": uuid4().hex})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if given.pop("is_adult") == "no":
            return SeeOther(reverse("champions:young_people"))
        if limits.is_over("ask", request):
            return too_many(request)
        made = actions.ask_for_workshop(**given | {"key": given["key"] or uuid4().hex})
        return SeeOther(links.scoping_address(made))
    return render(request, "champions/ask.html", {"form": form, "submit": "Ask for a workshop"})


@personal
@require_safe
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """How far it has come, for the person who asked."""
    return render(request, "champions/asked.html", {"scoping": links.scoping_at(token)})


@only(can_manage_workshops)
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Where people asked for a workshop, those without an answer first."""
    return render(request, "champions/places.html", {"places": PlaceScoping.objects.with_workshop().waiting_first()})


@only(can_manage_workshops)
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(PlaceScoping.objects.with_workshop(), pk=pk)
    form = ScopingForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        fresh = PlaceScoping.objects.with_workshop().get(pk=pk)
        actions.look_into(scoping=fresh, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. If there is news, the person who asked gets a mail.")
        return SeeOther(reverse("champions:places"))
    return render(request, "champions/place.html", {"scoping": found, "form": form})
