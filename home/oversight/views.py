"""The log holds ids and never content."""

import csv

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common import audit, audit_chain
from common.disclosure.formats import plain_cells
from common.models import AuditEntry
from home.oversight.filters import LogFilter

PER_PAGE = 50
_COLUMNS = ["line", "at", "actor", "action", "thing", "id", "reason", "digest"]


@for_roles(Role.DPO, Role.ADMIN)
def audit_log(request: HttpRequest) -> HttpResponse:
    narrowed = _narrowed(request, request.GET)
    page = Paginator(narrowed.qs, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/audit_log.html", {"page": page, "narrowed": narrowed})


@for_roles(Role.DPO, Role.ADMIN)
def check_log(request: HttpRequest) -> HttpResponse:
    """Is the log as it was written?"""
    try:
        return render(request, "home/audit_log_checked.html", {"whole": audit_chain.check()})
    except audit_chain.ChainBroken as broken:
        return render(request, "home/audit_log_checked.html", {"broken": broken})


@for_roles(Role.DPO, Role.ADMIN)
@require_POST
def log_csv(request: SignedInRequest) -> HttpResponse:
    """The lines that are shown, as a file. Taking it is a line of the log itself."""
    lines = list(_narrowed(request, request.POST).qs)
    audit.record("log exported", actor=request.user, reason=f"{len(lines)} lines")
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="log-{timezone.localdate():%Y-%m-%d}.csv"'
    })  # fmt: skip
    write = csv.writer(answer, lineterminator="\r\n").writerow
    write(_COLUMNS)
    for line in lines:
        at, who = timezone.localtime(line.at).isoformat(), line.actor_id or ""
        write(
            plain_cells([line.number or "", at, who, line.action, line.thing, line.thing_id, line.reason, line.digest])
        )
    return answer


def _narrowed(request: HttpRequest, answers) -> LogFilter:
    return LogFilter(answers, queryset=AuditEntry.objects.select_related("actor"), request=request)
