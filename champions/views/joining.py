"""Joining the network, by the personal link that comes after a workshop. There is no other way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from champions import actions, links
from champions.forms import JoinForm
from champions.promise import current_promise
from champions.views.replies import SeeOther, personal
from common.same_origin import same_origin_form


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation = links.invitation_at(token)
    if invitation.used_at:
        return render(request, "champions/joined.html", {"attendance": invitation.attendance})
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        if answers["is_adult"] == "no":
            return SeeOther(reverse("champions:young_people"))
        actions.join(
            invitation=invitation, role_type=answers["role_type"], setting=answers["setting"], ward=answers["ward"]
        )
        return SeeOther(reverse("champions:join", args=[token]))
    context = {
        "form": form,
        "submit": "Join the network",
        "promise": current_promise(),
        "attendance": invitation.attendance,
    }
    return render(request, "champions/join.html", context)
