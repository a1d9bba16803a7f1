"""Campaign reports, for those who plan them and those who pay for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.doors import for_roles
from accounts.roles import Role
from home.campaigns import report
from home.campaigns.pages import CampaignPage

READERS = (Role.COMMS, Role.PUBLISHER, Role.COORDINATOR, Role.BOARD)


@require_safe
@for_roles(*READERS)
def campaign_reports(request: HttpRequest) -> HttpResponse:
    return render(request, "home/campaign_reports.html", {"campaigns": CampaignPage.objects.order_by("-starts")})


@require_safe
@for_roles(*READERS)
def campaign_report(request: HttpRequest, page_id: int) -> HttpResponse:
    campaign = get_object_or_404(CampaignPage, pk=page_id)
    context = {"campaign": campaign, "stages": report.stages(campaign), **report.outputs(campaign)}
    return render(request, "home/campaign_report.html", context)
