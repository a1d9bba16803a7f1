"""The first thing that content staff see when they sign in: what waits for them."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from accounts.models import User
from accounts.roles import Role
from home.languages import translated
from home.management.commands.publish_scheduled import LATE, last_ran
from home.models import CampaignPage, KeyMessagePage, LookBack, Pause, SafetyPage

WATCHING = (Role.COMMS, Role.PUBLISHER, Role.SENSITIVE)
# The page types that are translated first: safety, the messages, campaigns.
TRANSLATED = (SafetyPage, KeyMessagePage, CampaignPage)
ENDS_SOON = timedelta(days=14)

# Ours says what these two say, in one place and in plainer words.
REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)


class WaitsForMePanel(Component):
    """Pages that I am asked to approve, pages of mine that wait for somebody, campaigns that end soon."""

    name = "waits_for_me"
    template_name = "home/admin/waits_for_me.html"
    order = 50

    def get_context_data(self, parent_context) -> dict:
        user = parent_context["request"].user
        return {"to_approve": to_approve(user), "of_mine": waiting_for_others(user), "ending": ending_soon(user)}


class KeepingWatchPanel(Component):
    """What nobody may forget: emergency pages, translations that are behind, a pause, a clock that stands."""

    name = "keeping_watch"
    template_name = "home/admin/keeping_watch.html"
    order = 60

    def get_context_data(self, parent_context) -> dict:
        user, ran = parent_context["request"].user, last_ran()
        watches = user.has_role(*WATCHING)
        return {
            "look_backs": LookBack.objects.waiting().select_related("page") if watches else [],
            "behind": translated.behind(TRANSLATED) if user.has_role(*WATCHING, Role.TRANSLATOR) else [],
            "pause": Pause.objects.running().first() if watches else None,
            "clock": ran,
            "late": watches and (ran is None or ran < timezone.now() - LATE) and planned_by_the_clock(),
        }


def planned_by_the_clock() -> bool:
    """Whether anything waits for the clock: without that, a clock that stands harms nobody."""
    now = timezone.now()
    overdue = Page.objects.live().filter(expire_at__lt=now - LATE).exists()
    return overdue or Revision.objects.filter(approved_go_live_at__lt=now - LATE).exists()


def to_approve(user: User) -> list[TaskState]:
    """The tasks that this person may decide, the oldest first. One whose page is gone is left out."""
    states = TaskState.objects.reviewable_by(user).select_related("revision__user").order_by("started_at")
    return [state for state in states.prefetch_related("revision__content_object") if state.revision.content_object]


def waiting_for_others(user: User) -> list[WorkflowState]:
    """What this person sent off and somebody else now has."""
    states = WorkflowState.objects.active().filter(requested_by=user).select_related("current_task_state__task")
    return [state for state in states.prefetch_related("content_object") if state.content_object]


def ending_soon(user: User) -> list[CampaignPage]:
    """Campaigns that this person may edit, and that leave the site within two weeks."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    now = timezone.now()
    return list(CampaignPage.objects.live().filter(pk__in=editable, expires__range=(now, now + ENDS_SOON)))


def arrange_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put our panels first, and take out what it replaces."""
    panels[:] = [
        WaitsForMePanel(),
        KeepingWatchPanel(),
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
    ]
