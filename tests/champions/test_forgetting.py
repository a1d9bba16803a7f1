"""Three months after a workshop nobody's name or address is left of it; the numbers and the certificates stay."""

from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from champions import actions, links
from champions.clock import months_before
from champions.models import Booking, Invitation, TrainingRecord, Workshop
from common.models import AuditEntry, OutboxMessage


@pytest.fixture
def day(make_workshop, make_booking, begin):
    """A workshop that is over: Amara came with one other, Bo stayed away, Cy waited, Dee walked in and joined."""
    workshop = make_workshop(capacity=3)
    amara = make_booking(workshop, name="Amara Secret", email="amara@secret.example", places=2)
    make_booking(workshop, name="Bo Secret", email="bo@secret.example")
    make_booking(workshop, name="Cy Secret", email="cy@secret.example")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[amara], by=None)
    actions.add_attendee(workshop=workshop, name="Dee Secret", email="dee@secret.example", by=None)
    actions.finish(workshop=workshop, by=None)
    workshop.refresh_from_db()
    return workshop


def forget(workshop, **after):
    """What the clock does so long after the workshop: how many bookings and records lost their people."""
    with time_machine.travel(workshop.ends_at + timedelta(**after), tick=False):
        return actions.forget_old_bookings()


def everything_stored() -> str:
    """Every word in every table."""
    return "\n".join(str(list(model._default_manager.values())) for model in apps.get_models() if model._meta.managed)


def test_the_names_are_gone_from_every_table(day):
    assert "Secret" in everything_stored()
    assert "secret.example" in everything_stored()

    assert forget(day, days=95) == (3, 2)
    assert "Secret" not in everything_stored()
    assert "secret.example" not in everything_stored()


def test_nothing_is_forgotten_within_a_month(day):
    assert forget(day, days=29) == (0, 0)
    assert Booking.objects.named().count() == 3


def test_who_only_waited_is_forgotten_after_thirty_days_and_the_others_are_not(day):
    for days in (32, 88):
        forget(day, days=days)

        assert sorted(Booking.objects.named().values_list("name", flat=True)) == ["Amara Secret", "Bo Secret"]
        assert not OutboxMessage.objects.filter(to="cy@secret.example").exists()
        assert OutboxMessage.objects.filter(to="bo@secret.example").exists()
        assert TrainingRecord.objects.named().count() == 2


def test_the_numbers_stay_and_still_agree(day):
    def numbers() -> list:
        return [
            sorted(Booking.objects.values_list("state", "places", "how_described")),
            list(Workshop.objects.values_list("seats_taken", "state")),
            list(TrainingRecord.objects.order_by("pk").values_list("kind", "attended_on")),
        ]

    before = numbers()
    forget(day, days=95)

    assert numbers() == before
    call_command("check_places", stdout=StringIO())


def test_a_second_run_finds_nothing_to_do(day):
    forget(day, days=95)
    entries = AuditEntry.objects.count()

    assert forget(day, days=96) == (0, 0)
    assert AuditEntry.objects.count() == entries


def test_what_somebody_kept_leads_nowhere(client, day):
    booking = Booking.objects.get(name="Amara Secret")
    record = TrainingRecord.objects.get(name="Amara Secret")
    addresses = [links.booking_address(booking), links.certificate_address(record)]
    forget(day, days=95)

    assert [client.get(address).status_code for address in addresses] == [410, 410]
    assert not Booking.objects.by_reference(booking.reference).exists()


def test_a_certificate_stays_real(client, day):
    record = TrainingRecord.objects.get(name="Amara Secret")
    forget(day, days=95)

    assert "This certificate is real" in client.get(links.certificate_check_address(record)).content.decode()


def test_somebody_with_an_account_keeps_their_record(signed_in, make_user, day):
    user = make_user("ben@example.org", first_name="Ben")
    Workshop.objects.update(capacity=10)
    record = actions.add_attendee(workshop=day, name="Ben", email="ben@example.org", by=None)
    forget(day, days=95)

    record.refresh_from_db()
    assert (record.name, record.email, record.called) == ("", "", "Ben")
    assert day.title in signed_in(user).get("/my/bookings/").content.decode()


def test_a_link_to_join_that_nobody_used_goes_too(day):
    assert Invitation.objects.count() == 2
    forget(day, days=95)

    assert not Invitation.objects.exists()


def test_a_booking_of_a_newer_workshop_is_left_alone(day, make_workshop, make_booking):
    later = make_booking(make_workshop(starts_at=timezone.now() + timedelta(days=50)), name="Ed")
    forget(day, days=95)

    assert Booking.objects.get(name="Ed").uuid == later.uuid


def test_staff_who_open_the_old_list_read_that_names_are_deleted(signed_in, trainer, day):
    forget(day, days=95)
    browser = signed_in(trainer)

    assert "Name deleted" in browser.get(f"/my/workshops/{day.slug}/").content.decode()
    assert "Name deleted" in browser.get(f"/workspace/workshops/{day.slug}/bookings/").content.decode()


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2028, 5, 31), date(2028, 2, 29)),
        (date(2026, 1, 15), date(2025, 10, 15)),
    ],
)
def test_three_months_are_months(day, before):
    assert months_before(day, 3) == before


@given(st.dates(min_value=date(2000, 1, 1)))
def test_three_months_are_never_more_than_92_days(day):
    assert 89 <= (day - months_before(day, 3)).days <= 92
