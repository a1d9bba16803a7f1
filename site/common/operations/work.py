"""Work in the background that was cut off or failed is done again, because every task reads again and may run twice.

The libraries leave both lying: a worker that was killed never says so, and a failed task is only kept. Work waits in
the database, or in Redis where TASKS_URL names one (common.operations.work_in_redis).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# Longer than any task of ours takes; a file of 200 MB is read in a few minutes.
CUT_OFF_AFTER = timedelta(minutes=30)
MOST_TRIES = 5
# After that long a failure is looked at by a person and not tried by itself; and then it is forgotten.
TRIED_FOR = timedelta(days=1)
KEPT_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Kind:
    """How much of one kind of work is in which state, and what went wrong last."""

    name: str
    ready: int
    running: int
    failed: int
    problem: str


def try_again(*, now: datetime | None = None) -> int:
    """Put back into the queue what was cut off or failed, each time a little later; how many.

    What was tried five times is left as failed.
    """
    now = now or timezone.now()
    number = _try_again_in_the_database(now)
    if redis := _redis():
        number += redis.try_again(now, MOST_TRIES, TRIED_FOR) + redis.hand_over()
    return number


def _redis():
    """The queue in Redis, where there is one. Its packages are installed only there."""
    if not settings.TASKS_URL:
        return None
    from common.operations import work_in_redis

    return work_in_redis


@transaction.atomic
def _try_again_in_the_database(now: datetime) -> int:
    found = [*_cut_off(now).select_for_update(), *_failed(now).select_for_update()]
    again = [task for task in found if len(task.worker_ids) < MOST_TRIES]
    for task in found:
        if task in again:
            _put_back(task, now + timedelta(minutes=2 ** len(task.worker_ids)))
        elif task.status == TaskResultStatus.RUNNING:
            task.status, task.finished_at = TaskResultStatus.FAILED, now
            task.save(update_fields=["status", "finished_at"])
    return len(again)


def put_back(kind: str) -> int:
    """Try all failed work of this kind once more, now: somebody has mended what stopped it. How much."""
    failed = list(DBTaskResult.objects.failed().filter(task_path=kind))
    for task in failed:
        task.worker_ids = []
        _put_back(task, timezone.now())
    redis = _redis()
    return len(failed) + (redis.put_back(kind) if redis else 0)


def forget(*, now: datetime | None = None) -> int:
    """Take away what is long over: its arguments are ids, and its errors may quote what they stumbled over."""
    until = (now or timezone.now()) - KEPT_FOR
    gone, _ = DBTaskResult.objects.finished().filter(finished_at__lt=until).delete()
    redis = _redis()
    return gone + (redis.forget(until) if redis else 0)


def queue_is_away() -> bool:
    """Whether there is a Redis for work, and it does not answer. New work waits in the database then."""
    redis = _redis()
    return bool(redis and not redis.answers())


def kinds() -> list[Kind]:
    """What waits, runs and failed, by kind. Two queries, and each piece in Redis."""
    counts: dict[str, dict[str, int]] = {}
    rows = DBTaskResult.objects.order_by().values_list("task_path", "status").annotate(Count("pk"))
    for path, status, number in rows:
        counts.setdefault(path, {})[status] = number
    failed = DBTaskResult.objects.failed().order_by("finished_at")
    problems = dict(failed.values_list("task_path", "exception_class_path"))
    redis = _redis()
    for path, status, problem in redis.all_work() if redis else ():
        counts.setdefault(path, {})[status] = counts.get(path, {}).get(status, 0) + 1
        problems[path] = problem or problems.get(path, "")
    return [
        Kind(
            path,
            found.get(TaskResultStatus.READY, 0),
            found.get(TaskResultStatus.RUNNING, 0),
            found.get(TaskResultStatus.FAILED, 0),
            problems.get(path, ""),
        )
        for path, found in sorted(counts.items())
    ]


def _cut_off(now: datetime) -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.running().filter(started_at__lt=now - CUT_OFF_AFTER)


def _failed(now: datetime) -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.failed().filter(finished_at__gt=now - TRIED_FOR)


def _put_back(task: DBTaskResult, after: datetime) -> None:
    task.status, task.run_after = TaskResultStatus.READY, after
    task.started_at = task.finished_at = None
    task.exception_class_path = task.traceback = ""
    task.save()
