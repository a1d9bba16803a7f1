"""Work in the background that waits in Redis instead of the database, by one address: TASKS_URL."""

from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

# Longer than any task of ours takes. What runs longer was cut off.
LONGEST_SECONDS = 30 * 60
# What somebody waits for, and the rest.
QUEUES = "soon", "default"
# Not pickle, with which whoever can write into Redis would run code of theirs in a worker.
JSON = "rq.serializers.JSONSerializer"


def redis_queue(address: str) -> dict:
    """Settings for a queue at `address`, redis:// or rediss://. Raises ImproperlyConfigured without its packages."""
    if find_spec("django_tasks_rq") is None:
        raise ImproperlyConfigured("TASKS_URL is set, and the package django-tasks-rq is not installed.")
    # Whoever comes to book does not wait for a queue that hangs.
    patient = f"{address}{'&' if '?' in address else '?'}socket_connect_timeout=1&socket_timeout=1"
    one = {"URL": patient, "DEFAULT_TIMEOUT": LONGEST_SECONDS, "SERIALIZER": JSON}
    return {
        "TASKS": {"default": {"BACKEND": "common.operations.work_in_redis.RedisQueue", "QUEUES": list(QUEUES)}},
        "RQ_QUEUES": dict.fromkeys(QUEUES, one),
    }
