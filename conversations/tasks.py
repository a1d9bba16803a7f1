"""Work for the background worker. Each task reads again and is safe to run twice."""

from django_tasks import task

from common.sealed import SealBroken, seal, unseal
from conversations import actions
from conversations.models import Conversation

_PURPOSE = "conversations:take-out"


def ask_with_code(code: str) -> None:
    """Let the worker look the code of a card up. The page that asks does the same work for all codes, known or not.

    It is sealed, because whoever reads the worker's table should not find codes that work.
    """
    take_out_by_code.enqueue(seal(code, purpose=_PURPOSE))


# Somebody waits for it: before whatever the admin has put in the same queue, such as its index.
@task(priority=50)
def take_out_by_code(sealed: str) -> None:
    """Tell the readers of the note, unless it is too late, or take the speaker's own words out. It never runs out."""
    try:
        code = unseal(sealed, purpose=_PURPOSE)
    except SealBroken:
        # The secret was changed meanwhile, and no old one is kept: nobody can read it any more.
        return
    if found := Conversation.objects.filter(withdrawal_code=code).first():
        actions.ask_to_take_out(conversation=found)
    actions.take_quotes_out(code=code)


@task()
def refresh_suggestions() -> None:
    """After a note was understood, or the codebook changed."""
    actions.refresh_suggestions()
