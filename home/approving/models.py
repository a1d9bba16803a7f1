"""A step of a workflow that somebody else has to take."""

from django.db import models
from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState

from accounts.models import User
from common.publishing import NotPublishedError

SOMEBODY_ELSE = "You wrote or sent this, or said yes to it already, so somebody else has to say yes. Ask a colleague."


class OtherPersonTask(AbstractGroupApprovalTask):
    """Somebody of these groups says yes: never who wrote it, who sent it, or who took another step."""

    class Kind(models.TextChoices):
        SENSITIVE = "sensitive", "Somebody for safeguarding or with lived experience"
        PUBLISHER = "publisher", "A publisher who had no part in it"
        EMERGENCY = "emergency", "The second person of the emergency lane"
        READER = "reader", "A second reader of the same language"
        NUMBERS = "numbers", "Somebody else who has rung the number"

    kind = models.CharField("what for", max_length=12, choices=Kind)

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "kind"]

    class Meta:
        verbose_name = "step for another person"
        verbose_name_plural = "steps for another person"

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs) -> None:
        """Take the step. Raises NotPublishedError for whoever had a part in it; a superuser is no exception."""
        if action_name == "approve" and user.pk in who_had_a_part(task_state.workflow_state, task_state.revision):
            raise NotPublishedError(task_state.revision.content_object, [SOMEBODY_ELSE])
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: User, **kwargs):
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        return states.exclude(workflow_state__requested_by=user).exclude(revision__user=user)

    @classmethod
    def get_description(cls) -> str:
        return "Somebody of the chosen groups who did not write or send the page"


def who_had_a_part(state: WorkflowState, revision, *, leaving_out: TaskState | None = None) -> set[int]:
    """The ids of everybody who wrote, sent or approved this version."""
    steps = state.task_states.filter(status=TaskState.STATUS_APPROVED)
    if leaving_out is not None:
        steps = steps.exclude(pk=leaving_out.pk)
    people = {state.requested_by_id, revision.user_id, *steps.values_list("finished_by", flat=True)}
    return {person for person in people if person is not None}


def approved_by_another(revision, kind: str) -> bool:
    """Whether somebody who had no other part in `revision` took the step of this kind for it."""
    steps = TaskState.objects.filter(
        revision=revision, status=TaskState.STATUS_APPROVED, task__in=OtherPersonTask.objects.filter(kind=kind)
    )
    return any(
        step.finished_by_id is not None
        and step.finished_by_id not in who_had_a_part(step.workflow_state, revision, leaving_out=step)
        for step in steps.select_related("workflow_state")
    )
