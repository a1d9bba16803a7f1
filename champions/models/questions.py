"""What champions ask the team, and who answers by when."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from champions.choices import Topic


class TeamQuestionQuerySet(models.QuerySet):
    def of_user(self, user) -> "TeamQuestionQuerySet":
        return self.filter(asked_by=user)

    def waiting(self) -> "TeamQuestionQuerySet":
        return self.filter(answered_at=None)

    def waiting_first(self) -> "TeamQuestionQuerySet":
        """Those without an answer first, the one that is due first on top; then the newest answers."""
        people = self.select_related("asked_by", "owner", "answered_by")
        return people.order_by(F("answered_at").desc(nulls_first=True), "due_on", "pk")


class TeamQuestion(models.Model):
    """A question to the people who run the network. It has an owner once somebody has taken it on, and a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="team_questions")
    topic = models.CharField("about", max_length=10, choices=Topic)
    text = models.TextField("question")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("answer by")
    answer = models.TextField("answer", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = TeamQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="question_is_answered_with_words",
            )
        ]

    def __str__(self) -> str:
        return f"Question of {self.created:%-d %B %Y}"
