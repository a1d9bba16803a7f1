"""Rubbish in every field is answered with a sentence and keeps what was typed: never a 500, never a second booking."""

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champions import actions, links
from champions.models import Booking, Invitation
from common import form_state

RUBBISH = [
    "", " ", "\x00", "\x00\x00abc", "x" * 500, "🎉" * 200, "؜‮עברית", "علي حسن", "<script>alert(1)</script>",
    "'; DROP TABLE champions_booking; --", "-1", "0", "31", "99999999999999999999", "1e3", "NaN", "2.5", "٣",
    "../../etc/passwd", "{{ 7*7 }}", "%00%0a", "a\r\nBcc: all@example.org", "\ud83d", "null", "[]", "yes,no",
]  # fmt: skip
HEADER_INJECTIONS = [
    "amara@example.org\nBcc: all@example.org",
    "amara@example.org\r\nSubject: hello",
    "amara@example.org%0aBcc:all@example.org",
    "Amara <amara@example.org>",
    "amara@example.org, ben@example.org",
    "amara@example.org;ben@example.org",
    "amara@example.org ben@example.org",
]


def sendable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("rubbish", [sendable(text) for text in RUBBISH])
def test_rubbish_in_any_field_of_any_screen_is_answered(visit, workshop, rubbish):
    visitor = visit(workshop)
    visitor.answer()
    answered = visitor.state
    for step in ("age", "description", "places", "contact", "check", "nonsense"):
        visitor.state = answered
        fields = ("is_adult", "description", "places", "name", "email", "website", "show", "wait")

        response = visitor.post(step=step, **dict.fromkeys(fields, rubbish))

        assert response.status_code in (200, 303)
    assert Booking.objects.count() <= 1


@pytest.mark.parametrize("state", [sendable(text) for text in RUBBISH if text] + ["gAAAAA" * 20])
def test_a_changed_hidden_state_starts_again_with_a_reason(visit, workshop, state):
    visitor = visit(workshop)
    visitor.state = state

    assert "Please start again" in visitor.post(step="contact", name="A", email="a@example.org").content.decode()


@pytest.mark.parametrize("state", [7, None, [], {}, {"workshop": 0}, "text"])
def test_a_state_of_another_form_starts_again(visit, workshop, state):
    visitor = visit(workshop)
    visitor.state = form_state.pack(state, form="book-a-workshop")

    assert "Please start again" in visitor.post(step="check").content.decode()


def test_a_state_of_another_workshop_books_nothing(visit, workshop, make_workshop):
    other = visit(make_workshop())
    other.answer()
    visitor = visit(workshop)
    visitor.state = other.state

    assert "Please start again" in visitor.confirm().content.decode()
    assert not Booking.objects.exists()


@pytest.mark.parametrize("email", HEADER_INJECTIONS)
def test_a_header_in_the_email_field_is_refused(visit, workshop, email):
    visitor = visit(workshop)
    page = visitor.answer(email=email).content.decode()
    visitor.confirm()

    assert "Enter an email address, like name@example.org" in page
    assert "<title>Error: " in page
    assert not Booking.objects.exists()


def test_an_error_keeps_what_was_typed_and_is_linked_to_its_field(visit, workshop):
    page = visit(workshop).answer(name="Siân <b>", email="nobody").content.decode()

    assert 'value="Siân &lt;b&gt;"' in page
    assert 'value="nobody"' in page
    assert 'href="#id_email"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_email_helptext id_email_error"' in page


@pytest.mark.parametrize("name", ["x" * 500, "🎉" * 121, "   ", "\t\n"])
def test_a_name_that_is_too_long_or_empty_gets_a_sentence(visit, workshop, name):
    page = visit(workshop).answer(name=name).content.decode()

    assert "Use a shorter name" in page or "Enter a name" in page


@pytest.mark.parametrize(
    "name", ["علي حسن", "🎉", "Nguyễn Thị Minh Khai", "O'Brien-Ŵyn", "x" * 120, "Bob\r\nBcc: a@b.org"]
)
def test_every_script_is_a_name_and_reaches_the_mail(visit, workshop, name, django_capture_on_commit_callbacks):
    visitor = visit(workshop)
    visitor.answer(name=name)
    with django_capture_on_commit_callbacks(execute=True):
        visitor.confirm()

    kept = " ".join(name.split())
    assert Booking.objects.get().name == kept
    assert f"Hello {kept}," in mail.outbox[0].body
    assert "Bcc" not in mail.outbox[0].message()


def test_a_robot_that_fills_in_every_field_books_nothing_and_a_person_presses_again(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    page = visitor.post(step="contact", name="Amara", email="amara@example.org", website="https://x").content.decode()

    assert "could not tell that you are a person" in page
    assert 'value="Amara"' in page
    assert 'value="https://x"' not in page


def test_a_robot_that_is_too_quick_is_asked_to_press_again(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()

    page = visitor.post(step="check").content.decode()

    assert "That was very quick" in page
    assert not Booking.objects.exists()
    assert visitor.confirm().status_code == 303


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.dictionaries(st.sampled_from(["step", "state", "show", "places", "name", "email", "wait"]), st.text()))
def test_no_post_at_all_breaks_the_form(client, workshop, data):
    cleaned = {name: sendable(text) for name, text in data.items()}

    response = client.post(f"/workshops/{workshop.slug}/book/", cleaned)

    assert response.status_code in (200, 303)
    assert not Booking.objects.exists()


@pytest.mark.parametrize(
    "address", ["/workshops/nowhere/", "/workshops/nowhere/book/", "/workshops/nowhere/calendar.ics"]
)
def test_a_workshop_that_is_not_there_is_a_404(client, db, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, workshop, method):
    assert getattr(client, method)(f"/workshops/{workshop.slug}/book/").status_code == 405


@pytest.mark.parametrize("rubbish", [sendable(text) for text in RUBBISH])
def test_rubbish_in_the_joining_form_is_answered(client, workshop, make_booking, begin, rubbish):
    booking = make_booking(workshop)
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=None)
    actions.finish(workshop=workshop, by=None)
    address = links.joining_address(Invitation.objects.get())

    response = client.post(address, dict.fromkeys(("is_adult", "role_type", "setting", "ward"), rubbish))

    assert response.status_code == 200
    assert "<title>Error: " in response.content.decode()
