"""Each person lands on a page that says what they can do next, and each card leads to a page they may open."""

import pytest

from accounts import demo as accounts_demo
from accounts.models import User
from accounts.roles import Role
from home.my.next_steps import NEXT_STEPS, next_steps_for

pytestmark = pytest.mark.django_db

FIRST_STEP = {
    Role.COORDINATOR: "Read what came in",
    Role.ANALYST: "Read what came in",
    Role.REDACTOR: "Read what came in",
    Role.COMMS: "Write or check pages",
    Role.PUBLISHER: "Write or check pages",
    Role.SENSITIVE: "Write or check pages",
    Role.TRANSLATOR: "Translate pages",
    Role.DIRECTORY: "Keep the directory true",
    Role.PROVIDER: "Keep your entries true",
    Role.SAFEGUARDING: "Check the safety queue",
    Role.DEPUTY: "Check the safety queue",
    Role.OWNER: "See how the strategy is going",
    Role.BOARD: "See how the strategy is going",
    Role.DPO: "Read the log",
    Role.ADMIN: "Look after accounts and mail",
}


@pytest.mark.parametrize("role", Role)
def test_the_first_thing_on_the_page_is_the_main_job_of_the_role(role, staff):
    assert next_steps_for(staff(role))[0].title == FIRST_STEP[role]


@pytest.mark.parametrize("role", Role)
def test_every_card_leads_to_a_page_that_its_reader_may_open(role, staff, signed_in):
    person = staff(role)
    browser = signed_in(person)

    answers = {step.title: browser.get(str(step.url), follow=True).status_code for step in next_steps_for(person)}

    assert set(answers.values()) == {200}, answers


def test_visitors_are_asked_to_sign_in(client):
    assert client.get("/my/")["Location"] == "/accounts/login/?next=/my/"


def test_the_page_is_never_stored_and_leaves_through_leave(staff, signed_in):
    response = signed_in(staff(Role.BOARD)).get("/my/")

    assert "no-store" in response["Cache-Control"]
    assert b'href="/leave/"' in response.content


def test_no_card_is_for_nobody(staff, db):
    accounts_demo.load()
    people = list(User.objects.all())
    dated = {
        "Write up a conversation",
        "Run a workshop",
        "Find help for someone",
        "Your place in the network",
        "Your training",
    }

    unused = {step.title for step in NEXT_STEPS if not any(step.who(person) for person in people)}

    assert unused <= dated


def test_somebody_who_only_reads_can_stay_signed_in(client, make_user, signed_in):
    browser = signed_in(make_user())

    answer = browser.post("/my/still-here/")

    assert answer.status_code == 204
    assert answer.cookies["sessionid"]["max-age"] == 20 * 60
    assert browser.get("/my/still-here/").status_code == 405
    assert client.post("/my/still-here/").status_code == 302


def test_without_a_script_the_page_says_how_long_one_stays_signed_in(make_user, signed_in):
    assert "We sign you out after 20 minutes" in signed_in(make_user()).get("/my/").content.decode()
