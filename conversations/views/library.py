"""Public: how we measure, the library of evidence, and all of it as data. Without a cookie."""

import csv
import io
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from common.disclosure.formats import plain_cells
from common.whole_pages import same_for_everybody
from conversations import open_data, thread
from conversations.choices import RecordKind
from conversations.models import Indicator, PriorityPage, Record, Theme

_SECTION = {"section": "strategy"}
THEMES_SHOWN = 10


@same_for_everybody
def how_we_measure(request: HttpRequest) -> HttpResponse:
    """The performance framework: definitions first, figures and what people say side by side."""
    themes = Theme.objects.said().in_use().with_conversations_counted().with_answers()
    return render(request, "conversations/how_we_measure.html", {
        "indicators": Indicator.objects.for_lists(),
        "themes": themes.order_by("-conversation_count", "order")[:THEMES_SHOWN],
        "answered": thread.share_answered(),
    } | _SECTION)  # fmt: skip


@same_for_everybody
def evidence(request: HttpRequest) -> HttpResponse:
    """The library, all of it or one kind."""
    kind = request.GET.get("kind", "")
    found = Record.objects.public()
    if kind in RecordKind.values:
        found = found.filter(kind=kind)
    context = {"records": found, "kinds": RecordKind.choices, "kind": kind}
    return render(request, "conversations/evidence.html", context | _SECTION)


@same_for_everybody
def evidence_record(request: HttpRequest, code: str) -> HttpResponse:
    record = get_object_or_404(Record.objects.public(), code=code)
    links = record.links.filter(priority__live=True).select_related("priority")
    return render(request, "conversations/evidence_record.html", {"record": record, "links": links} | _SECTION)


@same_for_everybody
def data(request: HttpRequest) -> HttpResponse:
    """What there is to take, and under which licence."""
    context = {"files": open_data.FILES, "licence": open_data.LICENCE}
    return render(request, "conversations/open_data.html", context | _SECTION)


def data_json(request: HttpRequest) -> HttpResponse:
    priorities = PriorityPage.objects.live().standing()
    return JsonResponse({"licence": open_data.LICENCE, **open_data.everything(priorities)})


def data_csv(request: HttpRequest, name: str) -> HttpResponse:
    """One table of it."""
    if name not in open_data.FILES:
        raise Http404
    answer = HttpResponse(as_csv(open_data.FILES[name].rows()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def as_csv(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    for row in rows:
        write(plain_cells(row))
    return out.getvalue()
