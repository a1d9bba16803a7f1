"""What was done, by whom, to which record: never what it said."""

from typing import NoReturn

from django.conf import settings
from django.db import models


class LogIsAppendOnly(Exception):
    """Lines of the log are added. Nothing changes them, and only `common.audit_chain.cut` takes old ones away."""


class AuditEntryQuerySet(models.QuerySet):
    def update(self, **fields) -> NoReturn:
        raise LogIsAppendOnly

    def delete(self) -> NoReturn:
        raise LogIsAppendOnly


class AuditEntry(models.Model):
    """One line of the log. It holds ids and reasons, never the text of a note or a name of a resident.

    `number` and `digest` come a little later, from `common.audit_chain.seal`: each digest covers the one before it, so
    that a line which was changed, added or taken away afterwards is found.
    """

    at = models.DateTimeField(auto_now_add=True)
    # No constraint: the id stays when the account is erased, because every digest covers it.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=60, blank=True)
    thing_id = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=240, blank=True)
    number = models.PositiveBigIntegerField(null=True, unique=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.action} {self.thing} {self.thing_id}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise LogIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> NoReturn:
        raise LogIsAppendOnly


class AuditCheckpoint(models.Model):
    """Signed: the log went on to this line. The newest says where it ends; those with `cut` say where it begins."""

    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    signature = models.CharField(max_length=64)
    cut = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint("number", condition=models.Q(cut=True), name="the_log_is_cut_once_at_a_line"),
            models.UniqueConstraint("cut", condition=models.Q(cut=False), name="the_log_ends_once"),
        ]

    def __str__(self) -> str:
        return f"{'cut' if self.cut else 'sealed'} up to line {self.number}"
