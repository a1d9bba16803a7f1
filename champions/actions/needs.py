"""What people need so that the day works for them: asked, decided, and deleted when it has served its purpose."""

from django.db import transaction

from champions import emails
from champions.actions.refusals import TooLate
from champions.choices import Decision
from champions.models import AccessNeed, Booking, Guest, Workshop
from champions.models.needs import AccessNeedQuerySet, decide_by
from common import audit


@transaction.atomic
def ask_for(*, booking: Booking, kind: str, people: int, detail: str = "") -> AccessNeed:
    """Note a need, or change what was said about it; then it is to be decided anew. Raises TooLate."""
    if not booking.can_be_cancelled:
        raise TooLate
    told = {"people": people, "detail": detail, "decision": Decision.OPEN, "answer": ""}
    need, _ = AccessNeed.objects.update_or_create(
        booking=booking, kind=kind, defaults=told | {"decide_by": decide_by(booking.workshop)}
    )
    return need


@transaction.atomic
def take_back(*, booking: Booking, kind: str) -> None:
    """It is not needed any more. A second time is harmless."""
    booking.needs.filter(kind=kind).delete()


@transaction.atomic
def take_on(*, need: AccessNeed, by) -> AccessNeed:
    """`by` sees to it from now on, whoever did before."""
    need.owner = by
    need.save(update_fields=["owner"])
    audit.record("access need taken on", actor=by, thing=need)
    return need


def decide_anew(needs: AccessNeedQuerySet, workshop: Workshop) -> None:
    """It is another day now, and an interpreter said yes to the old one. A part of the action that moves it."""
    needs.update(decision=Decision.OPEN, answer="", decide_by=decide_by(workshop))


@transaction.atomic
def decide(*, need: AccessNeed, decision: str, answer: str, by) -> AccessNeed:
    """Answer it, as its owner, and tell the person that there is an answer."""
    need.decision, need.answer, need.owner = decision, answer, by
    need.save()
    if decision != Decision.OPEN:
        emails.need_decided(need)
    # The log says that it was decided, not what it was.
    audit.record("access need decided", actor=by, thing=need)
    return need


@transaction.atomic
def delete_old_needs() -> int:
    """Delete them, and who came along with whom, seven days after the workshop. The number of those deleted."""
    needs, _ = AccessNeed.objects.of_the_past().delete()
    guests, _ = Guest.objects.of_the_past().delete()
    return needs + guests
