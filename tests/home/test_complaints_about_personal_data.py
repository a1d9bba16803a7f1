"""Somebody complains without an account, gets a reference at once, and the thirty days begin (D6)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from common.models import AuditEntry, DataComplaint, OutboxMessage

pytestmark = pytest.mark.django_db

FORM = "/data-protection-complaint/form/"
WORDS = "A letter about me went to my neighbour."


def send(client, **answers):
    state = re.search(r'name="state" value="([^"]+)"', client.get(FORM).content.decode())[1]
    return client.post(FORM, {"state": state, "is_adult": "yes", "words": WORDS, "email": "", **answers})


@pytest.fixture
def officer(staff):
    return staff(Role.DPO)


def test_they_get_a_reference_and_a_day_at_once(client, officer):
    page = send(client).content.decode()

    complaint = DataComplaint.objects.get()
    assert complaint.reference in page
    assert complaint.acknowledge_by == timezone.localdate(complaint.received_at) + timedelta(days=30)
    assert f"{complaint.acknowledge_by:%-d %B %Y}" in page
    assert not client.cookies


def test_the_officer_is_told_that_there_is_one_and_not_what_it_says(client, officer):
    send(client, email="kit@example.org")

    told = OutboxMessage.objects.get(to=officer.email)
    assert DataComplaint.objects.get().reference in told.text
    assert "neighbour" not in told.text + told.subject
    assert "kit@" not in told.text
    assert OutboxMessage.objects.get(to="kit@example.org").subject == "We have your message"


def test_nothing_is_kept_of_somebody_under_18(client):
    page = send(client, is_adult="no", email="kid@example.org").content.decode()

    assert "We did not keep anything" in page
    assert not DataComplaint.objects.exists()


def test_the_same_form_sent_twice_is_one_complaint(client):
    state = re.search(r'name="state" value="([^"]+)"', client.get(FORM).content.decode())[1]
    for _ in range(3):
        client.post(FORM, {"state": state, "is_adult": "yes", "words": WORDS})

    assert DataComplaint.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"words": ""}, "Write what went wrong"),
        ({"is_adult": ""}, "Choose yes or no"),
        ({"email": "no address"}, "email address"),
        ({"words": "x" * 2001}, "2,000"),
        ({"state": "rubbish"}, "open for a long time"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_keeps_what_was_typed(client, answers, sentence):
    page = send(client, **{"email": "kit@example.org", **answers}).content.decode()

    assert sentence.replace(",", "") in page.replace(",", "")
    assert answers.get("words", WORDS) in page
    assert not DataComplaint.objects.exists()


def test_a_flood_from_one_connection_is_asked_to_wait(client):
    answers = [send(client).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]
    assert DataComplaint.objects.count() == 10


def test_the_officer_says_that_somebody_has_read_it_and_then_answers(client, officer, signed_in):
    send(client, email="kit@example.org")
    complaint = DataComplaint.objects.get()
    browser = signed_in(officer)
    assert WORDS in browser.get(f"/workspace/complaints/{complaint.reference}/").content.decode()

    for _ in range(2):
        browser.post(f"/workspace/complaints/{complaint.reference}/", {"do": "acknowledge"})
    browser.post(f"/workspace/complaints/{complaint.reference}/", {"do": "answer", "outcome": "It's mended & checked."})

    complaint.refresh_from_db()
    assert complaint.state == "Answered"
    mails = OutboxMessage.objects.filter(to="kit@example.org").order_by("pk")
    assert [mail.kind.rpartition("_")[2] for mail in mails] == ["received", "acknowledged", "answered"]
    assert "It's mended & checked." in mails[2].text
    assert AuditEntry.objects.filter(actor=officer, thing="common.datacomplaint").count() == 2


def test_an_empty_answer_is_not_sent(client, officer, signed_in):
    send(client)
    address = f"/workspace/complaints/{DataComplaint.objects.get().reference}/"

    assert "Write what you found" in signed_in(officer).post(address, {"do": "answer"}).content.decode()
    assert DataComplaint.objects.get().closed_at is None


def test_it_is_late_after_thirty_days(client, officer, signed_in, time_machine):
    send(client)
    browser = signed_in(officer)
    assert "it was due" not in browser.get("/workspace/complaints/").content.decode()
    time_machine.move_to(timezone.now() + timedelta(days=31, hours=1))

    assert "late: it was due" in signed_in(officer).get("/workspace/complaints/").content.decode()


def test_a_post_from_another_site_is_refused(client):
    assert client.post(FORM, {"words": WORDS}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
