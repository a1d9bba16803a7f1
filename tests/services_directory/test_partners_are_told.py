"""Partners with a copy of the directory are told what changed and what left: ids and times, signed, until it came."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import Role
from common import outside
from common.models import OutboxMessage
from services_directory import partners
from services_directory.choices import Confidentiality
from services_directory.models import Delivery, KnownService, Location, ServiceAtLocation, Subscriber

HOOK = "https://partner.example/hook"
CHANGES = "/api/oruk/v3/withdrawn"


@pytest.fixture
def heard(monkeypatch):
    """What the partner's server hears. It answers with `answers`, and with 200 when these are used up."""

    class Heard(list):
        answers: list = []

        def post(self, url, *, body, headers):
            self.append((url, body, headers))
            answer = self.answers.pop(0) if self.answers else 200
            if isinstance(answer, BaseException):
                raise answer
            return answer

    ears = Heard()
    monkeypatch.setattr(outside, "post", ears.post)
    return ears


@pytest.fixture
def partner(db) -> Subscriber:
    return Subscriber.objects.create(name="Southwark", url=HOOK)


@pytest.fixture
def clock(django_capture_on_commit_callbacks):
    """The clock strikes: the command runs, and the worker does what it asked for."""

    def strike() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            call_command("tell_partners", verbosity=0)

    return strike


def changes_in(heard) -> list[tuple[str, str]]:
    found = [change for _, body, _ in heard for change in json.loads(body)["data"]["changes"]]
    return [(change["id"], change["what"]) for change in found]


def test_a_partner_is_told_what_is_new_what_changed_and_what_left(partner, heard, clock, make_service):
    stays, leaves = make_service("Stays"), make_service("Leaves")
    clock()
    assert heard == []

    new = make_service("New")
    stays.save_revision().publish()
    leaves.unpublish()
    clock()

    told = [(str(new.translation_key), "changed"), (str(stays.translation_key), "changed")]
    assert sorted(changes_in(heard)) == sorted([*told, (str(leaves.translation_key), "gone")])
    clock()
    assert len(heard) == 1


def test_what_leaves_by_itself_is_told_too(partner, heard, clock, make_service, settings):
    service = make_service("Nobody checks this", checked_on=timezone.localdate() - timedelta(days=179))
    clock()

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        clock()

    assert changes_in(heard) == [(str(service.translation_key), "gone")]


def test_a_provider_or_a_place_with_new_words_is_a_change(partner, heard, clock, make_service):
    service, hall = make_service("Listening room"), Location.objects.create(name="Hall")
    ServiceAtLocation.objects.create(service=service, location=hall)
    clock()

    for changed in (service.organisation, hall):
        changed.name = "Another name"
        changed.save()
        clock()

    assert changes_in(heard) == [(str(service.translation_key), "changed")] * 2


def test_a_secret_place_that_changes_says_nothing(partner, heard, clock, make_service):
    refuge, hall = (
        make_service("Refuge", confidentiality=Confidentiality.CONFIDENTIAL),
        Location.objects.create(name="X"),
    )
    ServiceAtLocation.objects.create(service=refuge, location=hall)
    clock()

    hall.save()
    clock()

    assert heard == []


def test_a_message_holds_ids_and_times_alone_and_is_signed(partner, heard, clock, make_service):
    make_service("Old")
    clock()
    service = make_service("Kooth", description="Counselling")
    clock()

    url, body, headers = heard[0]
    assert url == HOOK
    assert json.loads(body)["data"] == {
        "changes": [
            {"id": str(service.translation_key), "what": "changed", "at": json.loads(body)["data"]["changes"][0]["at"]}
        ]
    }
    assert b"Kooth" not in body
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = hmac.new(partner.secret.encode(), content, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(expected).decode()}"
    assert partner.secret not in Subscriber.objects.values_list("sealed_secret", flat=True).get()


def waiting(partner: Subscriber) -> Delivery:
    return Delivery.objects.create(subscriber=partner, changes=[{"id": "1", "what": "changed", "at": "now"}])


@pytest.mark.parametrize("answer", [500, 302, outside.NoAnswer("TimeoutError"), outside.NotAllowed("It leads inside.")])
def test_what_did_not_arrive_is_tried_again_and_later_each_time(partner, heard, answer):
    delivery = waiting(partner)
    heard.answers = [answer, answer]
    now = timezone.now()

    for attempts, minutes in ((1, 1), (2, 2)):
        with time_machine.travel(now + timedelta(minutes=attempts * 2), tick=False):
            partners.send(delivery.pk)
            # The next try has not come: nothing happens.
            partners.send(delivery.pk)
            delivery.refresh_from_db()
            assert (delivery.attempts, delivery.state) == (attempts, Delivery.State.QUEUED)
            assert delivery.next_attempt_at == timezone.now() + timedelta(minutes=minutes)
    with time_machine.travel(now + timedelta(minutes=9)):
        partners.send(delivery.pk)

    delivery.refresh_from_db()
    assert (delivery.attempts, delivery.state) == (3, Delivery.State.SENT)
    assert len({headers["webhook-id"] for _, _, headers in heard}) == 1


def test_a_worker_that_dies_half_way_loses_nothing(partner, heard):
    delivery = waiting(partner)
    heard.answers = [SystemExit()]

    with pytest.raises(SystemExit):
        partners.send(delivery.pk)

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        call_command("tell_partners", verbosity=0)
    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.SENT


def test_a_partner_that_stays_silent_is_paused_and_the_officer_is_told(
    partner, heard, clock, officer_called, make_service
):
    officer_called("officer@example.org")
    delivery = waiting(partner)
    heard.answers = [503] * 20
    now = timezone.now()

    for day in range(partners.LAST_ATTEMPT + 2):
        with time_machine.travel(now + timedelta(days=day)):
            partners.send(delivery.pk)

    assert len(heard) == partners.LAST_ATTEMPT
    partner.refresh_from_db()
    assert not partner.active
    assert "503" in partner.state
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.subject) == ("officer@example.org", "Southwark does not answer any more")
    assert f"/admin/snippets/services_directory/subscriber/edit/{partner.pk}/" in mail.text
    heard.clear()
    make_service("Old")
    clock()
    make_service("New")
    clock()
    assert heard == []


def test_a_partner_that_says_it_is_gone_is_not_asked_again(partner, heard):
    delivery = waiting(partner)
    heard.answers = [410]

    partners.send(delivery.pk)

    partner.refresh_from_db()
    assert not partner.active


def test_the_officer_starts_it_again(partner):
    partner.active, partner.paused_because = True, "Paused"

    partner.full_clean()

    assert partner.state == "Is told"


@pytest.mark.parametrize("url", ["http://partner.example/", "https://127.0.0.1/", "https://10.1.2.3/hook"])
def test_an_address_inside_is_refused_as_it_is_typed(url):
    with pytest.raises(ValidationError, match=r"https://|public internet"):
        Subscriber(name="X", url=url).clean()


def test_a_partner_that_asks_is_told_what_left_since_then(client, clock, make_service):
    service = make_service("Leaves")
    clock()
    assert client.get(CHANGES).json()["empty"]
    service.unpublish()
    before = timezone.now()
    clock()

    answer = client.get(CHANGES, {"modified_after": before.isoformat()}).json()

    assert [row["id"] for row in answer["contents"]] == [str(service.translation_key)]
    later = (timezone.now() + timedelta(minutes=1)).isoformat()
    assert client.get(CHANGES, {"modified_after": later}).json()["contents"] == []
    service.save_revision().publish()
    clock()
    assert client.get(CHANGES).json()["empty"]


def test_the_size_of_the_directory_changes_no_number_of_questions(clock, make_service, django_assert_max_num_queries):
    for number in range(12):
        make_service(f"Service {number}")

    with django_assert_max_num_queries(8):
        partners.tell()
    assert KnownService.objects.count() == 12


def test_the_officer_sees_partners_and_what_has_not_arrived(partner, staff, signed_in, index):
    waiting(partner)
    client = signed_in(staff(Role.DIRECTORY))

    assert "Southwark" in client.get("/admin/snippets/services_directory/subscriber/").content.decode()
    assert (
        partner.secret
        in client.get(f"/admin/snippets/services_directory/subscriber/edit/{partner.pk}/").content.decode()
    )
    assert client.get("/admin/snippets/services_directory/subscriber/add/").status_code == 200
    assert "Southwark: 1 services" in client.get("/admin/directory/deliveries/").content.decode()
    assert client.get("/admin/directory/deliveries/new/").status_code in (302, 403)


@pytest.mark.parametrize("role", [Role.COMMS, Role.TRANSLATOR, Role.ADMIN])
def test_nobody_else_reads_a_secret(partner, staff, signed_in, role):
    client = signed_in(staff(role))

    for address in (
        f"/admin/snippets/services_directory/subscriber/edit/{partner.pk}/",
        "/admin/directory/deliveries/",
    ):
        assert client.get(address).status_code in (302, 403)
