"""Where people land when they sign in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from conversations.models import Conversation
from conversations.states import State
from home.my.next_steps import next_steps_for


@login_required
def my(request: SignedInRequest) -> HttpResponse:
    return render(request, "home/my.html", {"next_steps": next_steps_for(request.user)})


@login_required
@require_POST
def still_here(request: SignedInRequest) -> HttpResponse:
    """Somebody who only reads says that they are still there. Any request makes the sign-in last again."""
    return HttpResponse(status=204)


@for_roles(Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)
def workspace(request: SignedInRequest) -> HttpResponse:
    """The lead organisation's front page: how much waits, and where to go."""
    waiting = Conversation.objects.visible_to(request.user).counts_by_state()
    return render(request, "home/workspace.html", {"waiting": waiting.get(State.SUBMITTED, 0)})
