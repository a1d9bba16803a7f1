"""Actions of the strategy, and what was learned. Every change keeps what it was, why, by whom and when."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from champions.models import Initiative
from common import audit
from conversations.models import Action, ActionChange, Learning, PriorityPage
from conversations.permissions import can_write_strategy
from conversations.privacy import refuse_identifiers

_WRITTEN = {"title": "What will be done", "owner": "Owner", "partners": "With whom", "status_reason": "Why"}


@transaction.atomic
def add_action(*, by: User, title: str, owner: str, **fields) -> Action:
    """A new action, after those that are there. `fields` as in `Action`. Raises ValidationError."""
    may_write(by)
    last = Action.objects.order_by("-order").first()
    action = Action(
        code=free_code(Action, title), title=title, owner=owner, order=last.order + 1 if last else 0,
        looked_at=timezone.localdate(), **fields,
    )  # fmt: skip
    _check(action)
    action.save()
    ActionChange.objects.create(action=action, status=action.status, reason=action.status_reason, by=by)
    audit.record("action added", actor=by, thing=action)
    return action


@transaction.atomic
def change_action(*, action: Action, by: User, **fields) -> Action:
    """Change it; where its status changes, that is kept with the reason. Raises ValidationError."""
    may_write(by)
    return _changed(action, by, fields)


@transaction.atomic
def nothing_changed(*, action: Action, by: User | None = None) -> Action:
    """Its owner looked: it is as it was. `by` is None where they answered by the link in a mail."""
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.looked_at != timezone.localdate():
        action.looked_at = timezone.localdate()
        action.save(update_fields=["looked_at"])
        ActionChange.objects.create(action=action, status=action.status, was=action.status, by=by)
    return action


@transaction.atomic
def add_learning(*, by: User, kind: str, words: str, priority: PriorityPage | None, on: date) -> Learning:
    """What we stopped, or what surprised us. Raises ValidationError for a day that has not come."""
    may_write(by)
    refuse_identifiers({"What we learned": words})
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet"})
    learning = Learning.objects.create(kind=kind, words=words, priority=priority, on=on, by=by)
    audit.record("learning written down", actor=by, thing=learning)
    return learning


@transaction.atomic
def link_initiatives(*, action: Action, initiatives: Sequence[Initiative], by: User) -> None:
    """These of what people have begun belong to the action, and no others that are shown today.

    What is over stays linked: it happened.
    """
    may_write(by)
    over = action.initiatives.exclude(pk__in=Initiative.objects.shown().values("pk"))
    action.initiatives.set([*over, *initiatives])
    audit.record("initiatives linked", actor=by, thing=action)


def _changed(action: Action, by: User | None, fields: dict) -> Action:
    action = Action.objects.select_for_update().get(pk=action.pk)
    was = action.status
    for name, value in fields.items():
        setattr(action, name, value)
    _check(action)
    action.looked_at = timezone.localdate()
    action.save()
    if action.status != was:
        ActionChange.objects.create(action=action, status=action.status, was=was, reason=action.status_reason, by=by)
    audit.record("action changed", actor=by, thing=action)
    return action


def _check(action: Action) -> None:
    refuse_identifiers({label: getattr(action, name) for name, label in _WRITTEN.items()})
    if not action.owner.strip():
        raise ValidationError({"owner": "Say who owns this: a role, such as “Head of Public Protection”"})
    action.full_clean()


def may_write(by: User) -> None:
    if not can_write_strategy(by):
        raise PermissionDenied


def free_code(model, name: str) -> str:
    """A short code that none of its kind has."""
    stem = slugify(name)[:40].strip("-") or "new"
    taken = set(model.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if code not in taken)
