"""A champion with somebody beside them finds help on one screen, and may add one to a number that names nobody."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from champions import actions, helped
from champions.choices import RoleKind
from champions.promise import current_promise
from common import counting
from common.models import DailyCount, EmergencyContact, Need, Ward

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


@pytest.mark.parametrize(
    ("size", "millimetres", "says"), [("card", (85, 55), "Help near you"), ("a4", (210, 297), "ask")]
)
def test_the_card_and_the_poster_are_printed_with_the_numbers_of_today_and_name_nobody(amara, size, millimetres, says):
    EmergencyContact.objects.filter(code="childline").update(phone="0800 9999")

    answer = amara.get(f"{PAGE}{size}.pdf")

    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 1
    assert tuple(round(float(side) * 25.4 / 72) for side in pages[0].mediabox[2:]) == millimetres
    words = " ".join(pages[0].extract_text().split())
    assert says in words
    assert "0800 9999" in words
    assert "/find-support/" in words
    assert "Amara" not in words
    assert "violence" not in words.lower()


def test_another_size_is_not_found(amara):
    assert amara.get(f"{PAGE}banner.pdf").status_code == 404
