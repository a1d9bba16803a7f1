"""Champions who both want it write to each other through us. Nobody sees an address, and we keep no word of it."""

import logging
from collections.abc import Sequence

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from champions import emails
from champions.actions.refusals import NotOpenToOthers, TooManyMessages
from champions.models import Champion
from common import audit

logger = logging.getLogger(__name__)
MOST_IN_A_DAY = 10
_DAY = 24 * 60 * 60


@transaction.atomic
def open_to_others(
    *, champion: Champion, may_be_written_to: bool, shares: Sequence[str], contact_about: Sequence[str], languages: str
) -> None:
    """What others in the network see of a champion, and may write about. Closing it takes all of it back."""
    champion.may_be_written_to, champion.languages = may_be_written_to, languages
    champion.shares, champion.contact_about = (list(shares), list(contact_about)) if may_be_written_to else ([], [])
    champion.save(update_fields=["may_be_written_to", "languages", "shares", "contact_about"])


@transaction.atomic
def pass_on(*, sender: Champion, to: Champion, text: str) -> None:
    """Mail `text` to another champion, under our name. Raises NotOpenToOthers or TooManyMessages."""
    both = Champion.objects.open_to_others().filter(pk__in=[sender.pk, to.pk]).count()
    if both != 2:
        raise NotOpenToOthers
    if _is_over(sender):
        raise TooManyMessages
    emails.passed_on(sender, to, text)
    audit.record("message passed on", actor=sender.user, thing=to)


def _is_over(sender: Champion) -> bool:
    """Whether this is more than a day allows. While the cache is away nobody is counted."""
    key = f"champions:relayed:{sender.pk}:{timezone.localdate()}"
    try:
        cache.add(key, 0, _DAY)
        return cache.incr(key) > MOST_IN_A_DAY
    except Exception:
        # As in common.limits: a cache that is away must not keep people from each other.
        logger.warning("The cache does not answer: messages between champions are not counted.")
        return False
