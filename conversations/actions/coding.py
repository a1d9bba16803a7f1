"""Putting themes on points."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from common import audit
from conversations.actions.counting import to_be_counted
from conversations.actions.memos import keep_memo
from conversations.actions.second_coding import choose_for_second
from conversations.actions.suggesting import keep_suggested, refresh_suggestions_soon
from conversations.models import Coding, Conversation, Point, SecondCoding, Theme
from conversations.permissions import can_code
from conversations.states import MoveRefused, State, move


@transaction.atomic
def put_themes(
    *, point: Point, coder: User, themes: Iterable[Theme], memo: str = "", suggested: Iterable[Theme] = ()
) -> None:
    """Make `themes` what this coder sees in the point, and `memo` what they noted. Other coders' stay.

    `suggested` are the themes that were suggested to them.

    Raises MoveRefused.
    """
    conversation = Conversation.objects.select_for_update().get(pk=point.conversation_id)
    if not can_code(coder, conversation):
        raise PermissionDenied
    if not conversation.is_codable:
        raise MoveRefused("Accept the note first. Themes go on notes that were accepted.")
    if SecondCoding.objects.filter(point=point).exclude(at=None).exists():
        raise MoveRefused("Two people coded this point, so its themes change by a decision only.")
    themes = list(themes)
    others = point.codings.exclude(coder=coder)
    if conversation.state == State.CODED and not themes and not others.exists():
        raise MoveRefused("This note is understood, so every point keeps a theme. Choose another one instead.")
    point.codings.filter(coder=coder).exclude(theme__in=themes).delete()
    Coding.objects.bulk_create(
        [Coding(point=point, theme=theme, coder=coder) for theme in themes], ignore_conflicts=True
    )
    keep_memo(point=point, coder=coder, words=memo)
    keep_suggested(point=point, shown=suggested, chosen=themes)
    to_be_counted([conversation.pk])


@transaction.atomic
def finish_coding(*, conversation: Conversation, by: User) -> Conversation:
    """The note is understood: every point has a theme, if only "none of these". Raises MoveRefused."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_code(by, conversation):
        raise PermissionDenied
    without = conversation.points.filter(codings__isnull=True).count()
    if without:
        raise MoveRefused(f"Points without a theme: {without}. Put one on each, if only “none of these”.")
    move(conversation, State.CODED)
    conversation.save()
    choose_for_second(conversation)
    to_be_counted([conversation.pk])
    transaction.on_commit(refresh_suggestions_soon)
    audit.record("note understood", actor=by, thing=conversation)
    return conversation
