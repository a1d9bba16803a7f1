"""Whom we reach: asked of everybody at one address, after they have booked, so that nothing says who answers (C11)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, helped
from champions.forms import AboutYouForm
from champions.permissions import can_manage_workshops
from champions.reach import reached
from champions.views.replies import SeeOther, only, personal, too_many
from common import form_state, limits
from common.same_origin import same_origin_form

FORM = "about-you"


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def about_you(request: HttpRequest) -> HttpResponse:
    """Age, sex, ethnic group and disability, as bands. Any may be left out."""
    form = AboutYouForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, form)
    if limits.is_over("answer", request):
        return too_many(request)
    try:
        if form_state.is_first(request.POST.get("state", ""), form=FORM):
            actions.count_about_you(answers=form.cleaned_data)
    except form_state.StateLost:
        form.add_error(None, form_state.LOST)
        return _ask(request, form)
    return SeeOther(reverse("champions:about_you_thanks"))


@require_safe
def about_you_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "champions/about_you_thanks.html")


@only(can_manage_workshops)
@require_safe
def who_we_reach(request: HttpRequest) -> HttpResponse:
    """The last quarter that is over, through the rule for small numbers."""
    return render(
        request,
        "champions/who_we_reach.html",
        {"reached": reached(), "helped": helped.by_need().items(), "helped_headings": ["Need", "Times"]},
    )


def _ask(request: HttpRequest, form: AboutYouForm) -> HttpResponse:
    state = form_state.pack(form_state.start(), form=FORM)
    return render(request, "champions/about_you.html", {"form": form, "state": state, "submit": "Send"})
