"""What really changed in the directory between two moments, for people who pass it on.

A service that only says "still right" publishes its entry again, so the words of then and now are compared: the last
version from before with the one that people see.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wagtail.models import PageLogEntry, Revision

from services_directory.models import ServicePage

# What somebody who sends people there has to know, as the letter says it.
WATCHED = {
    "title": "its name",
    "phones": "phone number",
    "email": "email address",
    "website": "website",
    "hours": "opening hours",
    "schedules": "opening hours",
    "service_at_locations": "places",
    "cost": "what it costs",
    "referral": "how people get to it",
    "drop_in": "whether people can drop in",
    "application_process": "what happens first",
    "wait_time": "how long people wait",
    "minimum_age": "ages",
    "maximum_age": "ages",
}


class Kind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """One service that is new, is another one than before, or is gone. `facts` says what of it changed."""

    service: ServicePage
    kind: Kind
    facts: tuple[str, ...] = ()


def changes(since: datetime, until: datetime) -> list[Change]:
    """From `since` on, before `until`, by name. Four queries, however many there are. Secrets stay: names alone."""
    seen = ServicePage.objects.published().prefetch_related("needs", "wards").order_by("title")
    moved = list(seen.filter(last_published_at__gte=since, last_published_at__lt=until).select_related("live_revision"))
    before = _last_versions(moved, since)
    found = [Change(page, Kind.NEW) for page in moved if page.pk not in before]
    for page in moved:
        if page.pk in before and page.live_revision and (facts := _differences(before[page.pk], page.live_revision)):
            found.append(Change(page, Kind.CHANGED, facts))
    found += [Change(page, Kind.GONE) for page in _gone(since, until)]
    return sorted(found, key=lambda change: change.service.title)


def _last_versions(pages: Iterable[ServicePage], since: datetime) -> dict[int, Revision]:
    ids = [str(page.pk) for page in pages if page.first_published_at and page.first_published_at < since]
    revisions = Revision.page_revisions.filter(object_id__in=ids, created_at__lt=since).order_by("created_at", "pk")
    return {int(revision.object_id): revision for revision in revisions}


def _differences(then: Revision, now: Revision) -> tuple[str, ...]:
    changed = (
        word for name, word in WATCHED.items() if _plain(then.content.get(name)) != _plain(now.content.get(name))
    )
    return tuple(dict.fromkeys(changed))


def _plain(value):
    """Rows below an entry get new numbers when they are saved again. What they say is what counts."""
    if isinstance(value, list):
        return [_plain(row) for row in value]
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if name not in ("pk", "id", "service", "uuid")}
    return value


def _gone(since: datetime, until: datetime) -> list[ServicePage]:
    left = PageLogEntry.objects.filter(action="wagtail.unpublish", timestamp__gte=since, timestamp__lt=until)
    return list(
        ServicePage.objects.filter(pk__in=left.values("page"), live=False, first_published_at__lt=since)
        .prefetch_related("needs", "wards")
        .order_by("title")
    )
