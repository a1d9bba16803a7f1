"""Work in the background that waits in Redis, where TASKS_URL names one: for many workers on many machines.

Redis hears of work once what it is about is committed. While Redis is away, work waits in the database, as it does
where there is no TASKS_URL, and `try_work_again` hands it over.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

import django_rq
from django.db import close_old_connections, transaction
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.base import DEFAULT_TASK_PRIORITY, Task
from django_tasks.utils import get_random_id
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult
from django_tasks_rq import Job, RQBackend
from redis.exceptions import RedisError
from rq import Queue, SimpleWorker

logger = logging.getLogger(__name__)
# As in config.redis_queue. A worker empties the first before it looks at the second.
QUEUES = SOON, DEFAULT = "soon", "default"
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def _unless_away(instead: Any) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """What to say while Redis does not answer."""

    def decorated(ask: Callable[Given, Answer]) -> Callable[Given, Answer]:
        @wraps(ask)
        def asked(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
            try:
                return ask(*args, **kwargs)
            except RedisError:
                logger.warning("The Redis that holds work does not answer.")
                return instead

        return asked

    return decorated


class RedisQueue(RQBackend):
    """django-tasks-rq, with the two things that it leaves to others: what comes first, and a Redis that is away."""

    supports_priority = True
    # Redis gets the work later than the caller gets its answer.
    supports_get_result = False

    def enqueue(self, task: Task, args, kwargs) -> TaskResult:
        """Hand the work over when the transaction is committed; without a transaction at once."""
        self.validate_task(task)
        transaction.on_commit(lambda: self._hand_over_or_keep(task, args, kwargs))
        return TaskResult(
            task=task, id=get_random_id(), status=TaskResultStatus.READY, args=args, kwargs=kwargs, backend=self.alias,
            enqueued_at=None, started_at=None, last_attempted_at=None, finished_at=None, errors=[], worker_ids=[],
        )  # fmt: skip

    def hand_over(self, task: Task, args, kwargs) -> None:
        """Raises RedisError while Redis is away."""
        queue = SOON if task.priority > DEFAULT_TASK_PRIORITY else DEFAULT
        super().enqueue(task.using(queue_name=queue, backend=self.alias), args, kwargs)

    def _hand_over_or_keep(self, task: Task, args, kwargs) -> None:
        try:
            self.hand_over(task, args, kwargs)
        except RedisError:
            logger.warning("Redis takes no work. It waits in the database.")
            cast(Any, DatabaseBackend(self.alias, {})).enqueue(task, args, kwargs)


class Worker(SimpleWorker):
    """Works in its own process, so that the connections to the database are kept from one piece to the next."""

    def perform_job(self, *args, **kwargs) -> bool:
        close_old_connections()
        try:
            return super().perform_job(*args, **kwargs)
        finally:
            close_old_connections()


def worker() -> Worker:
    """Raises RedisError while Redis is away."""
    queues = _queues()
    return Worker(queues, connection=queues[0].connection, job_class=Job, serializer=queues[0].serializer)


@_unless_away(False)
def answers() -> bool:
    return bool(django_rq.get_connection(DEFAULT).ping())


@_unless_away(0)
def hand_over() -> int:
    """Give Redis what waits in the database; how much. What it is given twice is done twice, which is safe."""
    number = 0
    for waits in DBTaskResult.objects.ready():
        try:
            task = cast(Any, waits.task)
        except ImportError:
            # Of a version that is gone. It stays where staff see it.
            continue
        task.get_backend().hand_over(task, waits.args_kwargs["args"], waits.args_kwargs["kwargs"])
        waits.delete()
        number += 1
    return number


@_unless_away([])
def all_work() -> list[tuple[str, str, str]]:
    """Each piece that waits, runs or failed: its kind, its state, and what was wrong."""
    found: list[tuple[str, str, str]] = []
    for queue in _queues():
        running = queue.started_job_registry.get_job_ids(cleanup=False)
        for state, keys in ((TaskResultStatus.READY, queue.get_job_ids()), (TaskResultStatus.RUNNING, running)):
            found += [(_kind(job), state, "") for job in _jobs(queue, keys)]
        found += [(_kind(job), TaskResultStatus.FAILED, _problem(job)) for job in _failed(queue)]
    return found


@_unless_away(0)
def try_again(now: datetime, most_tries: int, tried_for: timedelta) -> int:
    """Put back what failed or was cut off, each time a little later; how much."""
    number = 0
    for queue in _queues():
        # What was held by a worker that has died becomes a failure here.
        queue.started_job_registry.cleanup()
        for job in _failed(queue):
            tries = job.results()
            wait = timedelta(minutes=2 ** len(tries))
            if len(tries) < most_tries and now - tried_for < tries[0].created_at <= now - wait:
                queue.failed_job_registry.requeue(job)
                number += 1
    return number


@_unless_away(0)
def put_back(kind: str) -> int:
    """Try all failed work of this kind once more, now; how much."""
    again = [(queue, job) for queue in _queues() for job in _failed(queue) if _kind(job) == kind]
    for queue, job in again:
        queue.failed_job_registry.requeue(job)
    return len(again)


@_unless_away(0)
def forget(until: datetime) -> int:
    """Take away failures from before `until`: their errors may quote what they stumbled over. How many."""
    old = [job for queue in _queues() for job in _failed(queue) if job.results()[0].created_at < until]
    for job in old:
        job.delete()
    return len(old)


def _kind(job: Job) -> str:
    return job.func_name or ""


def _problem(job: Job) -> str:
    """The kind of its latest fault; never its words, which may quote somebody."""
    try:
        return job.task_result.errors[0].exception_class_path
    except (ImportError, ValueError):
        return "Its code is gone"


def _queues() -> list[Queue]:
    return [django_rq.get_queue(name, job_class=Job) for name in QUEUES]


def _failed(queue: Queue) -> list[Job]:
    """Each has its tries, the latest first, as `results()`."""
    failed = _jobs(queue, queue.failed_job_registry.get_job_ids(cleanup=False))
    return [job for job in failed if job.latest_result()]


def _jobs(queue: Queue, keys: list[str]) -> list[Job]:
    """Those that are still there and are ours: whatever else lies in this Redis is left alone."""
    found = Job.fetch_many(keys, connection=queue.connection, serializer=queue.serializer)
    return [cast(Job, job) for job in found if job and "backend_name" in job.meta]
