"""The workflows that every installation starts with. Staff may add steps; the rules hold whatever they change."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowContentType, WorkflowPage, WorkflowTask

from accounts.roles import Role
from common.models import EmergencyContact, FrameWords
from home.approving.lanes import Kind, Lane
from home.approving.models import OtherPersonTask

# Name of the step → its kind, and who may take it. No kind: the usual step of a publisher.
STEPS: dict[str, tuple[Kind | None, list[Role]]] = {
    "A publisher approves": (None, [Role.PUBLISHER]),
    "Safeguarding or lived experience approves": (Kind.SENSITIVE, [Role.SENSITIVE]),
    "A publisher who had no part in it approves": (Kind.PUBLISHER, [Role.PUBLISHER]),
    "The second person says yes": (Kind.EMERGENCY, [Role.PUBLISHER, Role.SENSITIVE]),
    "A second reader approves": (Kind.READER, [Role.TRANSLATOR, Role.PUBLISHER]),
    "Somebody else rings the number and approves": (Kind.NUMBERS, [Role.DIRECTORY, Role.SENSITIVE, Role.PUBLISHER]),
}

WORKFLOWS: dict[Lane, list[str]] = {
    Lane.STANDARD: ["A publisher approves"],
    Lane.SENSITIVE: ["Safeguarding or lived experience approves", "A publisher who had no part in it approves"],
    Lane.EMERGENCY: ["The second person says yes"],
    Lane.TRANSLATION: ["A second reader approves"],
    Lane.NUMBERS: ["Somebody else rings the number and approves"],
    Lane.FRAME: ["A second reader approves"],
}
OF_SNIPPETS: dict[Lane, type[Model]] = {Lane.NUMBERS: EmergencyContact, Lane.FRAME: FrameWords}


def set_workflows(home: Page) -> None:
    """Put the lanes in place. What is there already is left as staff have it."""
    for lane, names in WORKFLOWS.items():
        workflow, made = Workflow.objects.get_or_create(name=lane.value)
        if made:
            for order, name in enumerate(names):
                WorkflowTask.objects.create(workflow=workflow, task=_step(name), sort_order=order)
    usual = Workflow.objects.get(name=Lane.STANDARD.value)
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": usual})
    for lane, model in OF_SNIPPETS.items():
        workflow = Workflow.objects.get(name=lane.value)
        kind = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(content_type=kind, defaults={"workflow": workflow})


def _step(name: str) -> Task:
    kind, roles = STEPS[name]
    model, fields = (GroupApprovalTask, {}) if kind is None else (OtherPersonTask, {"kind": kind})
    task, made = model.objects.get_or_create(name=name, defaults=fields)
    if made:
        task.groups.set(Group.objects.filter(name__in=[role.value for role in roles]))
    return task
