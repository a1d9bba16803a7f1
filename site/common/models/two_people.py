"""Words and numbers that nobody puts on the site alone."""

from django.db import models
from django.db.models import QuerySet
from wagtail.models import DraftStateMixin, Revision, RevisionMixin, WorkflowMixin

from common.publishing import NotPublishedError

ANOTHER_PERSON = (
    "What people do in danger hangs on this, so two people have to agree. Your version is saved as a draft. Press "
    "“Submit”: somebody else then says yes."
)


class LiveQuerySet(QuerySet):
    def live(self) -> "LiveQuerySet":
        """What readers may see: a new one waits until somebody else has said yes."""
        return self.filter(live=True)


class NeedsTwoPeople(WorkflowMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A snippet that goes on the site when somebody else says yes to what its writer wrote (users.md P11, 4.6).

    The rule looks at the version itself, so it holds for every button, for superusers, and for whoever changes a
    version while saying yes to it: that makes it their own.
    """

    objects = LiveQuerySet.as_manager()

    class Meta:
        abstract = True

    def publish(self, revision: Revision, user=None, *args, **kwargs) -> None:
        """Publish as Wagtail does. Raises NotPublishedError unless `user` is somebody else than the writer."""
        if user is None or revision.user_id is None or revision.user_id == user.pk:
            raise NotPublishedError(self, [ANOTHER_PERSON])
        # Being asked by the workflow is the right to say yes. Nobody holds the right to publish these alone.
        super().publish(revision, user, *args, **{**kwargs, "skip_permission_checks": True})
