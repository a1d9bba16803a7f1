"""A champion with somebody beside them finds help on one screen, and may add one to a number that names nobody."""

import pytest

from champions import actions, helped
from champions.choices import RoleKind
from champions.promise import current_promise
from common import counting
from common.models import DailyCount, Need, Ward

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
PAGE = "/my/find-help/"


@pytest.fixture
def amara(make_user, signed_in):
    user = make_user("amara@example.org")
    actions.start_role(user=user, kind=RoleKind.CHAMPION)
    return signed_in(user)


def test_search_numbers_and_promise_stand_on_one_page(amara):
    page = amara.get(PAGE).content.decode()

    assert 'action="/find-support/results/"' in page
    assert "tel:999" in page or "999" in page
    assert current_promise()[0] in page


def test_only_champions_open_it(make_user, signed_in, client):
    assert signed_in(make_user()).get(PAGE).status_code == 403
    assert client.get(PAGE).status_code == 302


def test_somebody_was_helped_and_nothing_of_them_is_kept(amara):
    need, ward = Need.objects.first(), Ward.objects.first()

    amara.post(PAGE, {"need": need.pk, "ward": ward.pk})
    counting.store(helped.names())

    row = DailyCount.objects.get()
    assert (row.what, row.number) == (f"helped:{need.code}:{ward.code}", 1)


def test_a_small_number_is_never_shown(amara):
    need = Need.objects.first()
    for _ in range(2):
        amara.post(PAGE, {"need": need.pk, "ward": ""})
    counting.store(helped.names())

    assert helped.by_need()[need.name] not in ("1", "2")


def test_rubbish_is_answered_with_a_sentence(amara):
    answer = amara.post(PAGE, {"need": "x", "ward": "y"})

    assert "Choose from the list" in answer.content.decode()
    assert not DailyCount.objects.exists()


def test_a_coordinator_sees_it_by_need(amara, staff, signed_in):
    from accounts.roles import Role

    page = signed_in(staff(Role.COORDINATOR)).get("/workspace/workshops/who-we-reach/").content.decode()

    assert "Helped to find a service" in page
    assert Need.objects.first().name in page
