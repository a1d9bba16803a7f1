"""Others in the network: what each shows of themselves, and writing to each other without an address."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from champions import actions, links
from champions.forms import OpenToOthersForm, RelayForm
from champions.models import Champion
from champions.views.network import for_champions
from champions.views.replies import SeeOther, SignedInRequest, personal

NOT_SENT = {
    actions.NotOpenToOthers: "One of you does not want messages from others any more. Nothing was sent.",
    actions.TooManyMessages: "You have sent as many messages as a day allows. Your words are still here. "
    "Please send it tomorrow.",
}


def for_those_who_joined(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whoever is in the network and told us about themselves; it gets the Champion."""

    @wraps(view)
    @for_champions
    def guarded(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        champion = Champion.objects.filter(user=request.user).select_related("user", "ward").first()
        if champion is None:
            return SeeOther(reverse("champions:my_network"))
        return view(request, champion, *args, **kwargs)

    return guarded


@for_those_who_joined
@require_http_methods(["GET", "HEAD", "POST"])
def open_to_others(request: SignedInRequest, champion: Champion) -> HttpResponse:
    names = ("may_be_written_to", "shares", "contact_about", "languages")
    form = OpenToOthersForm(request.POST or None, initial={name: getattr(champion, name) for name in names})
    if request.method == "POST" and form.is_valid():
        actions.open_to_others(champion=champion, **form.cleaned_data)
        messages.success(request, "Saved.")
        return SeeOther(reverse("champions:others"))
    return render(request, "champions/open_to_others.html", {"form": form})


@for_those_who_joined
@personal
@require_safe
def others(request: SignedInRequest, champion: Champion) -> HttpResponse:
    """Whoever may be written to, to those who may be written to themselves."""
    found = []
    if champion.may_be_written_to:
        found = [
            (one, links.write_address(one))
            for one in Champion.objects.open_to_others().exclude(pk=champion.pk).order_by("ward__name", "pk")
        ]
    return render(request, "champions/others.html", {"champion": champion, "others": found})


@for_those_who_joined
@personal
@require_http_methods(["GET", "HEAD", "POST"])
def write_to(request: SignedInRequest, champion: Champion, token: str) -> HttpResponse:
    to = links.champion_to_write_to_at(token)
    if to == champion or not champion.may_be_written_to:
        return SeeOther(reverse("champions:others"))
    form = RelayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.pass_on(sender=champion, to=to, text=form.cleaned_data["text"])
        except (actions.NotOpenToOthers, actions.TooManyMessages) as refused:
            form.add_error("text", NOT_SENT[type(refused)])
        else:
            messages.success(request, "Sent. If they answer, it comes to you by email.")
            return SeeOther(reverse("champions:others"))
    return render(request, "champions/write_to.html", {"form": form, "to": to, "champion": champion})
