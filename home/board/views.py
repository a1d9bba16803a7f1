"""Aggregates only: whoever opens this sees no note and no name (B1), and no small number (rule 7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import pdf
from conversations import actions
from conversations.models import Decision, Risk
from conversations.permissions import can_decide_strategy, can_write_strategy
from conversations.views.doors import posted
from conversations.views.trying import tried
from home.board import paper
from home.board.forms import AskForm, DecideForm, RiskForm
from home.board.reading import everything

STEERS = (Role.BOARD, Role.OWNER, Role.COORDINATOR, Role.ANALYST)
SHOWN = 50


@for_roles(*STEERS)
def board(request: SignedInRequest) -> HttpResponse:
    """How it goes, in five minutes."""
    return render(request, "home/board.html", everything())


@for_roles(*STEERS)
def board_pack(request: SignedInRequest) -> HttpResponse:
    """The same on paper."""
    return pdf.response(paper.board_pack(), "board-pack")


@for_roles(*STEERS)
def risks(request: SignedInRequest) -> HttpResponse:
    may_write = can_write_strategy(request.user)
    form = RiskForm(posted(request) if may_write else None)
    if tried(form, actions.add_risk, by=request.user):
        messages.success(request, "Written down. The board sees it now.")
        return redirect("risks")
    context = {"risks": Risk.objects.select_related("priority")[:SHOWN], "form": form, "may_write": may_write}
    return render(request, "home/risks.html", context)


@for_roles(Role.OWNER, Role.COORDINATOR, Role.ANALYST)
@require_POST
def close_risk(request: SignedInRequest, number: int) -> HttpResponse:
    actions.close_risk(risk=get_object_or_404(Risk, pk=number), by=request.user)
    messages.success(request, "Noted: it is over.")
    return redirect("risks")


@for_roles(*STEERS)
def decisions(request: SignedInRequest) -> HttpResponse:
    """What is due, the log of what was decided, and a form for what comes next."""
    form = AskForm(posted(request))
    if tried(form, actions.ask_the_board, by=request.user):
        messages.success(request, "It is before the board now.")
        return redirect("decisions")
    due, taken = Decision.objects.due(), Decision.objects.taken()[:SHOWN]
    return render(request, "home/decisions.html", {"due": due, "taken": taken, "form": form})


@for_roles(*STEERS)
def decision(request: SignedInRequest, number: int) -> HttpResponse:
    """One question with what the lens showed; the board writes down what it decided."""
    found = get_object_or_404(Decision, pk=number)
    may_decide = can_decide_strategy(request.user) and found.decided_on is None
    form = DecideForm(posted(request) if may_decide else None)
    if tried(form, actions.decide_it, decision=found, by=request.user):
        messages.success(request, "The decision is written down.")
        return redirect("decision", number)
    return render(request, "home/decision.html", {"decision": found, "form": form, "may_decide": may_decide})


def lens(request: HttpRequest) -> HttpResponse:
    """Public: the five questions on paper, for whoever writes a report."""
    return pdf.response(paper.lens(), "violence-reduction-lens")
