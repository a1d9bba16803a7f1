"""“What we heard”: choosing and writing it in the workspace, and its figures for everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from common.disclosure.formats import as_csv
from conversations import actions
from conversations.forms import TellForm, WordsForm
from conversations.models import WhatWeHeardPage
from conversations.views.doors import SignedInRequest, for_analysts, posted

PAGES_SHOWN = 30


@for_analysts
def tell(request: SignedInRequest) -> HttpResponse:
    """The pages that there are, and a form for another."""
    form = TellForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            page = actions.draft_what_we_heard(by=request.user, **form.cleaned_data)
            return redirect("conversations:tell_words", page.pk)
        except actions.NotReady as missing:
            messages.error(request, str(missing))
    pages = WhatWeHeardPage.objects.order_by("-pk")[:PAGES_SHOWN]
    return render(request, "conversations/tell.html", {"form": form, "pages": pages})


@for_analysts
def tell_words(request: SignedInRequest, number: int) -> HttpResponse:
    """Write it, as long as it is not with the publisher."""
    page = get_object_or_404(WhatWeHeardPage, pk=number)
    form = WordsForm(posted(request), page=page)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_what_we_heard(page=page, by=request.user, intro=form.cleaned_data["intro"], words=form.words)
            messages.success(request, "Saved. Nobody else sees it yet.")
            return redirect("conversations:tell_words", number)
        except actions.NotReady as missing:
            messages.error(request, str(missing))
    context = {"page": page, "form": form, "is_open": actions.is_open(page)}
    return render(request, "conversations/tell_words.html", context)


@for_analysts
@require_POST
def send_to_publisher(request: SignedInRequest, number: int) -> HttpResponse:
    page = get_object_or_404(WhatWeHeardPage, pk=number)
    try:
        actions.send_what_we_heard(page=page, by=request.user)
        messages.success(request, "It is with the publisher now.")
    except actions.NotReady as missing:
        messages.error(request, str(missing))
    return redirect("conversations:tell_words", number)


def heard_figures(request: HttpRequest, number: int) -> HttpResponse:
    """Public: the table of a published page, as it is shown there."""
    page = get_object_or_404(WhatWeHeardPage.objects.live().select_related("release"), pk=number)
    answer = HttpResponse(as_csv(page.shown, page.shown.dimensions[0]), content_type="text/csv")
    answer["Content-Disposition"] = f'attachment; filename="what-we-heard-{page.release.on:%Y-%m-%d}.csv"'
    return answer
