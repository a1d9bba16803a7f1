"""Numbers for those who watch the platform: how many answers, how slow, and what waits. Never who or which address.

`/metrics` speaks the Prometheus text format, and only to whoever holds METRICS_TOKEN. Without one it does not exist.
"""

import os
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from common.models import OutboxMessage
from common.operations.doors import somebody_counts
from common.operations.work import kinds as kinds_of_work
from common.operations.work import queue_is_away

ANSWERS = Counter("answers", "Answers, by route, method and status", ["route", "method", "status"])
SECONDS = Histogram("answer_seconds", "Seconds until the answer was ready", ["route"])
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


def count_request(method: str | None, route: str, status: int, seconds: float) -> None:
    """Count one answer. Nothing is counted where nobody may ask for the numbers."""
    if settings.METRICS_TOKEN:
        ANSWERS.labels(route, method if method in METHODS else "other", str(status)).inc()
        SECONDS.labels(route).observe(seconds)


class WhatWaits(Collector):
    """Read from the database when it is asked for: mail that waits or failed, and work that waits or failed."""

    def collect(self) -> Iterator[Metric]:
        states = OutboxMessage.State
        mail = GaugeMetricFamily("outbox_messages", "Stored mail and text messages", labels=["state"])
        for state in (states.QUEUED, states.FAILED):
            mail.add_metric([str(state.label)], OutboxMessage.objects.filter(state=state).count())
        yield mail
        oldest = OutboxMessage.objects.filter(state=states.QUEUED).order_by("created").values_list("created").first()
        waited = (timezone.now() - oldest[0]).total_seconds() if oldest else 0
        yield GaugeMetricFamily("outbox_oldest_seconds", "How long the oldest unsent message has waited", value=waited)
        work = GaugeMetricFamily("tasks", "Background work", labels=["state"])
        kinds = kinds_of_work()
        for name in ("ready", "running", "failed"):
            work.add_metric([name], sum(getattr(kind, name) for kind in kinds))
        yield work


class WhatAnswers(Collector):
    """1 while the database and the cache answer. What waits is told only then."""

    def collect(self) -> Iterator[Metric]:
        try:
            waits = list(WhatWaits().collect())
        except DatabaseError:
            waits = []
        yield GaugeMetricFamily("cache_up", "1 while the shared cache keeps things", value=float(somebody_counts()))
        yield GaugeMetricFamily("database_up", "1 while the database answers", value=float(bool(waits)))
        if settings.TASKS_URL:
            yield GaugeMetricFamily("queue_up", "1 while Redis takes work", value=float(not queue_is_away()))
        yield from waits


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All numbers of all processes of this machine. 404 without the right `Authorization: Bearer …`."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, settings.METRICS_TOKEN):
        raise Http404
    response = HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)
    response.headers["Cache-Control"] = "no-store"
    return response


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)
    else:
        registry.register(ANSWERS)
        registry.register(SECONDS)
    registry.register(WhatAnswers())
    return registry
