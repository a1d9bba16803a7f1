"""Wagtail's clock for pages, which also writes down when it last ran, so that the dashboard can say that it stands."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone
from wagtail.management.commands import publish_scheduled

HEARTBEAT = "publish_scheduled_ran"
KEPT, LATE = timedelta(days=30), timedelta(minutes=30)


def last_ran() -> datetime | None:
    """When the clock last ran; None if it has not run for a month."""
    try:
        return cache.get(HEARTBEAT)
    except Exception:
        # Whatever the cache's own library says when its server is away: then nobody knows.
        return None


class Command(publish_scheduled.Command):
    help = (
        "Put pages on the site whose time has come, and take off those whose time is over. While planned pages are "
        "paused (the morning after something has happened), no page goes on; what ends still ends."
    )

    def handle(self, *args, **options) -> None:
        super().handle(*args, **options)
        cache.set(HEARTBEAT, timezone.now(), KEPT.total_seconds())
