"""What the codings show, for the lead organisation; and the figures that may leave it."""

import csv
from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from common.disclosure import NotPublishable, Shown, protect
from common.disclosure.formats import as_csv, as_json, as_xlsx, headings, plain_cells, rows
from common.models import Release
from conversations import actions
from conversations.actions.releasing import SERIES
from conversations.forms import ChosenThemeForm
from conversations.models import Theme
from conversations.permissions import can_release_figures
from conversations.seeing.sides import sides
from conversations.seeing.tables import BY_SLUG, GROUPS, bars_of, themes_by
from conversations.views.doors import SignedInRequest, for_readers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@for_readers
def what_we_hear(request: SignedInRequest) -> HttpResponse:
    """Themes by one thing at a time, as they may be shown, and the releases."""
    group = BY_SLUG.get(request.GET.get("by", ""), GROUPS[0])
    shown = protect(themes_by(group))
    if request.GET.get("as") == "csv":
        return as_file(shown, f"themes-by-{group.slug}")
    theme, chosen = chosen_theme(request)
    return render(request, "conversations/what_we_hear.html", {
        "sides": sides(shown) if group.slug == "kind" else [],
        "chosen": chosen,
        "theme": theme,
        "bars": bars_of(shown, theme) if theme else [],
        "groups": GROUPS,
        "group": group,
        "shown": shown,
        "headings": headings(shown, group.label),
        "rows": rows(shown),
        "releases": Release.objects.filter(series=SERIES).defer("tables").select_related("by"),
        "may_release": can_release_figures(request.user),
    })  # fmt: skip


@for_readers
@require_POST
def release_themes(request: SignedInRequest) -> HttpResponse:
    try:
        actions.release_themes(by=request.user)
        messages.success(request, "Released. These figures stay as they are from now on.")
    except NotPublishable as refused:
        messages.error(request, str(refused))
    return redirect("conversations:what_we_hear")


@for_readers
def release_file(request: SignedInRequest, number: int, kind: str, table: int = 0) -> HttpResponse:
    """A release as a file: only what was shown on its day."""
    release = get_object_or_404(Release, series=SERIES, pk=number)
    tables = release.shown
    if table >= len(tables):
        raise Http404
    answer = _FILES[kind](release, tables, table)
    answer["Content-Disposition"] = f'attachment; filename="themes-{release.on:%Y-%m-%d}-{table + 1}.{kind}"'
    return answer


_FILES = {
    "csv": lambda _, tables, at: HttpResponse(as_csv(tables[at], tables[at].dimensions[0]), content_type="text/csv"),
    "json": lambda release, tables, _: JsonResponse({"on": f"{release.on}", "tables": [as_json(t) for t in tables]}),
    "xlsx": lambda _, tables, __: HttpResponse(as_xlsx(tables), content_type=XLSX),
}


def chosen_theme(request: SignedInRequest) -> tuple[Theme | None, ChosenThemeForm]:
    """The theme that the reader looks at, or the first of the codebook; None where there is none yet."""
    form = ChosenThemeForm(request.GET if "theme" in request.GET else None)
    if form.is_valid():
        return form.cleaned_data["theme"], form
    first = Theme.objects.said().in_use().with_conversations_counted().first()
    return first, ChosenThemeForm(initial={"theme": first})


def lines_as_file(lines: Iterable[Sequence[str]], name: str) -> HttpResponse:
    """What a page shows that is no table of counts, as CSV. No cell runs in a spreadsheet."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerows(map(plain_cells, lines))
    return answer


def as_file(shown: Shown, name: str) -> HttpResponse:
    """A table as CSV: the very cells that the page shows."""
    answer = HttpResponse(as_csv(shown, shown.dimensions[0]), content_type="text/csv")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.csv"'
    return answer
