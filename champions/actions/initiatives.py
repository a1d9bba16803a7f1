"""What the network starts and gives: sent by champions, read by staff, seen by everybody, and taken down again."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from champions import emails
from champions.choices import InitiativeState
from champions.models import Initiative
from common import audit
from common.models import Ward


@transaction.atomic
def send_initiative(
    *, user, kind: str, title: str, text: str, when: str = "", ward: Ward | None = None, until: date | None = None
) -> Initiative:
    """A champion sends it; nobody sees it before staff have read it."""
    return Initiative.objects.create(kind=kind, title=title, text=text, when=when, ward=ward, until=until, sent_by=user)


@transaction.atomic
def decide_initiative(*, initiative: Initiative, by, shown: bool, reason: str = "", **words) -> Initiative:
    """Show it to everybody, with the words as staff have put them right; or not, with a reason for who sent it.

    `words` may be kind, title, text, when, ward, until and service.
    """
    for name, value in words.items():
        setattr(initiative, name, value)
    initiative.state = InitiativeState.SHOWN if shown else InitiativeState.DECLINED
    initiative.reason = "" if shown else reason
    initiative.decided_by, initiative.decided_at = by, timezone.now()
    initiative.save()
    if initiative.sent_by:
        emails.initiative_decided(initiative, to=initiative.sent_by, at=initiative.decided_at)
    audit.record(f"initiative {initiative.state}", actor=by, thing=initiative)
    return initiative


@transaction.atomic
def end_initiative(*, initiative: Initiative, by) -> Initiative:
    """It is over: whoever sent it, or staff, takes it down. A second time is harmless."""
    if initiative.state != InitiativeState.OVER:
        initiative.state = InitiativeState.OVER
        initiative.save(update_fields=["state"])
        audit.record("initiative over", actor=by, thing=initiative)
    return initiative
