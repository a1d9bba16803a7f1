"""What people said before and after, all conversations together, as it may be shown (rule 7)."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from common import before_and_after
from conversations.models import Conversation, PulseCount
from conversations.models.pulse import AFTER_CLOSES


def results() -> before_and_after.Results:
    """Two queries. Those that count, once their questions are closed, in the order of their days."""
    some = PulseCount.objects.counted().filter(conversation=OuterRef("pk"))
    closed = timezone.localdate() - AFTER_CLOSES - timedelta(days=1)
    answered = Conversation.objects.counted().filter(Exists(some), held_on__lte=closed)
    keys = list(answered.order_by("held_on", "pk").values_list("pk", flat=True))
    return before_and_after.results(keys, lambda some: PulseCount.objects.filter(conversation__in=some).together())
