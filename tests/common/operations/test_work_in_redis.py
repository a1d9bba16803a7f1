"""Work that waits in Redis is done once, in order and after its reason is committed; and none is lost with Redis."""

import socket
from datetime import timedelta
from functools import partialmethod
from threading import Thread

import django_rq
import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from django_tasks_rq import Job
from fakeredis import TcpFakeServer
from rq.job import JobStatus

from accounts.roles import Role
from common.operations import work, work_in_redis
from config.redis_queue import JSON, redis_queue

pytestmark = pytest.mark.django_db
DONE: list[str] = []


@task()
def usual(name: str) -> None:
    DONE.append(name)


@task(priority=50)
def urgent(name: str) -> None:
    DONE.append(name)


@task()
def fails(name: str) -> None:
    DONE.append(name)
    raise OSError("amira@example.org")


def nobody_at() -> str:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return f"redis://127.0.0.1:{door.getsockname()[1]}/0"


@pytest.fixture(scope="module")
def server():
    server = TcpFakeServer(("127.0.0.1", 0), server_type="redis")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"redis://127.0.0.1:{server.server_address[1]}/0"
    server.shutdown()
    server.server_close()


@pytest.fixture
def use(settings):
    """Let work wait in the Redis at this address."""

    def use(address: str) -> None:
        settings.TASKS_URL = address
        for name, value in redis_queue(address).items():
            setattr(settings, name, value)

    return use


@pytest.fixture
def redis(server, use, monkeypatch):
    # fakeredis writes a worker's own address in a way that no client can read.
    monkeypatch.setattr(work_in_redis.Worker, "_set_ip_address", lambda self, _: setattr(self, "ip_address", ""))
    # Nor does a worker begin inside a transaction, as a test does. Django's own test client leaves this out too.
    monkeypatch.setattr(work_in_redis, "close_old_connections", lambda: None)
    use(server)
    DONE.clear()
    django_rq.get_connection("default").flushall()


@pytest.fixture
def enqueue(django_capture_on_commit_callbacks):
    def enqueue(work, *args) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            work.enqueue(*args)

    return enqueue


def a_worker_works() -> None:
    work_in_redis.worker().work(burst=True)


def states() -> list[tuple[int, int, int]]:
    return [(kind.ready, kind.running, kind.failed) for kind in work.kinds()]


def test_a_worker_does_what_waits_and_what_somebody_waits_for_comes_first(redis, enqueue):
    enqueue(usual, "index")
    enqueue(urgent, "mail")
    assert states() == [(1, 0, 0), (1, 0, 0)]

    a_worker_works()

    assert DONE == ["mail", "index"]
    assert states() == []


def test_the_worker_of_this_installation_works_where_work_waits(redis, enqueue, monkeypatch):
    # Else it would wait for more.
    monkeypatch.setattr(work_in_redis.Worker, "work", partialmethod(work_in_redis.Worker.work, burst=True))
    enqueue(usual, "work")

    call_command("run_worker")

    assert DONE == ["work"]


def test_what_is_taken_back_is_never_done(redis, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        usual.enqueue("of a booking that broke")
        transaction.set_rollback(True)

    a_worker_works()

    assert DONE == []


def test_while_redis_is_away_work_waits_in_the_database_and_is_handed_over_when_it_is_back(use, redis, server, enqueue):
    use(nobody_at())
    enqueue(usual, "meanwhile")
    assert work.try_again() == 0
    assert DBTaskResult.objects.count() == 1

    use(server)
    assert work.try_again() == 1
    a_worker_works()

    assert DONE == ["meanwhile"]
    assert DBTaskResult.objects.count() == 0


def test_what_waited_in_the_database_before_there_was_a_redis_is_done_too(settings, use, server, redis, enqueue):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    enqueue(usual, "from before")

    use(server)
    call_command("try_work_again", verbosity=0)
    a_worker_works()

    assert DONE == ["from before"]


def test_work_of_a_version_that_is_gone_keeps_nothing_else_back(settings, use, server, redis, enqueue):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    enqueue(usual, "gone")
    DBTaskResult.objects.update(task_path="champions.tasks.gone")
    enqueue(usual, "still here")

    use(server)
    assert work.try_again() == 1
    a_worker_works()

    assert DONE == ["still here"]
    assert [kind.name for kind in work.kinds()] == ["champions.tasks.gone"]


def test_what_failed_is_tried_again_a_little_later_each_time_and_not_for_ever(redis, enqueue):
    enqueue(fails, "once")
    a_worker_works()
    now = timezone.now()
    assert work.try_again(now=now) == 0

    for tries in (1, 2, 3, 4):
        now = timezone.now()
        assert work.try_again(now=now + timedelta(minutes=2**tries) - timedelta(seconds=20)) == 0
        assert work.try_again(now=now + timedelta(minutes=2**tries)) == 1
        a_worker_works()

    assert DONE == ["once"] * 5
    assert work.try_again(now=now + timedelta(hours=5)) == 0
    assert states() == [(0, 0, 1)]


def test_what_a_dead_worker_held_is_done_by_another(redis, enqueue):
    enqueue(usual, "held")
    queue = django_rq.get_queue("default", job_class=Job)
    [key] = queue.get_job_ids()
    # As a worker leaves it that was killed half an hour ago: taken from the queue, and its time is over.
    queue.remove(key)
    queue.fetch_job(key).set_status(JobStatus.STARTED)
    queue.started_job_registry.connection.zadd(queue.started_job_registry.key, {f"{key}:one": 1})
    work.try_again()

    assert work.try_again(now=timezone.now() + timedelta(minutes=3)) == 1
    a_worker_works()

    assert DONE == ["held"]


def test_work_whose_code_is_gone_is_shown_as_failed(redis, enqueue, monkeypatch):
    enqueue(usual, "gone")
    monkeypatch.delattr(f"{__name__}.usual")

    a_worker_works()

    assert [(kind.failed, kind.problem) for kind in work.kinds()] == [(1, "Its code is gone")]


def test_a_failure_that_is_long_over_is_forgotten(redis, enqueue):
    enqueue(fails, "long ago")
    a_worker_works()

    assert work.forget(now=timezone.now() + timedelta(days=13)) == 0
    assert work.forget(now=timezone.now() + timedelta(days=15)) == 1
    assert states() == []


def test_an_administrator_sees_the_kind_of_the_fault_and_tries_again(redis, enqueue, staff, signed_in):
    enqueue(fails, "seen")
    a_worker_works()
    browser = signed_in(staff(Role.ADMIN))

    page = browser.get("/workspace/work/").content.decode()
    assert "builtins.OSError" in page
    assert "amira" not in page

    browser.post("/workspace/work/", {"kind": f"{__name__}.fails"})
    assert (1, 0, 0) in states()


def test_an_administrator_is_told_that_redis_does_not_answer(use, staff, signed_in):
    use(nobody_at())

    page = signed_in(staff(Role.ADMIN)).get("/workspace/work/").content.decode()

    assert "New work waits in the database, and is handed over when Redis is back." in page


def test_whoever_watches_hears_whether_redis_takes_work(use, redis, server, enqueue, client, settings):
    settings.METRICS_TOKEN = "t" * 40
    enqueue(usual, "waits")

    def numbers() -> str:
        return client.get("/metrics", headers={"authorization": f"Bearer {settings.METRICS_TOKEN}"}).content.decode()

    assert "queue_up 1.0" in numbers()
    assert 'tasks{state="ready"} 1.0' in numbers()
    use(nobody_at())
    assert "queue_up 0.0" in numbers()


def test_what_somebody_else_put_into_redis_is_not_run(redis, staff, signed_in, tmp_path):
    for serializer in (JSON, "rq.serializers.PickleSerializer"):
        queue = django_rq.get_queue("default", job_class=Job, serializer=serializer)
        queue.enqueue_job(queue.create_job("os.mkdir", args=[str(tmp_path / "ran")]))

    a_worker_works()

    assert not (tmp_path / "ran").exists()
    assert signed_in(staff(Role.ADMIN)).get("/workspace/work/").status_code == 200
