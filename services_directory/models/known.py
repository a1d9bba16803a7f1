"""Parts of an entry that other systems know by an id of their own."""

import uuid

from django.db import models
from wagtail.models import Orderable


class KnownPart(Orderable):
    """A part of an entry, in its order. A copied page copies the ids of its parts, so they are not unique."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, editable=False)

    class Meta(Orderable.Meta):
        abstract = True
