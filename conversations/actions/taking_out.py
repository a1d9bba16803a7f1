"""Whoever has a card asks for what they said to be taken out. The page that asks does the same work for every code."""

from django.db import transaction

from common.sealed import SealBroken, seal, unseal
from conversations.actions.cards import take_quotes_out
from conversations.actions.reading import ask_to_take_out
from conversations.models import Conversation, EnteredCode

_PURPOSE = "conversations:take-out"


def enter_code(*, code: str) -> EnteredCode:
    """Keep the wish until the worker has seen to it, whatever happens to the worker meanwhile."""
    return EnteredCode.objects.create(sealed=seal(code, purpose=_PURPOSE))


@transaction.atomic
def take_out_by_code(*, number: int) -> None:
    """Tell the readers of the note, unless it is too late, or take the speaker's own words out; then forget it."""
    entered = EnteredCode.objects.select_for_update().filter(pk=number).first()
    if entered is None:
        return
    try:
        code = unseal(entered.sealed, purpose=_PURPOSE)
    except SealBroken:
        # The secret was changed meanwhile, and no old one is kept: nobody can read it any more.
        code = ""
    if found := Conversation.objects.filter(withdrawal_code=code).first():
        ask_to_take_out(conversation=found)
    if code:
        take_quotes_out(code=code)
    entered.delete()


def take_out_by_codes_left() -> int:
    """See to every code that a worker left behind, and say how many."""
    left = list(EnteredCode.objects.values_list("pk", flat=True))
    for number in left:
        take_out_by_code(number=number)
    return len(left)
