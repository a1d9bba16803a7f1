"""What came of a conversation, for whoever has its card; and the mails about it. Public, without cookie or account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from common import limits
from common.same_origin import same_origin_form
from conversations import actions, thread
from conversations.forms import CardForm, FollowerForm
from conversations.links import LinkBroken, action_at, card_address, conversation_at, follower_at
from conversations.models import Conversation
from conversations.views.doors import please_wait, posted

_SECTION = {"section": "conversations"}


@same_origin_form
def came_of_code(request: HttpRequest) -> HttpResponse:
    """Enter the code on the card."""
    form = CardForm(posted(request))
    if form.is_valid():
        if limits.is_over("came_of_it", request):
            return please_wait(request)
        code = form.cleaned_data["code"]
        if found := Conversation.objects.counted().filter(withdrawal_code=code).first():
            return redirect(card_address(found))
        form.add_error("code", "Nothing has come of this code yet, or it is another one. Look at your card again")
    context = {"form": form, "submit": "See what came of it", "back_url": "/conversations/", "autocomplete": "off"}
    return render(request, "conversations/came_of_code.html", context | _SECTION)


@never_cache
@same_origin_form
def came_of_card(request: HttpRequest, token: str) -> HttpResponse:
    """What came of it, as the card may say it, and a form for those who want to hear more."""
    try:
        conversation = conversation_at(token)
    except LinkBroken:
        return link_is_broken(request)
    form = FollowerForm(posted(request))
    if form.is_valid():
        if limits.is_over("came_of_it", request):
            return please_wait(request)
        if is_adult := form.cleaned_data["is_adult"] == "yes":
            actions.follow(conversation=conversation, email=form.cleaned_data["email"])
        return render(request, "conversations/you_follow.html", {"is_adult": is_adult} | _SECTION)
    themes = thread.came_of(conversation) if conversation.is_counted else []
    return render(request, "conversations/came_of_card.html", {"themes": themes, "form": form} | _SECTION)


@never_cache
@same_origin_form
def news(request: HttpRequest, token: str) -> HttpResponse:
    """The address in a follower's mail: what came of it; a press on the button stops the mails."""
    try:
        follower = follower_at(token)
    except LinkBroken:
        return link_is_broken(request)
    if request.method == "POST":
        actions.stop_following(follower=follower)
        return render(request, "conversations/stopped_following.html", _SECTION)
    conversation = follower.conversation
    themes = thread.came_of(conversation) if conversation.is_counted else []
    return render(request, "conversations/news.html", {"themes": themes} | _SECTION)


@never_cache
@same_origin_form
def still_as_it_was(request: HttpRequest, token: str) -> HttpResponse:
    """The address in an owner's reminder. Opening it changes nothing, because mail scanners follow links."""
    try:
        action = action_at(token)
    except LinkBroken:
        return link_is_broken(request)
    if request.method == "POST":
        actions.nothing_changed(action=action)
    context = {"action": action, "is_noted": request.method == "POST", "section": "strategy"}
    return render(request, "conversations/still_as_it_was.html", context)


def link_is_broken(request: HttpRequest) -> HttpResponse:
    return render(request, "conversations/link_is_broken.html", _SECTION, status=410)
