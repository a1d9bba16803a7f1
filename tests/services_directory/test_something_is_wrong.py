"""Anybody can say that an entry is wrong, in two taps and without a word about themselves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from services_directory import actions
from services_directory.models import Task


def test_two_taps_make_a_task_with_an_owner_and_a_day(client, make_service, staff):
    officer = staff(Role.DIRECTORY)
    service = make_service("Athena")
    assert f'href="{service.address}wrong/"' in client.get(service.address).content.decode()

    response = client.post(f"{service.address}wrong/", {"what": "hours"}, follow=True)

    task = Task.objects.get()
    assert (task.service.title, task.kind, task.owner) == ("Athena", "hours", officer)
    assert task.due_on == timezone.localdate() + timedelta(days=7)
    assert "Thank you" in response.content.decode()
    assert not response.cookies


def test_a_crisis_line_is_looked_at_the_next_day(client, make_service):
    service = make_service(crisis=True)

    client.post(f"{service.address}wrong/", {"what": "number"})

    assert Task.objects.get().due_on == timezone.localdate() + timedelta(days=1)


def test_a_hundred_who_say_the_same_make_one_task(client, make_service):
    service = make_service()
    for _ in range(3):
        client.post(f"{service.address}wrong/", {"what": "closed"})

    assert Task.objects.get().times == 3


def test_one_that_is_done_may_come_again(client, make_service):
    service = make_service()
    client.post(f"{service.address}wrong/", {"what": "closed"})
    Task.objects.update(done_on=timezone.localdate())
    client.post(f"{service.address}wrong/", {"what": "closed"})

    assert Task.objects.count() == 2
    assert Task.objects.open().count() == 1


def test_there_is_no_box_to_write_in(client, make_service):
    page = client.get(f"{make_service().address}wrong/").content.decode()

    assert "<input" not in page
    assert "<textarea" not in page
    assert "ring 999" in page


@pytest.mark.parametrize("what", ["", "overdue", "must-stay", "x" * 500, "\x00"])
def test_what_is_no_choice_of_a_reader_stores_nothing(client, make_service, what):
    response = client.post(f"{make_service().address}wrong/", {"what": what})

    assert response.status_code == 200
    assert not Task.objects.exists()


def test_a_post_from_another_site_is_refused(client, make_service):
    response = client.post(
        f"{make_service().address}wrong/", {"what": "hours"}, headers={"Origin": "https://elsewhere.example"}
    )

    assert response.status_code == 403
    assert not Task.objects.exists()


def test_a_hidden_service_takes_no_report(client, make_service):
    assert client.post(f"{make_service(live=False).address}wrong/", {"what": "hours"}).status_code == 404


def test_officers_share_the_work(client, make_service, officer_called):
    officer_called("one@example.org")
    officer_called("two@example.org")
    for number in range(4):
        client.post(f"{make_service(f'Service {number}').address}wrong/", {"what": "hours"})

    owners = sorted(Task.objects.values_list("owner__email", flat=True))
    assert owners == ["one@example.org", "one@example.org", "two@example.org", "two@example.org"]


def test_the_officer_sees_the_tasks_and_marks_one_done(client, index, make_service, staff, signed_in):
    actions.let_the_directory_team_work(index=index)
    client.post(f"{make_service('Athena').address}wrong/", {"what": "hours"})
    officer = signed_in(staff(Role.DIRECTORY))
    task = Task.objects.get()

    assert (
        "Athena: The opening hours are wrong"
        in officer.get("/admin/snippets/services_directory/task/").content.decode()
    )
    assert officer.get(f"/admin/snippets/services_directory/task/edit/{task.pk}/").status_code == 200
