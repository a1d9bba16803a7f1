"""Every write of a proposal: it is made, taken back, put on the site field by field, or sent back with a reason."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from services_directory import emails, keeping
from services_directory.choices import ProposalState, TaskKind
from services_directory.models import Proposal, ServicePage, Task
from services_directory.proposals.facts import Facts, facts_of, put
from services_directory.revising import change_live

# Links of ours go round in mailboxes: nobody fills the officer's desk with one of them.
MOST_BY_LINK = 5


class TooMany(Exception):
    """So many proposals by link wait for this entry already that another one helps nobody."""


class Decided(Exception):
    """Somebody has decided it, or it was taken back."""


class ChangedMeanwhile(Exception):
    """The entry is no longer as the officer read it."""


@transaction.atomic
def propose(
    *, service: ServicePage, base: Facts, facts: Facts, by: User | None = None, contact: str | None = None
) -> Proposal:
    """Store what a provider asks for. It is never live. An earlier one of the same person gives way and is kept."""
    waiting = Proposal.objects.waiting().filter(service=service, made_by=by)
    if by:
        waiting.update(state=ProposalState.REPLACED, decided_at=timezone.now())
    elif waiting.count() >= MOST_BY_LINK:
        raise TooMany
    keeping.report(service=service, kind=TaskKind.CHANGED)
    return Proposal.objects.create(service=service, base=base, facts=facts, made_by=by, contact=contact)


@transaction.atomic
def take_back(*, proposal: Proposal) -> None:
    """The provider changes their mind. Raises Decided."""
    _decide(_waiting(proposal), ProposalState.WITHDRAWN)


@transaction.atomic
def take_over(*, proposal: Proposal, names: list[str], seen: Facts, by: User, reason: str = "") -> ServicePage:
    """Put these fields on the site and set "checked on". Raises Decided, and ChangedMeanwhile if `seen` is outdated.

    A draft of staff takes each field over unless staff have written something of their own there.
    """
    waiting = _waiting(proposal)
    service = ServicePage.objects.select_for_update(of=("self",)).get(pk=waiting.service_id)
    if facts_of(service, private=True) != seen:
        raise ChangedMeanwhile
    # A fact that has become a secret since is nobody's to put on the site.
    taken = [name for name in waiting.facts if name in names and name in seen]
    checked = timezone.localdate(waiting.created)

    def change(page: ServicePage) -> None:
        here = facts_of(page, private=True)
        for name in taken:
            if here[name] == seen[name]:
                put(page, name, waiting.facts[name])
        _set_checked(page, checked)

    service = change_live(service, change, user=by)
    waiting.taken, waiting.reason = taken, reason
    _decide(waiting, ProposalState.TAKEN, by)
    Task.objects.open().filter(service=service, kind=TaskKind.OVERDUE).update(done_on=timezone.localdate())
    emails.proposal_taken(waiting, answered(waiting))
    return service


@transaction.atomic
def send_back(*, proposal: Proposal, by: User, reason: str) -> None:
    """Nothing goes on the site; the provider reads why. Raises Decided."""
    waiting = _waiting(proposal)
    waiting.reason = reason
    _decide(waiting, ProposalState.RETURNED, by)
    emails.proposal_returned(waiting, answered(waiting))


def answered(proposal: Proposal) -> str:
    """The address that hears what became of a proposal; empty if nobody is there any more."""
    if proposal.made_by:
        return proposal.made_by.email
    known: Any = proposal.service.contacts.all()
    return next((contact.email for contact in known if contact.uuid == proposal.contact), "")


def _waiting(proposal: Proposal) -> Proposal:
    """The row as it is now, held until the end of the transaction."""
    now = Proposal.objects.waiting().select_for_update(of=("self",)).filter(pk=proposal.pk).first()
    if now is None:
        raise Decided
    return now


def _decide(proposal: Proposal, state: ProposalState, by: User | None = None) -> None:
    proposal.state, proposal.decided_at, proposal.decided_by = state, timezone.now(), by
    proposal.save()
    if not Proposal.objects.waiting().filter(service=proposal.service_id).exists():
        done = timezone.localdate()
        Task.objects.open().filter(service=proposal.service_id, kind=TaskKind.CHANGED).update(done_on=done)
    audit.record(f"proposal {state.value}", actor=by, thing=proposal)


def _set_checked(page: ServicePage, day: date) -> None:
    """The provider looked at it on `day`, unless somebody has checked it since."""
    if not page.checked_on or page.checked_on < day:
        page.checked_on, page.checked_by = day, "the service itself"
    page.set_check_dates()
