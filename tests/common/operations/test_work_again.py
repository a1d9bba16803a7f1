"""A worker that is killed loses no work, and what failed is tried again: each time later, and not for ever."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.roles import Role
from common.operations import work
from common.tasks import send_mail_task

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def left(settings):
    """A piece of work as a worker left it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

    def make(status: TaskResultStatus, *, ago: timedelta, tries: int = 1) -> DBTaskResult:
        send_mail_task.enqueue(1)
        task = DBTaskResult.objects.latest("enqueued_at")
        task.status, task.started_at, task.worker_ids = status, NOW - ago, ["worker"] * tries
        task.finished_at = NOW - ago if status == TaskResultStatus.FAILED else None
        task.exception_class_path = "builtins.OSError" if status == TaskResultStatus.FAILED else ""
        task.traceback = "OSError: amira@example.org" if status == TaskResultStatus.FAILED else ""
        task.save()
        return task

    return make


def test_what_was_cut_off_is_put_back_and_what_still_runs_is_left_alone(left):
    cut_off = left(TaskResultStatus.RUNNING, ago=timedelta(hours=1))
    runs = left(TaskResultStatus.RUNNING, ago=timedelta(minutes=5))

    assert work.try_again(now=NOW) == 1

    cut_off.refresh_from_db()
    runs.refresh_from_db()
    assert (cut_off.status, runs.status) == (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def test_what_failed_is_tried_again_a_little_later_each_time(left):
    once = left(TaskResultStatus.FAILED, ago=timedelta(minutes=1), tries=1)
    thrice = left(TaskResultStatus.FAILED, ago=timedelta(minutes=1), tries=3)

    work.try_again(now=NOW)

    once.refresh_from_db()
    thrice.refresh_from_db()
    assert once.run_after == NOW + timedelta(minutes=2)
    assert thrice.run_after == NOW + timedelta(minutes=8)
    assert once.traceback == ""


@pytest.mark.parametrize("status", [TaskResultStatus.FAILED, TaskResultStatus.RUNNING])
def test_nothing_is_tried_more_than_five_times(left, status):
    task = left(status, ago=timedelta(hours=1), tries=5)

    assert work.try_again(now=NOW) == 0

    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED


def test_what_is_long_over_is_forgotten(left):
    left(TaskResultStatus.FAILED, ago=timedelta(days=15))
    left(TaskResultStatus.FAILED, ago=timedelta(days=2))

    call_command("try_work_again", verbosity=0)

    assert DBTaskResult.objects.count() == 1


def test_an_administrator_sees_the_kind_of_the_fault_and_tries_again(left, staff, signed_in):
    left(TaskResultStatus.FAILED, ago=timedelta(days=3), tries=5)
    browser = signed_in(staff(Role.ADMIN))

    page = browser.get("/workspace/work/").content.decode()
    assert "builtins.OSError" in page
    assert "amira" not in page

    browser.post("/workspace/work/", {"kind": "common.tasks.send_mail_task"})
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assert browser.post("/workspace/work/", {"kind": "rubbish"}).status_code == 302
