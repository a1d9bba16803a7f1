"""The safety queue holds pointers and never stories (rule 5); the log holds ids and never content."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.doors import for_roles
from accounts.roles import Role
from common import audit
from common.models import AuditEntry
from conversations.models import SafetyPointer

PER_PAGE = 50


@for_roles(Role.SAFEGUARDING, Role.DEPUTY)
def safeguarding(request: HttpRequest) -> HttpResponse:
    """Oldest first. Every opening is logged (S3)."""
    pointers = SafetyPointer.objects.select_related("conversation").order_by("rung_at", "pk")
    page = Paginator(pointers, PER_PAGE).get_page(request.GET.get("page"))
    audit.record("safety queue opened", actor=request.user)
    return render(request, "home/safeguarding.html", {"page": page})


@for_roles(Role.DPO, Role.ADMIN)
def audit_log(request: HttpRequest) -> HttpResponse:
    page = Paginator(AuditEntry.objects.select_related("actor"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/audit_log.html", {"page": page})
