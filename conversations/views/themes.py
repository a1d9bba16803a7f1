"""The codebook, what each theme leads to, and the priorities."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from conversations import actions
from conversations.choices import PointKind
from conversations.forms import LinkForm, NotTakenForwardForm
from conversations.models import Point, PriorityPage, Quote, Theme, ThreadLink
from conversations.permissions import can_change_codebook, can_link_themes
from conversations.views.doors import SignedInRequest, for_deciders, for_readers

# Enough to judge a theme by; the rest is in the notes.
POINTS_SHOWN = 30


@for_readers
def workspace_themes(request: SignedInRequest) -> HttpResponse:
    """Every theme, by the number of conversations and not of points, so that one loud group never decides."""
    themes = (
        Theme.objects.said()
        .in_use()
        .with_conversations_counted()
        .with_places_and_points_counted()
        .with_answers()
        .order_by("-conversation_count", "-place_count", "order")
    )
    return render(request, "conversations/workspace_themes.html", {"themes": themes})


@for_readers
def workspace_theme(request: SignedInRequest, code: str, link_form=None, because_form=None) -> HttpResponse:
    """One theme: what was said, and where it leads."""
    theme = get_object_or_404(Theme.objects.said().with_conversations_counted().with_answers(), code=code)
    if theme.merged_into:
        return redirect("conversations:workspace_theme", theme.merged_into.code)
    points = (
        Point.objects.counted()
        .open_to(request.user)
        .with_theme(theme)
        .select_related("conversation__ward", "quote__agreed_for")
    )
    actions.theme_read(theme=theme, by=request.user, why="to see what was said about it")
    link_form = link_form or LinkForm(auto_id="link_%s")
    because_form = because_form or NotTakenForwardForm(initial={"because": theme.reason_not_taken_forward})
    return render(request, "conversations/workspace_theme.html", {
        "theme": theme,
        "points": points[:POINTS_SHOWN],
        "may_decide": can_link_themes(request.user),
        "may_change": can_change_codebook(request.user),
        "link_form": link_form,
        "because_form": because_form,
        "forms": [link_form, because_form],
    })  # fmt: skip


@for_deciders
@require_POST
def link_theme(request: SignedInRequest, code: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.said(), code=code)
    form = LinkForm(request.POST, auto_id="link_%s")
    if form.is_valid():
        try:
            actions.link_theme(theme=theme, by=request.user, **form.cleaned_data)
            messages.success(request, "Linked. The priority’s page shows it now.")
            return redirect("conversations:workspace_theme", code)
        except ValidationError as refused:
            form.add_error("priority", refused)
    return workspace_theme(request, code, link_form=form)


@for_deciders
@require_POST
def unlink_theme(request: SignedInRequest, code: str, link_id: int) -> HttpResponse:
    link = get_object_or_404(ThreadLink, pk=link_id, theme__code=code)
    actions.unlink_theme(link=link, by=request.user)
    messages.success(request, "The link is gone. This theme needs an answer.")
    return redirect("conversations:workspace_theme", code)


@for_deciders
@require_POST
def not_taken_forward(request: SignedInRequest, code: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.said(), code=code)
    form = NotTakenForwardForm(request.POST)
    if form.is_valid():
        try:
            actions.set_not_taken_forward(theme=theme, reason=form.cleaned_data["because"], by=request.user)
            messages.success(request, "Published. The strategy says why.")
            return redirect("conversations:workspace_theme", code)
        except ValidationError as refused:
            form.add_error("because", refused)
    return workspace_theme(request, code, because_form=form)


@for_deciders
@require_POST
def agree_quote(request: SignedInRequest, code: str, quote_id: int) -> HttpResponse:
    """Show somebody's own words on the page of a priority that this theme leads to, or take them away."""
    theme = get_object_or_404(Theme.objects.said(), code=code)
    quote = get_object_or_404(Quote.objects.publishable(), pk=quote_id, point__in=Point.objects.with_theme(theme))
    chosen = request.POST.get("priority", "")
    priority = get_object_or_404(PriorityPage.objects.leading_from(theme), pk=chosen) if chosen.isdecimal() else None
    actions.agree_quote(quote=quote, priority=priority, by=request.user)
    messages.success(request, "The words are agreed." if priority else "The words are taken away.")
    return redirect("conversations:workspace_theme", code)


def theme_heard(request: HttpRequest, code: str) -> HttpResponse:
    """Public: how many conversations had this theme and what came of it. Kinds of point, never points."""
    theme = get_object_or_404(Theme.objects.said().with_conversations_counted().with_answers(), code=code)
    if theme.merged_into:
        return redirect("conversations:theme_heard", theme.merged_into.code)
    found = set(Point.objects.counted().with_theme(theme).values_list("kind", flat=True))
    shown = theme.heard.isdigit() and theme.conversation_count > 0
    kinds = [kind.label for kind in PointKind if shown and kind in found]
    return render(request, "conversations/theme_heard.html", {"theme": theme, "kinds": kinds, "section": "strategy"})
