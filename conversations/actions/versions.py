"""The edition of the strategy that is being made: to the community, to the board, to everybody. One at a time."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from common.disclosure import LEAST_CONVERSATIONS
from conversations.actions.doing import may_write
from conversations.actions.telling import NotReady
from conversations.choices import VersionState
from conversations.models import PriorityPage, StrategyVersion, Theme
from conversations.permissions import can_decide_strategy
from conversations.privacy import refuse_identifiers
from conversations.thread import people_heard, strategy_as_it_stands


@transaction.atomic
def open_version(*, by: User, what: str) -> StrategyVersion:
    """Begin the next edition, with every priority that stands. Raises NotReady while another one is being made."""
    may_write(by)
    refuse_identifiers({"What is new in it": what})
    versions = list(StrategyVersion.objects.select_for_update())
    if open_one := next((version for version in versions if version.is_open), None):
        raise NotReady(f"Edition {open_one.number} is being made already. Finish it first: there is one at a time.")
    version = StrategyVersion.objects.create(number=versions[0].number + 1 if versions else 1, what=what)
    version.priorities.set(PriorityPage.objects.standing())
    audit.record("edition begun", actor=by, thing=version)
    return version


@transaction.atomic
def choose_priorities(*, version: StrategyVersion, priorities, by: User) -> None:
    """Which priorities are in it. Raises NotReady once it is with the board."""
    may_write(by)
    _in_state(version, VersionState.WRITING).priorities.set(priorities)


@transaction.atomic
def record_review(*, version: StrategyVersion, by: User, on: date, with_whom: str, changed: str) -> StrategyVersion:
    """That people who live here looked at it: when, who in general words, and what it changed."""
    may_write(by)
    refuse_identifiers({"With whom": with_whom, "What that changed": changed})
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet. Come back when people have looked at it"})
    version = _in_state(version, VersionState.WRITING)
    version.reviewed_on, version.reviewed_with, version.review_changed = on, with_whom, changed
    version.save()
    audit.record("community review written down", actor=by, thing=version)
    return version


@transaction.atomic
def propose(*, version: StrategyVersion, by: User) -> StrategyVersion:
    """To the board. Raises NotReady with what is missing."""
    may_write(by)
    version = _in_state(version, VersionState.WRITING)
    if not version.is_reviewed:
        raise NotReady("Take it to people who live here first. Write down when that was, and what it changed.")
    if not version.priorities.exists():
        raise NotReady("There is no priority in it yet.")
    version.state, version.proposed_by, version.proposed_at = VersionState.PROPOSED, by, timezone.now()
    version.save()
    audit.record("edition proposed to the board", actor=by, thing=version)
    return version


@transaction.atomic
def board_decides(*, version: StrategyVersion, by: User, agrees: bool, said: str, on: date) -> StrategyVersion:
    """The board agrees, or gives it back to be written further, with a reason. Raises NotReady, ValidationError."""
    if not can_decide_strategy(by):
        raise PermissionDenied
    refuse_identifiers({"What the board said": said})
    if not (agrees or said):
        raise ValidationError({"said": "Say what should change, so that they can go on"})
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet"})
    version = _in_state(version, VersionState.PROPOSED)
    version.board_said = said
    version.state = VersionState.AGREED if agrees else VersionState.WRITING
    if agrees:
        version.agreed_on, version.agreed_by = on, by
        for page in version.priorities.filter(agreed_on=None):
            _agree(page, on, by)
    version.save()
    audit.record(
        "edition agreed by the board" if agrees else "edition given back by the board", actor=by, thing=version
    )
    return version


@transaction.atomic
def publish_version(*, version: StrategyVersion, by: User) -> StrategyVersion:
    """Keep what it says today for ever; the one before it becomes history. Raises NotReady.

    The rows are locked, so that of two people who press at once the second is told.
    """
    may_write(by)
    versions = list(StrategyVersion.objects.select_for_update())
    version = next(one for one in versions if one.pk == version.pk)
    if version.state != VersionState.AGREED:
        raise NotReady(f"Edition {version.number} is “{version.get_state_display()}”. Look at it again.")
    if waiting := list(version.priorities.filter(live=False)):
        raise NotReady(f"The publisher has not published yet: {'; '.join(page.title for page in waiting)}.")
    if open_themes := without_answer():
        raise NotReady(f"These themes have no answer yet: {'; '.join(theme.name for theme in open_themes)}.")
    told = _what_was_told(versions)
    for before in versions:
        if before.state == VersionState.PUBLISHED:
            before.state = VersionState.SUPERSEDED
            before.save(update_fields=["state"])
    version.state, version.published_at, version.published_by = VersionState.PUBLISHED, timezone.now(), by
    version.content = strategy_as_it_stands(version.priorities.all())
    for page, kept in zip(version.priorities.order_by("path"), version.content["priorities"], strict=True):
        kept |= people_heard(page, told.get(page.slug, {}))
    version.save()
    audit.record("edition published", actor=by, thing=version)
    return version


def _what_was_told(versions: list[StrategyVersion]) -> dict[str, dict]:
    """By the address of each priority, what the newest edition says of it."""
    newest = next((one for one in versions if one.state == VersionState.PUBLISHED), None)
    return {kept["slug"]: kept for kept in newest.content.get("priorities", [])} if newest else {}


def without_answer() -> list[Theme]:
    """Themes that enough conversations had to be published, and that end nowhere yet."""
    themes = Theme.objects.said().in_use().without_answer().with_conversations_counted()
    return list(themes.filter(conversation_count__gte=LEAST_CONVERSATIONS).order_by("-conversation_count"))


def _agree(page: PriorityPage, on: date, by: User) -> None:
    """On the page itself, and in the words that wait for the publisher."""
    page.agreed_on = on
    page.save(update_fields=["agreed_on"])
    latest = page.get_latest_revision_as_object()
    latest.agreed_on = on
    latest.save_revision(user=by)


def _in_state(version: StrategyVersion, state: VersionState) -> StrategyVersion:
    version = StrategyVersion.objects.select_for_update().get(pk=version.pk)
    if version.state != state:
        raise NotReady(f"Edition {version.number} is “{version.get_state_display()}” now. Look at it again.")
    return version
