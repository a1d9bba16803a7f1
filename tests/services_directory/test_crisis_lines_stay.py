"""A crisis line never leaves the site before another one is there for the same people."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.roles import Role
from services_directory.actions import let_the_directory_team_work
from services_directory.choices import ServiceStatus
from services_directory.models import ServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(make_service) -> ServicePage:
    return make_service("Night line", crisis=True, needs=["parent-help"])


@pytest.fixture
def officer(index, staff, signed_in):
    let_the_directory_team_work(index=index)
    return signed_in(staff(Role.DIRECTORY))


@pytest.mark.parametrize("door", ["unpublish", "delete"])
def test_an_officer_cannot_take_away_the_only_line(line, officer, door):
    answer = officer.post(f"/admin/pages/{line.pk}/{door}/", follow=True)

    assert ServicePage.objects.get(pk=line.pk).live
    assert "Publish another one for them first" in answer.content.decode()


def test_nor_many_pages_at_once(line, officer):
    officer.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={line.pk}&next=/admin/", follow=True)

    assert ServicePage.objects.get(pk=line.pk).live


@pytest.mark.parametrize("door", ["unpublish", "delete"])
def test_with_a_replacement_for_the_same_people_they_can(line, officer, make_service, door):
    make_service("Another night line", crisis=True, needs=[need.code for need in line.needs.all()])

    officer.post(f"/admin/pages/{line.pk}/{door}/", follow=True)

    assert not ServicePage.objects.filter(pk=line.pk, live=True).exists()


def test_a_line_for_other_people_replaces_nothing(line, make_service):
    make_service("For others", crisis=True, needs=["bullied"])

    assert not line.has_replacement


@pytest.mark.parametrize(
    "change",
    [{"crisis": False}, {"status": ServiceStatus.DEFUNCT}, {"status": ServiceStatus.INACTIVE}, {"expire_at": ...}],
)
def test_the_form_says_so_too(line, change):
    for name, value in change.items():
        setattr(line, name, timezone.now() if value is ... else value)

    with pytest.raises(ValidationError, match="Publish another one"):
        line.clean()


def test_any_other_change_is_free(line):
    line.summary = "Somebody listens all night."

    line.clean()


def test_a_line_that_is_closed_for_now_says_so_and_stays(line):
    line.status = ServiceStatus.TEMPORARILY_CLOSED

    line.clean()


def test_an_ordinary_service_may_go(make_service, officer):
    service = make_service("Boxing")

    officer.post(f"/admin/pages/{service.pk}/unpublish/", follow=True)

    assert not ServicePage.objects.get(pk=service.pk).live
