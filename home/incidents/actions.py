"""Pausing what is planned, and looking again at what went out in a hurry."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from common import audit
from home.incidents.models import LookBack, Pause


@transaction.atomic
def pause(*, by: User) -> Pause:
    """Hold back everything that is planned. A second press is the same wish; of two at once, one resume ends both."""
    running = Pause.objects.running().first()
    if running is None:
        running = Pause.objects.create(started_by=by)
        audit.record("planned pages paused", actor=by, thing=running)
    return running


@transaction.atomic
def resume(*, by: User) -> None:
    """Let planned pages go out again: those that are due go with the clock's next round."""
    for running in Pause.objects.running().select_for_update():
        running.ended_at, running.ended_by = timezone.now(), by
        running.save(update_fields=["ended_at", "ended_by"])
        audit.record("planned pages no longer paused", actor=by, thing=running)


def ask_to_look_back(*, page: Page) -> LookBack:
    """One look back waits for each page, however often it goes out."""
    due = timezone.now() + LookBack.WITHIN
    return LookBack.objects.waiting().filter(page=page).first() or LookBack.objects.create(page=page, due_at=due)


@transaction.atomic
def look_back(*, waiting: LookBack, by: User, outcome: str) -> LookBack:
    """Write down that somebody looked again. The first answer stays."""
    locked = LookBack.objects.select_for_update().get(pk=waiting.pk)
    if locked.done_at is None:
        locked.done_at, locked.done_by, locked.outcome = timezone.now(), by, LookBack.Outcome(outcome)
        locked.save(update_fields=["done_at", "done_by", "outcome"])
        audit.record("emergency page looked at again", actor=by, thing=locked, reason=locked.get_outcome_display())
    return locked
