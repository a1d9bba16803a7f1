"""The safety queue: pointers and never stories (rule 5), for the safeguarding lead and deputies alone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from common import audit
from common.models import EmergencyContact
from conversations import actions
from conversations.forms import ClosingForm, HideForm
from conversations.models import SafetyPointer
from conversations.states import MoveRefused
from conversations.views.doors import SignedInRequest, for_safeguarding, posted

PER_PAGE = 30


@for_safeguarding
def safeguarding(request: SignedInRequest) -> HttpResponse:
    """The open ones, urgent and oldest first, or those that are closed. Every opening is logged (S3)."""
    show_closed = request.GET.get("show") == "closed"
    visible = SafetyPointer.objects.visible_to(request.user).for_lists()
    page = Paginator(visible.closed() if show_closed else visible.open(), PER_PAGE).get_page(request.GET.get("page"))
    audit.record("safety queue opened", actor=request.user)
    context = {"page": page, "show_closed": show_closed, "query": "show=closed&" if show_closed else ""}
    return render(request, "conversations/safeguarding.html", context)


@for_safeguarding
def open_pointer(request: SignedInRequest, reference: str) -> HttpResponse:
    """One call, who took it on, and how it ended."""
    pointer = visible(request, reference)
    form = ClosingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.close_pointer(pointer=pointer, by=request.user, **form.cleaned_data)
        except MoveRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"{pointer.conversation.reference} is closed.")
        return redirect("conversations:safeguarding")
    actions.pointer_read(pointer=pointer, by=request.user)
    return render(request, "conversations/open_pointer.html", {
        "pointer": pointer, "form": form, "hide_form": HideForm(initial={"hidden_from": pointer.hidden_from_id}),
        "contact": EmergencyContact.objects.filter(code=pointer.rung).first(),
    })  # fmt: skip


@for_safeguarding
@require_POST
def take_on(request: SignedInRequest, reference: str) -> HttpResponse:
    pointer = actions.acknowledge(pointer=visible(request, reference), by=request.user)
    if pointer.acknowledged_by_id == request.user.pk:
        messages.success(request, "It is yours. Ring the facilitator, and check that somebody has acted.")
    else:
        messages.info(request, f"{pointer.acknowledged_by} took it on before you.")
    return redirect("conversations:open_pointer", pointer.conversation.reference)


@for_safeguarding
@require_POST
def hide_pointer(request: SignedInRequest, reference: str) -> HttpResponse:
    form = HideForm(request.POST)
    if form.is_valid():
        actions.hide_from(pointer=visible(request, reference), by=request.user, person=form.cleaned_data["hidden_from"])
        messages.success(request, "Done.")
    return redirect("conversations:safeguarding")


def visible(request: SignedInRequest, reference: str) -> SafetyPointer:
    found = SafetyPointer.objects.visible_to(request.user).select_related(
        "conversation__ward", "conversation__facilitator", "acknowledged_by", "closed_by"
    )
    return get_object_or_404(found, conversation__reference=reference.upper())
