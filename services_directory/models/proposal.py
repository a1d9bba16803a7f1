"""What a provider asks to have changed in an entry, and who may ask for an organisation.

Nothing here is ever live: an officer takes it over field by field, or sends it back.
"""

from django.conf import settings
from django.db import models
from django.db.models import QuerySet

from services_directory.choices import ProposalState
from services_directory.models.organisation import Organisation


class ProviderAccount(models.Model):
    """That somebody speaks for an organisation. A directory officer links them, and takes the link away."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="provides_for", verbose_name="who"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="accounts")
    since = models.DateTimeField("since", auto_now_add=True)

    class Meta:
        ordering = ["organisation__name", "user__email"]
        verbose_name = "provider account"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                name="one_link_per_person_and_organisation",
                violation_error_message="This person can edit the entries of this organisation already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user.email} for {self.organisation}"


class ProposalQuerySet(QuerySet):
    def waiting(self) -> "ProposalQuerySet":
        return self.filter(state=ProposalState.WAITING)

    def decided(self) -> "ProposalQuerySet":
        return self.exclude(state=ProposalState.WAITING)


class Proposal(models.Model):
    """Facts that a provider proposes, and the facts as they read them: only those that differ, field by field."""

    service = models.ForeignKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="proposals")
    # Nobody for a link of ours that needs no account; then the answer goes to the contact that was written to.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    contact = models.UUIDField(null=True, blank=True)
    base = models.JSONField()
    facts = models.JSONField()
    state = models.CharField(max_length=9, choices=ProposalState, default=ProposalState.WAITING)
    created = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True, db_index=True)
    # The names of the fields that went on the site, and what the officer wrote back.
    taken = models.JSONField(default=list)
    reason = models.CharField(max_length=500, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["created", "pk"]

    def __str__(self) -> str:
        return f"Changes to {self.service.title}"

    @property
    def is_waiting(self) -> bool:
        return self.state == ProposalState.WAITING

    @property
    def said_to_staff(self) -> str:
        """What became of it, as staff say it."""
        return {
            ProposalState.WAITING: "Waiting",
            ProposalState.TAKEN: "On the site" if len(self.taken) == len(self.facts) else "A part of it is on the site",
            ProposalState.RETURNED: "Sent back",
            ProposalState.WITHDRAWN: "The provider took it back",
            ProposalState.REPLACED: "The provider sent a newer one",
        }[ProposalState(self.state)]
