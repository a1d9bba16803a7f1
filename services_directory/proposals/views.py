"""A provider's own pages: their entries, the form, and what became of what they sent. Nothing here goes live."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common.same_origin import same_origin_form
from common.sealed import SealBroken
from services_directory import keeping
from services_directory.models import Proposal, ServicePage
from services_directory.permissions import entries_of
from services_directory.proposals import deciding
from services_directory.proposals.differences import as_sent
from services_directory.proposals.editing import Editing

EDIT_METHODS = ["GET", "HEAD", "POST"]
UNCHANGED = "Nothing is different from what stands there now, so we sent nothing. If all of it is right, say so."


@for_roles(Role.PROVIDER)
@cache_control(no_store=True, private=True)
@require_safe
def my_services(request: SignedInRequest) -> HttpResponse:
    """The entries of somebody's organisations, each with the last that they sent."""
    services = list(entries_of(request.user).order_by("title"))
    sent = Proposal.objects.filter(service__in=services, made_by=request.user).order_by("created", "pk")
    last = {proposal.service_id: proposal for proposal in sent}
    rows = [{"service": service, "sent": last.get(service.pk)} for service in services]
    return render(request, "services_directory/proposals/my_services.html", {"rows": rows})


@for_roles(Role.PROVIDER)
@cache_control(no_store=True, private=True)
@require_http_methods(EDIT_METHODS)
def my_service(request: SignedInRequest, pk: int) -> HttpResponse:
    """Edit one entry. What is sent waits for the directory team."""
    service = get_object_or_404(entries_of(request.user), pk=pk)
    waiting = Proposal.objects.waiting().filter(service=service, made_by=request.user).last()
    editing = Editing(service, private=True, data=request.POST or None, waiting=waiting)
    if request.method == "POST" and editing.is_valid():
        base, facts = editing.changes()
        if facts:
            proposal = deciding.propose(
                service=entries_of(request.user).get(pk=pk), base=base, facts=facts, by=request.user
            )
            return redirect("services_directory:my_proposal", proposal.pk)
        messages.info(request, UNCHANGED)
    context = {"service": service, "editing": editing, "waiting": waiting}
    return render(request, "services_directory/proposals/my_service.html", context)


@for_roles(Role.PROVIDER)
@require_POST
def my_service_right(request: SignedInRequest, pk: int) -> HttpResponse:
    """All of it is still right: the entry was checked today."""
    service = get_object_or_404(entries_of(request.user), pk=pk)
    keeping.confirm_by_account(service=service, by=request.user)
    messages.success(request, f"Thank you. “{service.title}” now says that it was checked today.")
    return redirect("services_directory:my_services")


@for_roles(Role.PROVIDER)
@cache_control(no_store=True, private=True)
@require_http_methods(EDIT_METHODS)
def my_proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    """What somebody sent, beside what they read. While nobody has decided, they can take it back."""
    theirs = Proposal.objects.filter(service__in=entries_of(request.user), made_by=request.user)
    proposal = get_object_or_404(theirs.select_related("service"), pk=pk)
    if request.method == "POST":
        try:
            deciding.take_back(proposal=proposal)
            messages.success(request, "You took it back. The entry stays as it is.")
        except deciding.Decided:
            messages.info(request, "Somebody has just decided about it. This is how it stands.")
        return redirect("services_directory:my_proposal", pk)
    context = {"proposal": proposal, "differences": as_sent(proposal, proposal.service)}
    return render(request, "services_directory/proposals/my_proposal.html", context)


def by_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open `view` with the entry behind the link of our mail, or say that the link has ended."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, keeping.service_behind(token), token)
        except (SealBroken, keeping.LinkUsed) as ended:
            context = {"noindex": True, "used": isinstance(ended, keeping.LinkUsed)}
            return render(request, "services_directory/still_right_ended.html", context, status=410)

    return opened


@same_origin_form
@require_http_methods(EDIT_METHODS)
@cache_control(no_store=True, private=True)
@by_link
def still_right_edit(request: HttpRequest, service: ServicePage, token: str) -> HttpResponse:
    """The same form by the link of our mail, without an account and without anybody's name or address in it."""
    editing = Editing(service, private=False, data=request.POST or None)
    context: dict[str, Any] = {"service": service, "editing": editing, "token": token, "noindex": True}
    if request.method == "POST" and editing.is_valid():
        base, facts = editing.changes()
        context["unchanged"] = "" if facts else UNCHANGED
        if facts:
            try:
                contact = keeping.contact_behind(token)
                deciding.propose(service=keeping.service_behind(token), base=base, facts=facts, contact=contact)
            except deciding.TooMany:
                return render(request, "services_directory/proposals/too_many.html", context, status=429)
            return redirect("services_directory:still_right_sent", token)
    return render(request, "services_directory/proposals/by_link.html", context)


@require_safe
@cache_control(no_store=True, private=True)
def still_right_sent(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks, on a page of its own: to load it again sends nothing again."""
    return render(request, "services_directory/still_right_thanks.html", {"answer": "changed", "noindex": True})
