"""Partners who keep a copy of the directory, and what they are told about it: ids and times, never content."""

import secrets
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from common import outside
from common.sealed import seal, unseal

PURPOSE = "partner"


def _new_secret() -> str:
    return seal(secrets.token_urlsafe(32), purpose=PURPOSE)


class Subscriber(models.Model):
    """A partner's address that is told when services change or leave."""

    name = models.CharField("partner", max_length=120)
    url = models.URLField(
        "address to send to", max_length=300, help_text="The partner gives it to you. It starts with https://."
    )
    active = models.BooleanField(
        "send to it", default=True, help_text="We take the tick away when it has not answered for a day and a half."
    )
    paused_because = models.CharField(max_length=200, blank=True, editable=False)
    # Sealed: whoever reads a copy of the database cannot sign in our name.
    sealed_secret = models.TextField(default=_new_secret, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    panels = [
        FieldPanel("name"),
        MultiFieldPanel([FieldPanel("url"), FieldPanel("active")], "Where we send"),
        HelpPanel(template="services_directory/admin/partner_secret.html", heading="The secret"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = "partner"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        try:
            outside.checked(self.url)
        except outside.NotAllowed as wrong:
            raise ValidationError({"url": str(wrong)}) from None
        if self.active:
            self.paused_because = ""

    @property
    def secret(self) -> str:
        """What the partner checks our signature with."""
        return unseal(self.sealed_secret, purpose=PURPOSE)

    @property
    def state(self) -> str:
        return "Is told" if self.active else self.paused_because or "Is not told"


class DeliveryQuerySet(models.QuerySet):
    def due(self) -> "DeliveryQuerySet":
        """Those whose next try has come. A try that was broken off comes round again by itself."""
        waiting = self.filter(state=Delivery.State.QUEUED, subscriber__active=True)
        return waiting.filter(next_attempt_at__lte=timezone.now())


class Delivery(models.Model):
    """One message to one partner, kept until it has arrived."""

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        SENT = "sent", "Arrived"
        FAILED = "failed", "Given up"

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="deliveries")
    changes = models.JSONField()
    state = models.CharField(max_length=6, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("tries", default=0)
    next_attempt_at = models.DateTimeField("next try", default=timezone.now)
    answer = models.CharField("last answer", max_length=120, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = DeliveryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-created"]
        verbose_name = "message to a partner"
        verbose_name_plural = "messages to partners"
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.subscriber}: {len(self.changes)} services"


class KnownService(models.Model):
    """What partners know: a service that readers may see, its latest change, and since when it is gone."""

    service = models.UUIDField("its id for other systems", unique=True)
    changed_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.service)
