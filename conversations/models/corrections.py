"""A change to a note that is locked: asked for by who wrote it, decided by somebody else, and kept as history."""

from django.conf import settings
from django.db import models

from conversations.models.conversations import Conversation
from conversations.models.points import LONGEST_POINT
from conversations.states import HANDED_IN


class CorrectionQuerySet(models.QuerySet):
    def waiting(self) -> "CorrectionQuerySet":
        """Those that somebody can decide: of a note that was withdrawn or taken back, nobody reads a word."""
        return self.filter(decided_at=None, conversation__state__in=HANDED_IN)

    def for_lists(self) -> "CorrectionQuerySet":
        found = self.select_related("conversation__ward", "asked_by", "decided_by")
        return found.prefetch_related("conversation__kept_from")


class Correction(models.Model):
    """Other words for one text of a note. Never somebody's own words: those are the speaker's."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="corrections")
    # Which text, as `privacy.notes` names it: "point-3-words", "close-promised".
    code = models.CharField(max_length=40)
    label = models.CharField("which text", max_length=120)
    # Emptied where the reason is that they point at somebody, and when the redactor changes that text.
    old_words = models.CharField("what stands there", max_length=LONGEST_POINT, blank=True)
    new_words = models.CharField("what should stand there", max_length=LONGEST_POINT, blank=True)
    reason = models.CharField("why", max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    is_made = models.BooleanField("the change was made", default=False)
    answer = models.CharField("what the reader says about it", max_length=300, blank=True)

    objects = CorrectionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "conversation", "code", condition=models.Q(decided_at=None), name="one_waiting_correction_per_text"
            )
        ]

    def __str__(self) -> str:
        return f"Correction of {self.conversation_id}"

    @property
    def is_waiting(self) -> bool:
        return self.decided_at is None

    @property
    def status(self) -> str:
        return "Waiting" if self.is_waiting else "Changed" if self.is_made else "Not changed"
