"""Joining the network, by the personal link that comes after a workshop. There is no other way in; and leaving it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from champions import actions, links
from champions.forms import JoinForm
from champions.models import Champion, TeamUpdate
from champions.promise import current_promise
from champions.views.replies import SeeOther, SignedInRequest, personal
from common.same_origin import same_origin_form


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation = links.invitation_at(token)
    if invitation.used_at and Champion.objects.under(invitation.attendance.email).exists():
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_network(request: SignedInRequest) -> HttpResponse:
    """What the network knows of somebody, and the way out (C14)."""
    if request.method == "POST":
        actions.leave(user=request.user)
        return SeeOther(reverse("champions:my_network"))
    champion = Champion.objects.filter(user=request.user).select_related("ward").first()
    updates = TeamUpdate.objects.current() if champion else []
    return render(request, "champions/my_network.html", {"champion": champion, "updates": updates})
