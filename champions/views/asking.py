"""Ask the team: what a champion asks, and who of the team answers by when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import for_roles
from accounts.roles import Role
from champions import actions
from champions.forms import AnswerForm, TeamQuestionForm
from champions.models import TeamQuestion
from champions.views.network import for_champions
from champions.views.replies import SeeOther, SignedInRequest, personal


@for_champions
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def ask_the_team(request: SignedInRequest) -> HttpResponse:
    """Their own questions with the answers, and a new one."""
    form = TeamQuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        question = actions.ask_the_team(user=request.user, **form.cleaned_data)
        messages.success(request, f"Sent. We answer by {question.due_on:%A %-d %B}, and write to you when we have.")
        return SeeOther(reverse("champions:ask_the_team"))
    mine = TeamQuestion.objects.of_user(request.user)
    return render(request, "champions/ask_the_team.html", {"form": form, "questions": mine})


@for_roles(Role.COORDINATOR)
@personal
@require_safe
def team_questions(request: SignedInRequest) -> HttpResponse:
    questions = TeamQuestion.objects.waiting_first()[:200]
    return render(request, "champions/team_questions.html", {"questions": questions, "today": timezone.localdate()})


@for_roles(Role.COORDINATOR)
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def team_question(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    question = get_object_or_404(TeamQuestion.objects.select_related("asked_by", "owner", "answered_by"), uuid=uuid)
    form = AnswerForm(request.POST or None, initial={"answer": question.answer})
    if request.method == "POST" and form.is_valid():
        actions.answer_question(question=question, by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. The person hears that there is an answer.")
        return SeeOther(reverse("champions:team_questions"))
    return render(request, "champions/team_question.html", {"form": form, "question": question})


@for_roles(Role.COORDINATOR)
@require_POST
def take_on_question(request: SignedInRequest, uuid: UUID) -> HttpResponse:
    actions.take_on_question(question=get_object_or_404(TeamQuestion, uuid=uuid), by=request.user)
    messages.success(request, "It is yours now.")
    return SeeOther(reverse("champions:team_question", args=[uuid]))
