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


def sign_in_at_the_door(trainer, email: str) -> None:
    """Somebody walks into the workshop that runs today; the trainer finishes it, if nobody has yet."""
    trainer.sign_in("trainer")
    trainer.open("/my/workshops/")
    trainer.follow("Sign-in list")
    trainer.page.get_by_label("Their name").fill("Sam")
    trainer.page.get_by_label("Their email address").fill(email)
    trainer.press("Sign them in")
    if trainer.page.get_by_role("button", name="Finish the workshop").count():
        trainer.press("Finish the workshop")


def join(person, platform, email: str) -> None:
    """By the link that came after the workshop."""
    person.open(platform.link_in(platform.latest_mail(email, containing="/champions/join/"), "/champions/join/"))
    person.page.get_by_label("Yes", exact=True).check()
    for question in ("How would you like to take part?", "Where do you mostly meet people?"):
        person.page.get_by_role("group", name=question).get_by_role("radio").first.check()
    person.page.get_by_label("I agree to the promise").check()
    with person.page.expect_navigation():
        person.page.locator("main form button").last.click()
    person.looked_at()


def sign_in_with_a_code(person, platform, email: str) -> None:
    person.open("/accounts/login/code/")
    person.page.get_by_label("Email").fill(email)
    person.press("Email me a code")
    code = re.search(r"^([A-Z0-9-]{5,})$", platform.latest_mail(email, containing="code"), re.M)[1]
    person.page.locator("main input[name=code]").fill(code)
    person.press("Continue")
    assert person.page.url.endswith("/my/")


def test_the_life_of_a_champion(visitor, platform):
    """From a first wish, over a workshop, news and helping somebody, to leaving (users.md 1.2; C13, C14, C15)."""
    trainer, coordinator, person, neighbour, email = visitor(), visitor(), visitor(), visitor(), newcomer()
    # Interest, and a place.
    person.open("/workshops/")
    person.follow("what people in the borough have started")
    person.follow("See all workshops")
    first_open_workshop(person)
    book(person, email, places=1)
    # Attendance and joining.
    sign_in_at_the_door(trainer, email)
    join(person, platform, email)
    sign_in_with_a_code(person, platform, email)
    # What has changed in the services this month.
    person.follow("Your place in the network")
    person.follow("Change")
    person.page.get_by_label("Write to me once a month").check()
    person.press("Save")
    platform.run_next_month("send_news")
    news = platform.latest_mail(email, containing="what changed")
    person.open(platform.link_in(news, "/services/"))
    # A service for a neighbour, handed over as a list that names nobody.
    person.follow("Add to my list")
    neighbour.open(person.page.url)
    assert neighbour.page.context.cookies() == []
    with neighbour.page.expect_navigation():
        neighbour.page.locator("main article.service h2 a").first.click()
    service = neighbour.looked_at().url
    person.open("/my/find-help/")
    person.page.get_by_label("What was it about?").select_option(index=1)
    person.press("Add one")
    # A question to the team, and its answer.
    person.open("/my/network/ask/")
    person.page.get_by_label("My role, training or checks").check()
    person.page.get_by_label("Your question").fill("When is the next refresher?")
    person.press("Send it")
    coordinator.sign_in("coordinator")
    coordinator.follow("Look after the network")
    coordinator.follow("Questions to the team")
    coordinator.follow("When is the next refresher?")
    coordinator.page.get_by_label("Your answer").fill("In spring. We write to everybody.")
    coordinator.press("Send the answer")
    assert "/my/network/ask/" in platform.latest_mail(email, containing="has answered")
    assert "In spring." in person.open("/my/network/ask/").inner_text("main")
    # A wrong number, in two taps from the service's page.
    person.open(service)
    person.follow("Something’s wrong here")
    person.page.locator("main form button").first.click()
    person.page.get_by_role("heading", name="Thank you").wait_for()
    # Leaving: two steps. What the network knew is gone at once; the role itself ends with the day.
    person.open("/my/network/")
    person.press("Leave the network")
    assert "it keeps nothing about you" in person.page.inner_text("main")
    person.open("/my/network/others/")
    assert person.page.url.endswith("/my/network/")


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
