"""What people decided about the privacy check's warnings. The words themselves are kept nowhere but in the note."""

from django.conf import settings
from django.db import models

from conversations.models.conversations import Conversation


class KeptWordsQuerySet(models.QuerySet):
    def confirmed(self) -> "KeptWordsQuerySet":
        """Those that the redactor looked at and let stand."""
        return self.filter(confirmed_at__isnull=False)

    def waiting(self) -> "KeptWordsQuerySet":
        return self.filter(confirmed_at=None)


class KeptWords(models.Model):
    """That somebody kept words that may name a person, and why. Known by a fingerprint, not by the words."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="kept_words")
    fingerprint = models.CharField(max_length=32)
    reason = models.CharField("why it is not a person", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = KeptWordsQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint("conversation", "fingerprint", name="one_decision_per_words")]

    def __str__(self) -> str:
        return f"Words kept in {self.conversation_id}"


class AllowedWords(models.Model):
    """A school, a partner or a place that the check takes for no person. Staff add them in the admin."""

    class Kind(models.TextChoices):
        SCHOOL = "school", "School or college"
        PARTNER = "partner", "Partner organisation"
        PLACE = "place", "Place"
        OTHER = "other", "Something else"

    words = models.CharField(
        "words", max_length=80, unique=True,
        help_text="As people write them, such as “Prendergast”. Never the name of a person.",
    )  # fmt: skip
    kind = models.CharField("what it is", max_length=8, choices=Kind.choices)

    class Meta:
        ordering = ["words"]
        verbose_name = "words that name nobody"
        verbose_name_plural = "words that name nobody"

    def __str__(self) -> str:
        return self.words
