"""What the network is for: finding help with the person beside you, and hearing what has changed."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, helped, links, paper
from champions.forms import HelpedForm, NewsForm
from champions.models import Champion
from champions.permissions import is_active_champion
from champions.promise import current_promise
from champions.views.replies import SeeOther, SignedInRequest, personal
from common import pdf
from common.models import Need
from common.same_origin import same_origin_form


def for_champions(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whoever is in the network today."""

    @wraps(view)
    @login_required
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        if not is_active_champion(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_champions
@require_http_methods(["GET", "HEAD", "POST"])
def in_the_moment(request: SignedInRequest) -> HttpResponse:
    """On one screen of a phone: find a service, numbers to ring, what a champion promised. And: I helped somebody."""
    form = HelpedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        helped.count(**form.cleaned_data)
        messages.success(request, "Thank you. We added one, and nothing else.")
        return SeeOther(reverse("champions:in_the_moment"))
    context = {"form": form, "needs": Need.objects.all(), "promise": current_promise()}
    return render(request, "champions/in_the_moment.html", context)


@for_champions
@require_safe
def to_hand_out(request: SignedInRequest, size: str) -> HttpResponse:
    """The card and the poster for a window, to print."""
    if size not in paper.SIZES:
        raise Http404
    return pdf.response(paper.to_hand_out(size), "help-near-you" if size == "card" else "you-can-ask-here")


@for_champions
@require_http_methods(["GET", "HEAD", "POST"])
def my_news(request: SignedInRequest) -> HttpResponse:
    champion = Champion.objects.filter(user=request.user).first()
    if champion is None:
        # A role without the rest, such as a new one that staff gave: that page says what to do.
        return SeeOther(reverse("champions:my_network"))
    kept = {"wanted": champion.wants_news, "needs": champion.follows.all()}
    form = NewsForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        actions.choose_news(champion=champion, wanted=answers["wanted"], needs=list(answers["needs"]))
        messages.success(request, "Saved.")
        return SeeOther(reverse("champions:my_network"))
    return render(request, "champions/my_news.html", {"form": form})


@same_origin_form
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def stop_news(request: HttpRequest, token: str) -> HttpResponse:
    """One press, without signing in. Opening it changes nothing: programs that look for viruses open every link."""
    champion = links.champion_at(token)
    if request.method == "POST":
        actions.stop_news(champion=champion)
        champion.wants_news = False
    return render(request, "champions/stop_news.html", {"champion": champion})
