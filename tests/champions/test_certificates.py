"""A certificate for each person who came: their own, and one that anybody can check without learning whose it is."""

import re
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from champions import actions, links
from champions.models import TrainingRecord
from common import codes
from common.models import AuditEntry, OutboxMessage
from common.sealed import seal, unseal


def words(response) -> str:
    assert response["Content-Type"] == "application/pdf"
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(response.content)).pages)


@pytest.fixture
def finished(workshop, make_booking, begin):
    """A workshop that is over; Amara and Bo came, Cy did not."""
    bookings = {name: make_booking(workshop, name=name, email=f"{name}@example.org") for name in ("Amara", "Bo", "Cy")}
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[bookings["Amara"], bookings["Bo"]], by=None)
    actions.finish(workshop=workshop, by=None)
    workshop.refresh_from_db()
    workshop.booked = bookings
    return workshop


@pytest.fixture
def record(finished) -> TrainingRecord:
    return TrainingRecord.objects.get(name="Amara")


def test_somebody_who_came_gets_it_from_the_page_of_their_booking(client, finished):
    page = client.get(links.booking_address(finished.booked["Amara"])).content.decode()
    text = words(client.get(re.search(r'href="(/workshops/certificates/own/[^"]+)"', page)[1]))

    assert "Amara" in text
    assert "came to our workshop on" in text
    assert "(4 hours)" in text
    assert "Understanding trauma" in text


def test_somebody_who_did_not_come_gets_none(client, finished):
    assert "certificate" not in client.get(links.booking_address(finished.booked["Cy"])).content.decode()


def test_there_is_none_until_the_workshop_is_finished(client, workshop, make_booking, begin):
    booking = make_booking(workshop)
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=None)
    record = TrainingRecord.objects.get()

    assert "certificate" not in client.get(links.booking_address(booking)).content.decode()
    assert client.get(links.certificate_address(record)).status_code == 410
    assert "We do not know this code" in client.get(links.certificate_check_address(record)).content.decode()


def test_somebody_without_a_booking_gets_it_by_mail(client, finished):
    actions.add_attendee(workshop=finished, name="Dee", email="dee@example.org", by=None)
    mail = OutboxMessage.objects.get(kind="champions/emails/invited_to_join", to="dee@example.org")
    text = unseal(mail.text, purpose="outbox")

    assert "Dee" in words(client.get(re.search(r"(/workshops/certificates/own/\S+)", text)[1]))


def test_somebody_with_an_account_finds_it_on_their_page(make_user, signed_in, finished):
    user = make_user("dee@example.org", first_name="Dee", last_name="Ofori")
    actions.add_attendee(workshop=finished, name="Dee", email="dee@example.org", by=None)
    browser = signed_in(user)
    page = browser.get("/my/bookings/").content.decode()

    assert "Dee Ofori" in words(browser.get(re.search(r'href="(/workshops/certificates/own/[^"]+)"', page)[1]))


def test_its_link_is_for_one_person_and_nobody_guesses_another(client, record):
    forged = [record.certificate_code, seal(record.certificate_code, purpose="something else"), "x" * 200]

    for token in forged:
        assert client.get(f"/workshops/certificates/own/{token}/").status_code == 410


def test_anybody_can_check_that_it_is_real_and_learns_no_name(client, record):
    page = client.get(links.certificate_check_address(record)).content.decode()

    assert "This certificate is real" in page
    assert record.workshop.title in page
    assert record.workshop.day in page
    assert "4 hours" in page
    assert not [told for told in ("Amara", "example.org", "Bellingham Rooms", "Nowhere Lane") if told in page]


def test_the_paper_carries_the_address_of_that_page(client, record):
    text = words(client.get(links.certificate_address(record)))

    assert record.certificate_code in text
    assert "/workshops/certificates/" in text


@pytest.mark.parametrize("code", ["KD7F-94MX-TRP3-66WQ", "x", "KD7F94MX", "%F0%9F%8E%89", "a" * 500])
def test_a_code_that_nobody_has_gets_a_plain_answer_at_the_same_cost(client, record, code, django_assert_num_queries):
    for address in (links.certificate_check_address(record), f"/workshops/certificates/{code}/"):
        with django_assert_num_queries(2):
            answer = client.get(address)
        assert answer.status_code == 200
        assert answer["X-Robots-Tag"] == "noindex"

    assert "We do not know this code" in answer.content.decode()
    assert not answer.cookies


def test_a_code_read_off_the_paper_can_be_typed_as_one_likes(client, record):
    typed = f" {record.certificate_code.lower().replace('-', ' ')} "
    answer = client.post("/workshops/certificates/", {"code": typed}, headers={"Origin": "http://testserver"})

    assert answer["Location"] == links.certificate_check_address(record)


@pytest.mark.parametrize("typed", ["", "KD7F", "KD7F-94MX-TRP3-66WQ-KD7F", "OOOO-IIII-EEEE-AAAA", "🎉"])
def test_what_is_no_code_at_all_is_kept_and_explained(client, db, typed):
    page = client.post("/workshops/certificates/", {"code": typed}, headers={"Origin": "http://testserver"})

    assert "like KD7F-94MX-TRP3-66WQ" in page.content.decode()
    assert f'value="{typed}"' in page.content.decode() or not typed


def test_a_tick_that_is_taken_back_takes_the_certificate_with_it(client, finished, record):
    actions.record_attendance(workshop=finished, came=[finished.booked["Bo"]], by=None)

    assert "We do not know this code" in client.get(links.certificate_check_address(record)).content.decode()


def test_trainers_print_everybodys_and_the_log_says_so(signed_in, trainer, finished, django_assert_max_num_queries):
    browser = signed_in(trainer)
    with django_assert_max_num_queries(10):
        answer = browser.get(f"/my/workshops/{finished.slug}/certificates.pdf")

    assert len(PdfReader(BytesIO(answer.content)).pages) == 2
    assert AuditEntry.objects.filter(action="certificates downloaded", actor=trainer).exists()


def test_nobody_else_prints_them(client, make_user, signed_in, finished):
    address = f"/my/workshops/{finished.slug}/certificates.pdf"

    assert client.get(address).status_code == 302
    assert signed_in(make_user("somebody@example.org")).get(address).status_code == 403


def test_no_two_certificates_have_one_code(record):
    other = TrainingRecord.objects.exclude(pk=record.pk).get()
    other.certificate_code = record.certificate_code

    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


@given(st.text(max_size=60))
def test_a_code_is_whole_only_in_its_own_letters(typed):
    tidied = codes.tidied(typed, codes.CERTIFICATE)

    assert codes.is_whole(tidied, codes.CERTIFICATE) == bool(
        re.fullmatch(r"([34679CDFGHJKMNPQRTVWXY]{4}-){3}[34679CDFGHJKMNPQRTVWXY]{4}", tidied)
    )


def test_a_fresh_code_is_whole_and_stays_itself():
    fresh = codes.new(codes.CERTIFICATE)

    assert codes.is_whole(fresh, codes.CERTIFICATE)
    assert codes.tidied(fresh.lower().replace("-", ""), codes.CERTIFICATE) == fresh
