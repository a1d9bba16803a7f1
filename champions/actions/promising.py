"""Once a year, and when the promise has new words: are you still active, and do you agree? Silence ends the role."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from champions import emails
from champions.actions.joining import end_role, forget_champion
from champions.choices import RoleKind
from champions.models import Champion
from champions.promise import CURRENT_VERSION
from common import audit


@transaction.atomic
def agree_again(*, champion: Champion) -> None:
    """They are still active, and agree to the promise as it stands today. A second time is harmless."""
    if champion.promise_counts and champion.asked_again_on is None:
        return
    champion.promise_version, champion.promise_agreed_on = CURRENT_VERSION, timezone.localdate()
    champion.asked_again_on = None
    champion.save(update_fields=["promise_version", "promise_agreed_on", "asked_again_on"])
    emails.drop_for(champion, emails.STILL_ACTIVE)
    audit.record("promise agreed again", actor=champion.user, thing=champion)


def ask_who_is_still_active(*, today: date | None = None) -> int:
    """Ask everybody whose promise is a year old, or has other words now; how many were asked. Nobody twice."""
    today = today or timezone.localdate()
    asked = 0
    for champion in Champion.objects.to_be_asked_again(today).select_related("user"):
        with transaction.atomic():
            champion.asked_again_on = today
            champion.save(update_fields=["asked_again_on"])
            emails.still_active(champion)
        asked += 1
    return asked


def end_silent_roles(*, today: date | None = None) -> int:
    """Whoever did not answer in time leaves by themselves, and is told how to come back; how many."""
    today = today or timezone.localdate()
    ended = 0
    for silent in Champion.objects.asked_and_silent(today).select_related("user"):
        with transaction.atomic():
            champion = Champion.objects.select_for_update(of=("self",)).filter(pk=silent.pk).first()
            # They may have answered, or left, since the list was read.
            if champion is None or champion.answer_by is None or champion.answer_by >= today:
                continue
            for role in champion.user.dated_roles.of_kind(RoleKind.CHAMPION).active(today):
                end_role(role=role, reason="did not say that they are still active", on=today)
            emails.has_lapsed(champion)
            forget_champion(champion)
            audit.record("left the network without an answer", thing=champion.user)
            ended += 1
    return ended
