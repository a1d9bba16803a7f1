"""One person under two addresses: what belongs to the second account goes to the first, and the second is closed."""

from dataclasses import dataclass

from django.db import transaction

from accounts.leaving import erase_account
from accounts.models import User
from champions.actions.refusals import CannotMerge
from champions.choices import RoleKind
from champions.models import Champion
from common import audit


@dataclass(frozen=True)
class Preview:
    """What merging would move, and what would be left as the first account has it."""

    moves: list[str]
    stays: list[str]


def preview_merge(*, keep: User, other: User) -> Preview:
    """What `merge` would do. Raises CannotMerge with a sentence that says why not."""
    _check(keep, other)
    training, roles = other.training.count(), other.dated_roles.count()
    moves = [f"{training} records of workshops", f"{roles} times as a champion"]
    moves += [f"{other.team_questions.count()} questions to the team", f"{other.initiatives.count()} things they began"]
    has_both = Champion.objects.filter(user__in=[keep, other]).count() == 2
    stays = [f"Bookings and mail under {other.email} stay under that address."]
    if has_both:
        stays.append(f"What {keep.email} says about ward, setting and promise stays. The same of {other.email} goes.")
    return Preview(moves, stays)


@transaction.atomic
def merge(*, keep: User, other: User, by) -> None:
    """Give everything of `other` to `keep`, and close and empty `other`. Raises CannotMerge."""
    people = {user.pk: user for user in User.objects.select_for_update().filter(pk__in=[keep.pk, other.pk])}
    keep, other = people[keep.pk], people[other.pk]
    _check(keep, other)
    other.training.update(user=keep)
    other.team_questions.update(asked_by=keep)
    other.initiatives.update(sent_by=keep)
    _merge_roles(keep, other)
    mine = Champion.objects.filter(user=other)
    if Champion.objects.filter(user=keep).exists():
        mine.delete()
    else:
        mine.update(user=keep)
    erase_account(other)
    audit.record("two accounts made one", actor=by, thing=keep, reason=f"account {other.pk}")


def _merge_roles(keep: User, other: User) -> None:
    """Of two roles that both run on, one is left, and it began when the earlier one did."""
    running = keep.dated_roles.of_kind(RoleKind.CHAMPION).filter(ends_on=None).first()
    for role in other.dated_roles.all():
        if role.ends_on is None and running:
            running.starts_on = min(running.starts_on, role.starts_on)
            running.save(update_fields=["starts_on"])
            role.delete()
        else:
            role.user = keep
            role.save(update_fields=["user"])


def _check(keep: User, other: User) -> None:
    if keep == other:
        raise CannotMerge("Choose two different accounts.")
    if not (keep.is_active and other.is_active):
        raise CannotMerge("One of the two accounts is closed already.")
    if other.groups.exists() or other.is_superuser:
        raise CannotMerge("The second account has a staff role. Ask whoever looks after accounts.")
    if other.dated_roles.exclude(kind=RoleKind.CHAMPION).exists() or other.checks.exists():
        raise CannotMerge(
            "The second account leads workshops or conversations, or has a check. Take the other way round, or ask "
            "whoever looks after accounts."
        )
