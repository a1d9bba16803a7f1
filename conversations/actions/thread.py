"""Tying what people said to what was decided."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from accounts.models import User
from common import audit
from conversations.choices import ANSWERING, PUBLISHABLE_CONSENTS
from conversations.models import NotTakenForward, PriorityPage, Quote, Theme, ThreadLink
from conversations.permissions import can_link_themes
from conversations.privacy import refuse_identifiers


@transaction.atomic
def link_theme(*, theme: Theme, priority: PriorityPage, kind: str, reason: str, by: User) -> ThreadLink:
    """Say how a theme leads to a priority, and why. Linking again in the same way changes the first link.

    Raises ValidationError where every conversation behind the theme was withdrawn.
    """
    _may(by)
    refuse_identifiers({"Why": reason})
    if theme.codings.standing().exists() and not theme.codings.standing().counted().exists():
        raise ValidationError("The conversations that had this theme were withdrawn, so nothing can lead on from it.")
    if kind in ANSWERING:
        NotTakenForward.objects.filter(theme=theme).delete()
    link, _ = ThreadLink.objects.update_or_create(
        theme=theme, priority=priority, kind=kind, defaults={"reason": reason, "by": by}
    )
    audit.record("theme linked", actor=by, thing=link)
    return link


@transaction.atomic
def unlink_theme(*, link: ThreadLink, by: User) -> None:
    _may(by)
    audit.record("theme unlinked", actor=by, thing=link)
    link.delete()


@transaction.atomic
def set_not_taken_forward(*, theme: Theme, reason: str, by: User) -> NotTakenForward:
    """Publish why a theme leads to no priority. Raises ValidationError while it still leads to one."""
    _may(by)
    refuse_identifiers({"Not taken forward, because": reason})
    if theme.links.answering().exists():
        raise ValidationError("This theme leads to a priority. Take that link away first.")
    because, _ = NotTakenForward.objects.update_or_create(theme=theme, defaults={"reason": reason, "by": by})
    audit.record("theme not taken forward", actor=by, thing=because)
    return because


@transaction.atomic
def agree_quote(*, quote: Quote, priority: PriorityPage | None, by: User) -> Quote:
    """Show somebody's own words on a priority's page; None takes them away. Only with their consent to publish."""
    _may(by)
    if priority and quote.consent not in PUBLISHABLE_CONSENTS:
        raise ValidationError("The person did not agree that everybody may read this.")
    if priority and not quote.point.conversation.is_counted:
        raise ValidationError("This conversation was withdrawn, so nobody’s words from it are shown.")
    quote.agreed_for = priority
    quote.save(update_fields=["agreed_for"])
    audit.record("quote agreed" if priority else "quote taken away", actor=by, thing=quote)
    return quote


def _may(by: User) -> None:
    if not can_link_themes(by):
        raise PermissionDenied
