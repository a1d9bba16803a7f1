"""The desk's records of other evidence, what they support, and partners' self-checks."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from common.same_origin import same_origin_form
from conversations import actions
from conversations.forms import AskPartnerForm, OwnSelfCheckForm, RecordForm, SelfCheckForm, SupportForm
from conversations.links import LinkBroken, invitation_at
from conversations.models import Record, SelfCheck
from conversations.permissions import can_sign_off, can_write_strategy, may_see_strategy, may_sign_off
from conversations.views.doors import SignedInRequest, for_signers, for_strategy_writers, posted
from conversations.views.following import link_is_broken
from conversations.views.trying import tried

CHECKS_SHOWN = 50


@login_required
def records(request: SignedInRequest) -> HttpResponse:
    """All of them; for those who only sign learning from cases off, what waits for them."""
    sees_all = may_see_strategy(request.user)
    if not (sees_all or may_sign_off(request.user)):
        raise PermissionDenied
    return render(request, "conversations/records.html", {
        "records": Record.objects.all() if sees_all else Record.objects.to_sign(),
        "sees_all": sees_all,
        "may_write": can_write_strategy(request.user),
    })  # fmt: skip


@for_strategy_writers
def new_record(request: SignedInRequest) -> HttpResponse:
    form = RecordForm(posted(request))
    if record := tried(form, actions.add_record, by=request.user):
        messages.success(request, "Kept. Nobody outside sees it yet.")
        return redirect("conversations:record", record.code)
    return render(request, "conversations/new_record.html", {"form": form})


@login_required
def record(request: SignedInRequest, code: str, support_form: SupportForm | None = None) -> HttpResponse:
    """One record. Whoever signs learning from cases off sees it too."""
    if not (may_see_strategy(request.user) or may_sign_off(request.user)):
        raise PermissionDenied
    found = get_object_or_404(Record.objects.select_related("signed_by"), code=code)
    return render(request, "conversations/record.html", {
        "record": found,
        "links": found.links.select_related("priority"),
        "may_write": can_write_strategy(request.user),
        "may_sign": can_sign_off(request.user, found),
        "support_form": support_form or SupportForm(),
        "forms": [support_form] if support_form else [],
    })  # fmt: skip


@for_strategy_writers
def change_record(request: SignedInRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Record, code=code)
    form = RecordForm(posted(request), instance=found)
    if tried(form, actions.change_record, record=found, by=request.user):
        messages.success(request, "Saved.")
        return redirect("conversations:record", code)
    return render(request, "conversations/change_record.html", {"record": found, "form": form})


@for_signers
@require_POST
def sign_record_off(request: SignedInRequest, code: str) -> HttpResponse:
    actions.sign_off(record=get_object_or_404(Record, code=code), by=request.user)
    messages.success(request, "Signed off: nobody can be recognised in it.")
    return redirect("conversations:record", code)


@for_strategy_writers
@require_POST
def show_record(request: SignedInRequest, code: str) -> HttpResponse:
    """Into the public library, or out of it."""
    is_public = "show" in request.POST
    try:
        actions.show_record(record=get_object_or_404(Record, code=code), by=request.user, is_public=is_public)
        messages.success(request, "Everybody can read it now." if is_public else "It is off the website.")
    except actions.NotReady as missing:
        messages.error(request, str(missing))
    return redirect("conversations:record", code)


@for_strategy_writers
@require_POST
def support_priority(request: SignedInRequest, code: str) -> HttpResponse:
    form = SupportForm(request.POST)
    if tried(form, actions.support, record=get_object_or_404(Record, code=code), by=request.user):
        messages.success(request, "Linked.")
        return redirect("conversations:record", code)
    return record(request, code, support_form=form)


@for_strategy_writers
def self_checks(request: SignedInRequest) -> HttpResponse:
    """How partners see themselves, by name of the organisation and never ranked."""
    form = SelfCheckForm(posted(request))
    if tried(form, actions.check_ourselves, by=request.user):
        messages.success(request, "Thank you. It counts for a year.")
        return redirect("conversations:self_checks")
    return _self_checks(request, form=form)


@for_strategy_writers
@require_POST
def ask_partner(request: SignedInRequest) -> HttpResponse:
    """Send somebody at a partner the link by which they answer themselves."""
    form = AskPartnerForm(request.POST, prefix="ask")
    if tried(form, actions.ask_partner, by=request.user):
        messages.success(request, "We wrote to them. Their answer shows here when it comes.")
        return redirect("conversations:self_checks")
    return _self_checks(request, ask_form=form)


def _self_checks(request: SignedInRequest, form=None, ask_form=None) -> HttpResponse:
    bound = [one for one in (form, ask_form) if one is not None and one.errors]
    return render(request, "conversations/self_checks.html", {
        "checks": SelfCheck.objects.order_by("organisation", "-on")[:CHECKS_SHOWN],
        "form": form or SelfCheckForm(),
        "ask_form": ask_form or AskPartnerForm(prefix="ask"),
        "forms": bound,
    })  # fmt: skip


@never_cache
@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
def see_ourselves(request: HttpRequest, token: str) -> HttpResponse:
    """A partner answers by the link of our mail, without an account. Opening it changes nothing."""
    try:
        invitation = invitation_at(token)
    except LinkBroken:
        return link_is_broken(request)
    form = OwnSelfCheckForm(request.POST if request.method == "POST" else None)
    sent = SelfCheck.objects.filter(invitation=invitation.key).exists()
    if not sent and request.method == "POST" and form.is_valid():
        try:
            actions.partner_checked(invitation=invitation, **form.cleaned_data)
            return redirect("conversations:see_ourselves", token)
        except actions.AlreadyAnswered:
            sent = True
    context = {"organisation": invitation.organisation, "form": form, "is_sent": sent, "noindex": True}
    return render(request, "conversations/see_ourselves.html", {**context, "section": "strategy"})
