"""The list of people to keep apart, for those who run workshops alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from champions import actions
from champions.forms import KeepApartForm
from champions.models import KeptApart
from champions.permissions import can_manage_workshops
from champions.views.replies import SeeOther, only, personal
from common import audit


@only(can_manage_workshops)
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def kept_apart(request: HttpRequest) -> HttpResponse:
    """Opening it is noted."""
    form = KeepApartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.keep_apart(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. Neither of them is told.")
        return SeeOther(reverse("champions:kept_apart"))
    audit.record("list of people to keep apart opened", actor=request.user)
    return render(request, "champions/kept_apart.html", {"form": form, "pairs": KeptApart.objects.all()})


@only(can_manage_workshops)
@require_POST
def let_meet(request: HttpRequest, pk: int) -> HttpResponse:
    actions.let_meet(pair=get_object_or_404(KeptApart, pk=pk), by=request.user)
    messages.success(request, "Taken off the list.")
    return SeeOther(reverse("champions:kept_apart"))
