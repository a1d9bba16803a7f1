"""A fair share of points is coded twice by people who do not see each other's choice, and differences are decided."""

from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations.actions.counting import to_be_counted
from conversations.actions.memos import keep_memo
from conversations.models import Coding, Conversation, Point, SecondCoding, Theme
from conversations.permissions import is_coder
from conversations.states import COUNTED, MoveRefused, State

# Every fifth point of each kind and ward, and every tenth once there is enough to know how well we agree.
EVERY, EVERY_LATER, ENOUGH = 5, 10, 100


def choose_for_second(conversation: Conversation) -> None:
    """Put a stratified share of a note that was just understood into the second coder's queue.

    Systematic sampling: within each stratum (ward and kind of point) every nth point from a start that is fixed for
    the stratum and has nothing to do with what was said.
    """
    every = EVERY if SecondCoding.objects.done().count() < ENOUGH else EVERY_LATER
    understood = Point.objects.filter(
        conversation__state__in=(State.CODED, State.FED_BACK), conversation__ward=conversation.ward
    ).exclude(conversation=conversation)
    turn = Counter(understood.counts_by_kind())
    chosen = []
    for point in conversation.points.all():
        start = crc32(f"{conversation.ward_id} {point.kind}".encode())
        if (turn[point.kind] + start) % every == 0:
            chosen.append(SecondCoding(point=point))
        turn[point.kind] += 1
    SecondCoding.objects.bulk_create(chosen, ignore_conflicts=True)


@transaction.atomic
def code_second(*, second: SecondCoding, coder: User, themes: Iterable[Theme], memo: str = "") -> SecondCoding:
    """What the second coder sees. It counts nowhere unless a decision says so. Raises MoveRefused."""
    second = _opened(second)
    if second.at:
        raise MoveRefused("Somebody coded this point a moment ago. The next one waits for you.")
    _must_be_untouched(SecondCoding.objects.waiting_for(coder), second, coder)
    themes = list(themes)
    Coding.objects.bulk_create([Coding(point=second.point, theme=theme, coder=coder, stands=False) for theme in themes])
    keep_memo(point=second.point, coder=coder, words=memo)
    second.coder, second.at = coder, timezone.now()
    first, again = second.choices()
    second.differs = first != again
    second.save()
    to_be_counted([second.point.conversation_id])
    return second


@transaction.atomic
def decide(*, second: SecondCoding, by: User, themes: Iterable[Theme], reason: str) -> SecondCoding:
    """Say which of the two choices stand, and why. Both stay as they were made. Raises MoveRefused."""
    second = _opened(second)
    if second.decided_at or not second.differs:
        raise MoveRefused("Somebody decided this a moment ago. The next one waits for you.")
    _must_be_untouched(SecondCoding.objects.to_decide_by(by), second, by)
    chosen = set(themes)
    first, again = second.choices()
    if not chosen or not chosen <= first | again:
        raise MoveRefused("Choose among the themes that one of the two saw.")
    codings = second.point.codings
    codings.update(stands=False)
    codings.filter(theme__in=chosen).update(stands=True)
    second.decided_by, second.decided_at, second.reason = by, timezone.now(), reason
    second.save()
    to_be_counted([second.point.conversation_id])
    audit.record("themes decided", actor=by, thing=second)
    return second


def _opened(second: SecondCoding) -> SecondCoding:
    # The conversation is locked as well, as the first coder does: a choice is not changed while it is compared.
    # Of one that was withdrawn there is no point any more.
    conversation = Conversation.objects.select_for_update().filter(points=second.point_id).first()
    if conversation is None or conversation.state not in COUNTED:
        raise MoveRefused("This conversation counts no more, so nothing is left to do here.")
    return SecondCoding.objects.select_for_update(of=("self",)).get(pk=second.pk)


def _must_be_untouched(queue, second: SecondCoding, user: User) -> None:
    """Neither who wrote the note nor who coded the point judges it."""
    if not is_coder(user) or not queue.filter(pk=second.pk).exists():
        raise PermissionDenied
