"""What the directory team has to do about an entry, by when, and who does it."""

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services_directory.choices import TaskKind


class TaskQuerySet(QuerySet):
    def open(self) -> "TaskQuerySet":
        return self.filter(done_on=None)


class Task(models.Model):
    """Something to put right in one entry. It never holds words of a reader: nobody can write about a person here."""

    service = models.ForeignKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField("what is wrong", max_length=12, choices=TaskKind)
    times = models.PositiveIntegerField("how many said so", default=1, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name="who does it",
    )  # fmt: skip
    due_on = models.DateField("by when")
    created = models.DateTimeField("since", auto_now_add=True)
    done_on = models.DateField("done on", null=True, blank=True, help_text="Write the day when it is put right.")

    objects = TaskQuerySet.as_manager()

    panels = [FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on"), FieldPanel("done_on")])]

    class Meta:
        ordering = ["done_on", "due_on"]
        verbose_name = "task"
        constraints = [
            # A hundred readers who say the same make one task, however fast they press.
            models.UniqueConstraint(
                fields=["service", "kind"], condition=Q(done_on=None), name="one_open_task_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.service.title}: {self.get_kind_display()}"

    @property
    def is_late(self) -> bool:
        return self.done_on is None and self.due_on < timezone.localdate()

    @property
    def state(self) -> str:
        if self.done_on:
            return f"Done on {self.done_on:%d %B %Y}"
        return "Late" if self.is_late else "To do"
