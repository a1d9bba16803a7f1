"""The first thing that content staff see when they sign in: what waits for them."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.models import TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from accounts.models import User
from home.models import CampaignPage

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
    """Put our panel first, and take out what it replaces."""
    panels[:] = [WaitsForMePanel(), *(panel for panel in panels if not isinstance(panel, REPLACED))]
