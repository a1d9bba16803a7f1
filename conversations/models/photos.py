"""Photos of flip charts, until somebody has typed them up. Not Wagtail images: they may show a name (rule 4)."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.uploads.storage import private_files, unguessable
from conversations.models.conversations import Conversation
from conversations.states import HANDED_IN, State

MOST_PHOTOS = 10
FOLDER = "photos"
# Proposals for the data protection officer. Days after adding; and after handing in, when it has been typed up.
KEPT, KEPT_WITH_FACES, KEPT_HANDED_IN = 90, 14, 7


def _name(photo: "Photo", came_as: str) -> str:
    """Nothing of the name that the file came with is kept: it may say who or where."""
    return unguessable(FOLDER, ".jpg")


class PhotoQuerySet(models.QuerySet):
    def due(self, now: datetime | None = None) -> "PhotoQuerySet":
        """Those that must go: typed up and handed in, too old, or of a conversation that was withdrawn."""
        now = now or timezone.now()
        handed_in = Q(conversation__state__in=HANDED_IN - {State.RETURNED})
        return self.filter(
            Q(added_at__lte=now - timedelta(days=KEPT))
            | Q(shows_people=True, added_at__lte=now - timedelta(days=KEPT_WITH_FACES))
            | (handed_in & Q(shows_people=True))
            | (handed_in & Q(conversation__submitted_at__lte=now - timedelta(days=KEPT_HANDED_IN)))
            | Q(conversation__state=State.WITHDRAWN)
        )


class Photo(models.Model):
    """One photo of a flip chart, drawn again without place or camera. Only who took it may see it."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(storage=private_files, upload_to=_name, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    shows_people = models.BooleanField("faces or names can be seen in it", default=False)
    # Of what was stored, by which the same photo sent twice is one.
    digest = models.CharField(max_length=64, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint("conversation", "digest", name="one_row_per_photo")]

    def __str__(self) -> str:
        return f"Photo {self.pk} of {self.conversation_id}"

    @property
    def kept_until(self) -> datetime:
        """When it goes at the latest."""
        return self.added_at + timedelta(days=KEPT_WITH_FACES if self.shows_people else KEPT)
