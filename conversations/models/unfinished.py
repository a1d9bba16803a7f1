"""What somebody is in the middle of writing: on the server, so that a phone may die and another carries on."""

from typing import Any

from django.db import models
from django.http import QueryDict

from conversations.models.conversations import Conversation

# The answers in which there are words of one's own. A box where only a choice was tapped holds nothing to lose.
WORDS = ("words", "dissent", "quote_words")


class UnfinishedQuerySet(models.QuerySet):
    def of_screen(self, screen: str) -> "UnfinishedQuerySet":
        return self.filter(screen=screen)


class Unfinished(models.Model):
    """The answers of one screen as they stand in the page, before anybody pressed a button. Nobody else reads them."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="unfinished")
    # "facts", "close", the name of a screen that collects points, or "point-3".
    screen = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    # Rises with every saving: whoever saves says which one they have seen, so that nobody writes over newer words.
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    objects = UnfinishedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint("conversation", "screen", name="one_unfinished_per_screen")]

    def __str__(self) -> str:
        return f"Unfinished {self.screen} of {self.conversation_id}"

    @property
    def key(self) -> str:
        """The key of the form for a new point: the same on every device that carries on with it."""
        return self._first("key")

    @property
    def has_words(self) -> bool:
        """Something is in it that would be missed."""
        asks_for_points = "words" in self.answers and not self.screen.startswith("point-")
        return not asks_for_points or any(self._first(name).strip() for name in WORDS)

    @property
    def as_posted(self) -> QueryDict:
        """The answers as a form takes them."""
        answers = QueryDict(mutable=True)
        for name, values in self.answers.items():
            answers.setlist(name, values)
        return answers

    def _first(self, name: str) -> str:
        values: list[Any] = self.answers.get(name) or [""]
        return str(values[0])
