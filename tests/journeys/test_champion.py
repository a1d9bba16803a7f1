"""Somebody books a workshop without an account, comes, and joins the network."""

import re
from uuid import uuid4

import pytest

pytestmark = pytest.mark.browser


def newcomer() -> str:
    return f"{uuid4().hex[:8]}@newcomer.example"


def first_open_workshop(person) -> None:
    """Open the first workshop for local people that has places."""
    person.open("/workshops/")
    with_places = person.page.locator("main li", has_text=re.compile(r"\d+ places left")).first
    with person.page.expect_navigation():
        with_places.get_by_role("link").first.click()
    person.looked_at()


def book(person, email: str, places: int) -> None:
    """From the workshop's page to the confirmation: six screens."""
    person.follow("Book a place")
    person.page.get_by_label("Yes", exact=True).check()
    person.press("Continue")
    person.page.get_by_role("radio").first.check()
    person.press("Continue")
    person.page.get_by_label(str(places), exact=True).check()
    person.press("Continue")
    person.page.get_by_label("Your name").fill("Sam")
    person.page.get_by_label("Your email address").fill(email)
    person.press("Continue")
    # A person reads their answers; whoever is done within two seconds is asked to look again.
    person.page.wait_for_timeout(2500)
    with person.page.expect_navigation():
        person.page.get_by_role("button", name=re.compile("^Book")).click()
    person.looked_at()


def test_two_places_are_booked_kept_and_given_back(visitor, platform):
    person, email = visitor(), newcomer()
    first_open_workshop(person)
    workshop = person.page.url
    left = int(re.search(r"(\d+) places left", person.page.inner_text("main"))[1])

    book(person, email, places=2)

    reference = re.search(r"Your reference is ([A-Z0-9-]+)", person.page.inner_text("main"))[1]
    mail = platform.latest_mail(email)
    assert reference in mail
    person.open(platform.link_in(mail, "/confirm/"))
    person.press("Yes, I am coming")
    assert "Your booking is confirmed" in person.page.inner_text("main")
    mail = platform.latest_mail(email, containing="Your booking is confirmed")
    assert reference in mail
    person.open(workshop)
    assert f"{left - 2} places left" in person.page.inner_text("main")
    assert person.page.context.cookies() == []

    person.open(platform.link_in(mail, "/workshops/bookings/"))
    person.follow("Cancel")
    person.press("Yes, cancel my booking")

    person.open(workshop)
    assert f"{left} places left" in person.page.inner_text("main")


def test_pressing_refresh_on_the_confirmation_books_once(visitor):
    person, email = visitor(), newcomer()
    first_open_workshop(person)
    workshop = person.page.url
    left = int(re.search(r"(\d+) places left", person.page.inner_text("main"))[1])

    book(person, email, places=1)
    person.page.reload()
    person.page.reload()

    person.open(workshop)
    assert f"{left - 1} place" in person.page.inner_text("main")


def test_somebody_under_18_is_asked_for_nothing(visitor):
    person = visitor()
    first_open_workshop(person)
    person.follow("Book a place")

    person.page.get_by_label("No", exact=True).check()
    person.press("Continue")

    assert person.page.locator("main input:visible").count() == 0
    assert "18" in person.page.inner_text("main")


def test_the_wrong_workshop_leads_to_the_right_one_before_any_name_is_asked(visitor):
    person = visitor()
    first_open_workshop(person)
    person.follow("Book a place")
    person.page.get_by_label("Yes", exact=True).check()
    person.press("Continue")

    person.page.get_by_label("Police officer").check()
    person.press("Continue")

    assert person.page.get_by_label("Your name").count() == 0
    assert person.page.locator("main a[href*='/workshops/']").count() > 0


def test_after_the_day_a_person_joins_by_their_own_link_and_can_sign_in(visitor, platform):
    trainer, person, email = visitor(), visitor(), newcomer()
    trainer.sign_in("trainer")
    trainer.open("/my/workshops/")
    trainer.follow("Sign-in list")
    trainer.page.get_by_label("Their name").fill("Sam")
    trainer.page.get_by_label("Their email address").fill(email)
    trainer.press("Sign them in")
    if trainer.page.get_by_role("button", name="Finish the workshop").count():
        trainer.press("Finish the workshop")

    person.open(platform.link_in(platform.latest_mail(email), "/champions/join/"))
    person.page.get_by_label("Yes", exact=True).check()
    for question in ("How would you like to take part?", "Where do you mostly meet people?"):
        person.page.get_by_role("group", name=question).get_by_role("radio").first.check()
    person.page.get_by_label("I agree to the promise").check()
    with person.page.expect_navigation():
        person.page.locator("main form button").last.click()
    person.looked_at()

    person.open("/accounts/login/code/")
    person.page.get_by_label("Email").fill(email)
    person.press("Email me a code")
    code = re.search(r"^([A-Z0-9-]{5,})$", platform.latest_mail(email, containing="code"), re.M)[1]
    person.page.locator("main input[name=code]").fill(code)
    person.press("Continue")

    assert person.page.url.endswith("/my/")
    assert person.page.get_by_role("link", name="Find help for someone").count() == 1


def test_at_the_door_references_wait_while_there_is_no_connection(visitor, javascript):
    trainer = visitor()
    trainer.sign_in("trainer")
    trainer.open("/my/workshops/demo-downham-now/")
    page = trainer.page
    shown = page.inner_text("main form[data-scan-list]")
    first, second = re.findall(r"\b[A-Z0-9]{3}-[A-Z0-9]{4}\b", shown)[:2]

    if not javascript:
        page.get_by_label("Their reference").fill(first.lower())
        trainer.press("Check in")
        assert "is signed in" in page.inner_text("main")
        return

    page.context.set_offline(True)
    for reference in (first, second):
        page.get_by_label("Their reference").fill(reference.lower())
        page.get_by_role("button", name="Check in").click()
    page.get_by_text("2 references wait in this page.").wait_for()
    page.context.set_offline(False)

    page.locator("[data-scan-log] p").nth(1).wait_for()
    assert page.inner_text("[data-scan-log]").count("is signed in") == 2
    assert "wait in this page" not in page.inner_text("[data-scan]")
    assert page.locator("main input[name=came]:checked").count() >= 2
    trainer.looked_at()


def test_anybody_checks_a_certificate(visitor):
    person = visitor()
    person.open("/workshops/certificates/")
    person.page.get_by_label("The code on the certificate").fill("kd7f 94mx trp3 66wq")
    person.press("Check it")

    assert "We do not know this code" in person.page.inner_text("main")
    assert person.page.context.cookies() == []
