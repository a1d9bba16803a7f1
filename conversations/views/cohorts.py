"""Cohorts: the coordinator's page with their places, and a facilitator's training and buddy; talks afterwards."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.models import User
from champions.models import TrainingRecord
from champions.models.training import trained_until
from conversations import actions
from conversations.cohorts import members_of
from conversations.forms import BuddiesForm, DebriefForm, PlaceForm
from conversations.models import Buddies, Cohort, Conversation, Debrief
from conversations.permissions import can_plan
from conversations.views.doors import SignedInRequest, for_cohort_leads, own_conversation, posted


@for_cohort_leads
def cohorts(request: SignedInRequest) -> HttpResponse:
    """Who would like a talk, first; then each cohort with its places."""
    listed = [(cohort, members_of(cohort)) for cohort in Cohort.objects.all()]
    context = {"cohorts": listed, "debriefs": Debrief.objects.waiting(), "form": PlaceForm()}
    return render(request, "conversations/cohorts.html", context)


@for_cohort_leads
@require_POST
def give_place(request: SignedInRequest, number: int) -> HttpResponse:
    cohort, form = get_object_or_404(Cohort, pk=number), PlaceForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose a facilitator who has no place yet.")
        return redirect("conversations:cohorts")
    try:
        actions.add_to_cohort(cohort=cohort, person=form.cleaned_data["person"], by=request.user)
        messages.success(request, "Added.")
    except actions.CohortFull:
        messages.error(request, f"All {cohort.size} places of “{cohort}” are taken. Free one first.")
    return redirect("conversations:cohorts")


@for_cohort_leads
def free_place(request: SignedInRequest, number: int, person: int) -> HttpResponse:
    """Ask first. Their conversations stay theirs."""
    cohort = get_object_or_404(Cohort, pk=number)
    member = get_object_or_404(cohort.members, pk=person)
    if request.method == "POST":
        actions.take_out_of_cohort(cohort=cohort, person=member, by=request.user)
        messages.success(request, "The place is free.")
        return redirect("conversations:cohorts")
    return render(request, "conversations/free_place.html", {"cohort": cohort, "member": member})


@for_cohort_leads
def pair_up(request: SignedInRequest, number: int) -> HttpResponse:
    cohort = get_object_or_404(Cohort, pk=number)
    form = BuddiesForm(posted(request), cohort=cohort)
    if request.method == "POST" and form.is_valid() and _asked(request, cohort, form):
        return redirect("conversations:cohorts")
    return render(request, "conversations/pair_up.html", {"cohort": cohort, "form": form})


def _asked(request: SignedInRequest, cohort: Cohort, form: BuddiesForm) -> bool:
    try:
        actions.suggest_buddies(cohort=cohort, by=request.user, **form.cleaned_data)
    except actions.NotInCohort as wrong:
        form.add_error(None, str(wrong))
        return False
    messages.success(request, "Both are asked. You see here when they have agreed.")
    return True


@for_cohort_leads
@require_POST
def debrief_held(request: SignedInRequest, number: int) -> HttpResponse:
    actions.debrief_held(debrief=get_object_or_404(Debrief, pk=number), by=request.user)
    messages.success(request, "Thank you for the talk.")
    return redirect("conversations:cohorts")


@login_required
def my_cohort(request: SignedInRequest) -> HttpResponse:
    """Until when the own training holds, and the buddy: who it is only when both have agreed."""
    user: User = request.user
    found, buddies = Cohort.objects.filter(members=user).first(), Buddies.objects.of(user).first()
    last = TrainingRecord.objects.last_of_facilitators([user.pk]).get(user.pk)
    if found is None and last is None:
        raise PermissionDenied
    return render(request, "conversations/my_cohort.html", {
        "cohort": found, "until": trained_until(last) if last else None, "may_plan": can_plan(user),
        "buddies": buddies, "has_agreed": bool(buddies and buddies.has_agreed(user)),
        "buddy": buddies.other(user) if buddies and buddies.is_agreed else None,
    })  # fmt: skip


@login_required
@require_POST
def answer_buddy(request: SignedInRequest) -> HttpResponse:
    buddies = get_object_or_404(Buddies.objects.of(request.user))
    if request.POST.get("answer") == "yes":
        actions.agree_to_buddy(buddies=buddies, by=request.user)
        messages.success(request, "Thank you.")
    else:
        actions.end_buddies(buddies=buddies, by=request.user)
        messages.success(request, "That is all right. Nobody is told why.")
    return redirect("conversations:my_cohort")


@own_conversation
def debrief(request: SignedInRequest, conversation: Conversation) -> HttpResponse:
    """Offered after every session: most of all a hard one. Nothing is asked about what happened."""
    form = DebriefForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.ask_for_debrief(conversation=conversation, by=request.user, how=form.cleaned_data["how"])
        messages.success(request, "The coordinator knows. If you need somebody now, ring Samaritans on 116 123.")
        return redirect("conversations:note", conversation.reference)
    return render(request, "conversations/debrief.html", {"conversation": conversation, "form": form})
