"""A website that has gone is told to the officer; a network that is down tells nothing; nobody leads us inside."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from services_directory import dead_links, web_addresses
from services_directory.choices import LinkState
from services_directory.models import LinkCheck, Location, ServiceAtLocation
from services_directory.web_addresses import Forbidden, NotReached, state_of

TODAY = timezone.localdate()
GOOD, BAD = "https://good.example", "https://bad.example"


def answering(**states):
    """A web in which these hosts answer so, and all others do not answer."""

    def state(address):
        host = address.split("//")[1].split(".")[0].split("/")[0]
        if host not in states:
            raise NotReached
        return states[host]

    return state


@pytest.fixture
def two(make_service):
    make_service("Good", website=GOOD)
    make_service("Bad", website=BAD)


def check(day=TODAY, **states):
    return dead_links.check(today=day, state=answering(**states))


def test_what_does_not_answer_is_dead_when_others_do(two):
    check(good=LinkState.WORKS)

    report = dead_links.report(today=TODAY)
    assert [(row.address, [service.title for service in named]) for row, named in report.dead] == [(BAD, ["Bad"])]
    assert report.not_checked == 0


def test_when_nobody_answers_nothing_is_known(two):
    check(good=LinkState.WORKS, bad=LinkState.WORKS)

    assert check(TODAY + timedelta(days=7)) == {}
    assert LinkCheck.objects.filter(state=LinkState.WORKS, checked_on=TODAY).count() == 2


def test_what_was_never_checked_is_never_clean(two, officer_called, signed_in):
    report = dead_links.report(today=TODAY)
    assert (report.dead, report.not_checked, report.total) == ([], 2, 2)

    page = signed_in(officer_called("officer@example.org")).get("/admin/directory/quality/").content.decode()
    assert "2 of 2 addresses have not been checked" in page
    assert "Every web address answers" not in page


def test_an_old_check_is_no_check(two):
    check(good=LinkState.WORKS, bad=LinkState.WORKS)

    assert dead_links.report(today=TODAY + timedelta(days=32)).not_checked == 2


def test_since_when_it_is_dead_stays(two):
    check(good=LinkState.WORKS)
    check(TODAY + timedelta(days=7), good=LinkState.WORKS)

    assert LinkCheck.objects.get(address=BAD).since == TODAY
    check(TODAY + timedelta(days=14), good=LinkState.WORKS, bad=LinkState.WORKS)
    assert LinkCheck.objects.get(address=BAD).since == TODAY + timedelta(days=14)


def test_those_that_wait_longest_come_first_and_there_is_a_limit(make_service):
    for number in range(5):
        make_service(f"Service {number}", website=f"https://good.example/{number}")
    asked = dead_links.check(today=TODAY, most=2, state=answering(good=LinkState.WORKS))
    then = dead_links.check(today=TODAY, most=2, state=answering(good=LinkState.WORKS))

    assert len(asked) == len(then) == 2
    assert not asked.keys() & then.keys()


def test_one_host_is_not_asked_too_often(make_service, monkeypatch):
    monkeypatch.setattr(dead_links, "MOST_OF_ONE_HOST", 1)
    make_service("One", website="https://good.example/1")
    make_service("Two", website="https://good.example/2")

    assert len(check(good=LinkState.WORKS)) == 1


def test_an_address_that_nobody_names_any_more_is_forgotten(two, make_service):
    LinkCheck.objects.create(address="https://old.example", state=LinkState.DEAD, checked_on=TODAY, since=TODAY)

    check(good=LinkState.WORKS)

    assert not LinkCheck.objects.filter(address="https://old.example").exists()


def test_a_confidential_place_is_not_asked(make_service):
    service = make_service("Secret", confidentiality="confidential")
    place = Location.objects.create(name="x", url="https://secret.example")
    ServiceAtLocation.objects.create(service=service, location=place)

    assert "https://secret.example" not in dead_links.addresses()


@pytest.mark.parametrize(
    ("status", "state"),
    [(200, "works"), (204, "works"), (404, "dead"), (410, "dead"), (403, "unsure"), (429, "unsure"), (503, "unsure")],
)
def test_what_an_answer_means(status, state):
    assert state_of(GOOD, lambda address: (status, "")) == state


def test_a_redirect_is_followed_and_looked_at_again():
    seen = []

    def ask(address):
        seen.append(address)
        if len(seen) == 1:
            return 301, "/new"
        raise Forbidden

    assert state_of(GOOD, ask) == LinkState.FORBIDDEN
    assert seen == [GOOD, f"{GOOD}/new"]


def test_a_redirect_without_end_ends():
    assert state_of(GOOD, lambda address: (302, "/again")) == LinkState.UNSURE


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/", "http://0.0.0.0/", "http://2130706433/", "file:///etc/passwd", "ftp://good.example/",
        "https://good.example:8000/", "https://a:b@good.example/", "https:///x", "https://good.example:99999/",
        "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_nothing_inside_is_ever_asked(address, monkeypatch):
    monkeypatch.setattr(web_addresses.socket, "create_connection", lambda *_: pytest.fail("It was asked."))

    assert state_of(address) == LinkState.FORBIDDEN


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch):
    rows = [(2, 1, 6, "", (ip, 443)) for ip in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(web_addresses.socket, "getaddrinfo", lambda *_, **__: rows)

    assert state_of(GOOD) == LinkState.FORBIDDEN


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    asked = []

    def connect(there, timeout):
        asked.append((there, timeout))
        raise OSError

    rows = [(2, 1, 6, "", ("93.184.216.34", 443))]
    monkeypatch.setattr(web_addresses.socket, "getaddrinfo", lambda *_, **__: rows)
    monkeypatch.setattr(web_addresses.socket, "create_connection", connect)

    with pytest.raises(NotReached):
        state_of(GOOD)
    assert asked == [(("93.184.216.34", 443), web_addresses.SECONDS)]


def test_the_command_says_when_the_network_is_down(two, monkeypatch, capsys):
    def nobody(address):
        raise NotReached

    monkeypatch.setattr(web_addresses, "_ask", nobody)

    call_command("check_links")

    assert "Nobody answered at all" in capsys.readouterr().out
    assert not LinkCheck.objects.exists()


def test_the_command_says_what_it_found(two, monkeypatch, capsys):
    monkeypatch.setattr(web_addresses, "_ask", lambda address: (404 if address == BAD else 200, ""))

    call_command("check_links", most=5)

    assert "2 addresses asked, 1 dead" in capsys.readouterr().out
