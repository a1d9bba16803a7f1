"""The log holds ids and never content."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.doors import for_roles
from accounts.roles import Role
from common.models import AuditEntry
from home.oversight.filters import LogFilter

PER_PAGE = 50


@for_roles(Role.DPO, Role.ADMIN)
def audit_log(request: HttpRequest) -> HttpResponse:
    narrowed = LogFilter(request.GET, queryset=AuditEntry.objects.select_related("actor"), request=request)
    page = Paginator(narrowed.qs, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/audit_log.html", {"page": page, "narrowed": narrowed})
