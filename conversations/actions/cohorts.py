"""Who is in a cohort, and who is whose buddy."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.models import Buddies, Cohort
from conversations.permissions import can_lead_cohorts


class CohortFull(Exception):
    """Every place is taken."""


class NotInCohort(Exception):
    """Somebody is not in this cohort, or has a buddy already. The message is a sentence for the coordinator."""


@transaction.atomic
def add_to_cohort(*, cohort: Cohort, person: User, by: User) -> None:
    """Give `person` a place, once. Raises CohortFull: two who press at once never make 31 of 30."""
    cohort = _locked(cohort, by)
    if cohort.members.filter(pk=person.pk).exists():
        return
    if cohort.members.count() >= cohort.size:
        raise CohortFull
    cohort.members.add(person)
    audit.record("added to cohort", actor=by, thing=person)


@transaction.atomic
def take_out_of_cohort(*, cohort: Cohort, person: User, by: User) -> None:
    """Free their place. Whoever was their buddy has none any more."""
    cohort = _locked(cohort, by)
    cohort.buddies.of(person).delete()
    cohort.members.remove(person)
    audit.record("taken out of cohort", actor=by, thing=person)


@transaction.atomic
def suggest_buddies(*, cohort: Cohort, first: User, second: User, by: User) -> Buddies:
    """Ask two people of a cohort whether they want to look out for each other. Raises NotInCohort."""
    cohort = _locked(cohort, by)
    if first == second:
        raise NotInCohort("Choose two different people.")
    if cohort.members.filter(pk__in=[first.pk, second.pk]).count() < 2:
        raise NotInCohort("Both must be in this cohort.")
    if cohort.buddies.of(first).exists() or cohort.buddies.of(second).exists():
        raise NotInCohort("One of them has a buddy, or has been asked about one.")
    buddies = Buddies.objects.create(cohort=cohort, first=first, second=second)
    emails.tell_buddy_suggested(buddies)
    return buddies


@transaction.atomic
def agree_to_buddy(*, buddies: Buddies, by: User) -> Buddies:
    """Say yes. Once both have, each sees who the other is and how to reach them. Raises PermissionDenied."""
    buddies = _own(buddies, by)
    side = "first_agreed_at" if buddies.first_id == by.pk else "second_agreed_at"
    if getattr(buddies, side) is None:
        setattr(buddies, side, timezone.now())
        buddies.save(update_fields=[side])
    return buddies


@transaction.atomic
def end_buddies(*, buddies: Buddies, by: User) -> None:
    """Say no, or stop: either may at any time, and need not say why. Raises PermissionDenied."""
    _own(buddies, by).delete()


def _locked(cohort: Cohort, by: User) -> Cohort:
    if not can_lead_cohorts(by):
        raise PermissionDenied
    return Cohort.objects.select_for_update().get(pk=cohort.pk)


def _own(buddies: Buddies, by: User) -> Buddies:
    found = Buddies.objects.select_for_update(of=("self",)).of(by).filter(pk=buddies.pk).first()
    if found is None:
        raise PermissionDenied
    return found
