"""The data protection officer answers somebody who asks what we hold about them, or asks us to forget it."""

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from champions.forms.contact import EmailOrMobileField
from common.forms import GovukForm
from common.models import Erasure
from common.rights import asking
from common.sealed import SealBroken, seal, unseal

PURPOSE = "rights"
_HALF_AN_HOUR = 30 * 60


class PersonForm(GovukForm):
    """Who asks."""

    contact = EmailOrMobileField(label="Their email address or mobile number")
    is_them = forms.BooleanField(label="I have checked that the person who asks is the person whom this is about")


@for_roles(Role.DPO)
def rights(request: SignedInRequest) -> HttpResponse:
    """Look somebody up. Posted, so that the address stands in no log and no history."""
    form = PersonForm(request.POST or None)
    context = {"form": form, "erasures": Erasure.objects.select_related("by")[:20]}
    if request.method == "POST" and form.is_valid():
        contact = form.cleaned_data["contact"].lower()
        context |= {"found": asking.look_up(contact), "about": seal(contact, purpose=PURPOSE), "contact": contact}
    return render(request, "home/rights.html", context)


@for_roles(Role.DPO)
@require_POST
def person_file(request: SignedInRequest) -> HttpResponse:
    """Their own file, to send to them."""
    file = asking.file_of(contact=_about(request), by=request.user)
    answer = JsonResponse(file, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="what-we-hold-{timezone.localdate():%Y-%m-%d}.json"'
    return answer


@for_roles(Role.DPO)
@require_POST
def erase_person(request: SignedInRequest) -> HttpResponse:
    """Ask once more, then do it."""
    contact = _about(request)
    if request.POST.get("sure") == "yes":
        return redirect("erasure", asking.erase(contact=contact, by=request.user).pk)
    context = {"found": asking.look_up(contact), "about": request.POST["about"], "contact": contact}
    return render(request, "home/erase_person.html", context)


@for_roles(Role.DPO)
def erasure(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate: what went, what stays and why."""
    return render(request, "home/erasure.html", {"erasure": get_object_or_404(Erasure, pk=pk)})


def _about(request: HttpRequest) -> str:
    """Whom the page was about, for half an hour."""
    try:
        return unseal(request.POST.get("about", ""), purpose=PURPOSE, max_age=_HALF_AN_HOUR)
    except SealBroken as broken:
        raise SuspiciousOperation("The page is too old. Look the person up again.") from broken
