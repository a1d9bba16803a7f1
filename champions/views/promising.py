"""Still active? Once a year, from the mail without signing in, or from one's own page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from champions import actions, links
from champions.models import Champion
from champions.promise import current_promise
from champions.views.network import for_champions
from champions.views.replies import SeeOther, SignedInRequest, personal
from common.same_origin import same_origin_form


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def still_active(request: HttpRequest, token: str) -> HttpResponse:
    """Yes or no. Opening it changes nothing: programs that look for viruses open every link."""
    champion = links.champion_to_ask_at(token)
    answer = request.POST.get("answer") if request.method == "POST" else ""
    if answer == "no":
        actions.leave(user=champion.user)
        return render(request, "champions/has_left.html")
    if answer == "yes":
        actions.agree_again(champion=champion)
    return render(request, "champions/still_active.html", {"champion": champion, "promise": current_promise()})


@for_champions
@require_http_methods(["GET", "HEAD", "POST"])
def my_promise(request: SignedInRequest) -> HttpResponse:
    champion = Champion.objects.filter(user=request.user).first()
    if champion is None:
        return SeeOther(reverse("champions:my_network"))
    if request.method == "POST":
        actions.agree_again(champion=champion)
        messages.success(request, "Thank you. We ask you again in a year.")
        return SeeOther(reverse("champions:my_network"))
    return render(request, "champions/my_promise.html", {"champion": champion, "promise": current_promise()})
