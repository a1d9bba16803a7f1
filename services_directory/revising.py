"""One way to change an entry that is live, beside the editors' own forms: history, drafts and schedules all hold."""

from collections.abc import Callable

from wagtail.models import Revision

from accounts.models import User
from services_directory.models import ServicePage

Change = Callable[[ServicePage], None]


def change_live(service: ServicePage, change: Change, *, user: User | None = None) -> ServicePage:
    """Make `change` on the live entry, publish it as a revision, and give the entry as it is now.

    A draft of staff and a revision that is to go live at a set time learn of the change too, or publishing them would
    take it back; both stay what they are, and so does a draft that waits for approval. Call it in a transaction.
    """
    draft = service.latest_revision if service.has_unpublished_changes else None
    planned = service.scheduled_revision
    approval = service.current_workflow_state
    if service.latest_revision is None:
        # An entry that was made by a program has no history yet: what stands now is where it begins.
        service.save_revision(changed=False, clean=False)
    change(service)
    service.save_revision(user=user, log_action=True).publish(user=user, skip_permission_checks=True)
    # The draft comes last, so that it stays the latest one: that is where editors go on.
    if planned and (draft is None or planned.pk != draft.pk):
        _again(planned, change)
    if draft:
        _again(draft, change)
    if draft and approval:
        approval.workflow.start(ServicePage.objects.get(pk=service.pk), approval.requested_by)
    return ServicePage.objects.get(pk=service.pk)


def _again(revision: Revision, change: Change) -> None:
    """The same draft with the change, by the same person; if it was to go live at a set time, it still is."""
    draft = revision.as_object()
    change(draft)
    draft.save_revision(user=revision.user, approved_go_live_at=revision.approved_go_live_at, clean=False)
