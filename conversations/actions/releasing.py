"""Figures leave the workspace as dated releases that obey rule 7, together with all that left before."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import releases
from common.models import Release
from conversations.models import Conversation
from conversations.permissions import can_release_figures
from conversations.seeing.tables import GROUPS, themes_by

SERIES = "themes"


@transaction.atomic
def release_themes(*, by: User) -> Release:
    """Every table of themes as it may be shown today. Raises common.disclosure.NotPublishable."""
    if not can_release_figures(by):
        raise PermissionDenied
    return releases.publish(
        series=SERIES, tables=[themes_by(group) for group in GROUPS], on=timezone.localdate(), by=by,
        conversations=Conversation.objects.counted().count(),
    )  # fmt: skip
