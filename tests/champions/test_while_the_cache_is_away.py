"""The cache is a convenience. While it is away people read, book and answer, and nothing that they send is lost."""

import pytest

from champions.models import Booking
from config.settings.base import shared_cache
from home import tree
from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(settings) -> None:
    # What production uses, and nobody listens there.
    settings.CACHES = {name: shared_cache("redis://127.0.0.1:1/0") for name in ("default", "counts", "pages")}
    settings.WHOLE_PAGES_SECONDS = 60


@pytest.mark.usefixtures("away")
def test_somebody_books_and_confirms(visit, workshop, confirm):
    visitor = visit(workshop)
    visitor.answer()

    visitor.confirm()
    booking = confirm("amara@example.org")

    assert booking.state == Booking.State.BOOKED
    assert booking.places == 2


@pytest.mark.usefixtures("away", "vocabulary")
def test_public_pages_open(client):
    tree.build()
    assert HomePage.objects.exists()

    for address in ("/", "/find-support/", "/workshops/", "/campaigns/", "/safety/"):
        assert client.get(address).status_code == 200, address


@pytest.mark.usefixtures("away")
def test_somebody_asks_for_a_workshop(client):
    page = client.get("/workshops/ask/")

    assert page.status_code == 200
    assert client.post("/workshops/ask/", {}, headers={"Origin": "http://testserver"}).status_code == 200


@pytest.mark.usefixtures("away")
def test_nobody_signs_in_because_nobody_counts_the_tries(client):
    answer = client.post("/accounts/login/code/", {"email": "kim@example.org"})

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert client.get("/accounts/login/").status_code == 200


@pytest.mark.usefixtures("away")
def test_whoever_is_in_can_sign_out(make_user, signed_in):
    browser = signed_in(make_user())

    assert browser.post("/accounts/logout/").status_code == 302
    assert browser.get("/my/").status_code == 302
