"""A withdrawn conversation: its words are destroyed everywhere; its reference, its day and the reason stay."""

import csv
import io

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import AuditEntry
from common.uploads.photos import SafePhoto
from common.uploads.storage import PrivateStorage
from conversations import actions
from conversations.models import Conversation, NoteDecision, Point, PulseCount, Quote, SafetyPointer
from conversations.states import State

WORD = "zebra-crossing"
WHY = "Somebody who took part asked us to."


@pytest.fixture
def full(ben, coordinator, analyst, make_conversation, make_point, make_theme, settings, tmp_path):
    """A conversation with something in every place where words or people can be; all of them hold WORD."""
    settings.PRIVATE_ROOT = tmp_path
    conversation = make_conversation(
        state=State.DRAFT, withdrawal_code="7Q4K-92WX", quote_codes=["2222-3333"], total_attended=12,
        people={"age": {"65+": 12}}, people_counted="told", host=WORD,
    )  # fmt: skip
    quote = {"words": WORD, "consent": "publish", "consent_how": "spoken", "speaker": "parent"}
    said = {"kind": "idea", "words": f"A {WORD}.", "dissent": WORD}
    actions.save_point(conversation=conversation, by=ben, quote=quote, **said)
    actions.save_close(conversation=conversation, by=ben, first_to_hear=WORD, promised=WORD, my_view=WORD)
    actions.keep_typed(conversation=conversation, by=ben, screen="harm", answers={"words": [WORD]}, revision=0)
    photo = SafePhoto(content=b"\xff\xd8" + WORD.encode(), width=10, height=10)
    actions.add_photo(conversation=conversation, by=ben, photo=photo, shows_people=False)
    actions.count_slip(conversation=conversation, by=ben, moment="after", answers={"trust": "fully"})
    Conversation.objects.update(state=State.SUBMITTED)
    actions.send_back(conversation=conversation, by=coordinator, reason=f"Who is {WORD}?")
    Conversation.objects.update(state=State.ACCEPTED, return_reason="")
    actions.put_themes(point=Point.objects.get(), coder=analyst, themes=[make_theme()], memo=WORD)
    conversation.refresh_from_db()
    return conversation


def everything_stored() -> str:
    """Every text in every table of ours, save the log's and the themes' own."""
    found = []
    for model in apps.get_app_config("conversations").get_models():
        kinds = models.CharField | models.TextField | models.JSONField
        texts = [field.attname for field in model._meta.concrete_fields if isinstance(field, kinds)]
        found += [str(row) for row in model.objects.values_list(*texts)] if texts else []
    return "\n".join(found)


def test_every_word_of_it_is_destroyed(full, coordinator):
    assert everything_stored().count(WORD) >= 10

    actions.withdraw(conversation=full, by=coordinator, reason=WHY)

    assert WORD not in everything_stored()
    for model in (Point, Quote, PulseCount):
        assert not model.objects.exists()


def test_so_are_its_photos(full, coordinator, django_capture_on_commit_callbacks):
    name = full.photos.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        actions.withdraw(conversation=full, by=coordinator, reason=WHY)

    assert not full.photos.exists()
    assert not PrivateStorage().exists(name)


def test_its_numbers_of_people_and_its_codes_go(full, coordinator):
    withdrawn = actions.withdraw(conversation=full, by=coordinator, reason=WHY)

    withdrawn.refresh_from_db()
    assert (withdrawn.total_attended, withdrawn.people, withdrawn.under_18s_present) == (None, {}, None)
    assert (withdrawn.withdrawal_code, withdrawn.quote_codes) == (None, [])


def test_what_answers_for_it_stays(full, coordinator):
    pointer = SafetyPointer.objects.create(conversation=full, outcome="rung", rung="mash", rung_at=timezone.now())
    withdrawn = actions.withdraw(conversation=full, by=coordinator, reason=WHY)

    withdrawn.refresh_from_db()
    assert (withdrawn.state, withdrawn.reference, withdrawn.ward) == (State.WITHDRAWN, full.reference, full.ward)
    assert list(withdrawn.decisions.values_list("to", "reason")) == [("returned", ""), ("withdrawn", WHY)]
    assert SafetyPointer.objects.get() == pointer
    assert AuditEntry.objects.filter(action="note withdrawn", actor=coordinator).exists()


@pytest.mark.parametrize("reason", ["", "Ring 07700 900123"])
def test_the_reason_is_asked_for_and_points_at_nobody(coordinator, signed_in, full, reason):
    address = reverse("conversations:withdraw_note", args=[full.reference])

    page = signed_in(coordinator).post(address, {"reason": reason}).content.decode()

    assert "There is a problem" in page
    assert Point.objects.exists()
    if reason:
        with pytest.raises(ValidationError):
            actions.withdraw(conversation=full, by=coordinator, reason=reason)


def test_a_coordinator_withdraws_it_on_the_page(coordinator, signed_in, full):
    address = reverse("conversations:withdraw_note", args=[full.reference])

    page = signed_in(coordinator).post(address, {"reason": WHY}, follow=True).content.decode()

    assert "Its words are destroyed" in page
    assert not Point.objects.exists()


def test_an_analyst_does_not(analyst, full):
    with pytest.raises(PermissionDenied):
        actions.withdraw(conversation=full, by=analyst, reason=WHY)


class TestCallingOff:
    @pytest.mark.parametrize("state", [State.PLANNED, State.HELD, State.DRAFT])
    def test_its_facilitator_says_that_it_did_not_take_place(self, at_ben, make_conversation, make_point, state):
        conversation = make_conversation(state=state)
        make_point(conversation)
        address = reverse("conversations:call_off", args=[conversation.reference])

        assert address in at_ben.get(reverse("conversations:note", args=[conversation.reference])).content.decode()
        at_ben.post(address, {"reason": "The hall was closed."})

        conversation.refresh_from_db()
        assert conversation.state == State.WITHDRAWN
        assert not Point.objects.exists()

    @pytest.mark.parametrize("state", [State.SUBMITTED, State.QUARANTINE, State.RETURNED, State.ACCEPTED, State.CODED])
    def test_what_was_handed_in_is_no_longer_theirs_to_destroy(self, at_ben, make_conversation, state):
        conversation = make_conversation(state=state)

        answer = at_ben.post(reverse("conversations:call_off", args=[conversation.reference]), {"reason": "No."})

        assert answer.status_code == 403
        assert Conversation.objects.get().state == state


class TestReasonsAsAFile:
    def test_each_reason_that_was_given_is_in_it(self, full, ben, coordinator, signed_in):
        actions.send_back(conversation=full, by=coordinator, reason="=Two points are one.")
        browser = signed_in(coordinator)

        content = browser.get(reverse("conversations:reasons")).content.decode("utf-8-sig")

        rows = list(csv.reader(io.StringIO(content)))
        assert rows[0] == ["code", "day", "what", "reason", "answer"]
        assert [row[0] for row in rows[1:]] == [full.reference] * 2
        assert [row[2:4] for row in rows[1:]] == [
            ["Sent back", f"Who is {WORD}?"],
            ["Sent back", "'=Two points are one."],
        ]
        assert AuditEntry.objects.filter(action="reasons exported", actor=coordinator).exists()

    def test_changes_asked_for_and_words_kept_are_in_it_too(self, full, ben, coordinator, signed_in):
        actions.ask_for_correction(
            conversation=full, by=ben, code="close-promised", new_words="A call.", reason="I promised a call."
        )
        full.kept_words.create(fingerprint="x", reason="A shop.", by=ben, confirmed_at=timezone.now())

        content = signed_in(coordinator).get(reverse("conversations:reasons")).content.decode()

        assert "I promised a call." in content
        assert "A shop." in content

    def test_nothing_of_a_note_that_waits_for_the_redactor(self, full, coordinator, signed_in):
        Conversation.objects.update(state=State.QUARANTINE)

        assert full.reference not in signed_in(coordinator).get(reverse("conversations:reasons")).content.decode()

    @pytest.mark.parametrize("role", [Role.ANALYST, Role.REDACTOR, Role.BOARD, Role.ADMIN])
    def test_it_is_the_coordinators_alone(self, staff, signed_in, role):
        assert signed_in(staff(role)).get(reverse("conversations:reasons")).status_code == 403

    def test_it_costs_a_few_queries_however_many_there_are(
        self, full, coordinator, signed_in, django_assert_max_num_queries
    ):
        for _ in range(20):
            NoteDecision.objects.create(conversation=full, to="returned", reason="Again.", by=coordinator)
        browser = signed_in(coordinator)
        with django_assert_max_num_queries(10):
            browser.get(reverse("conversations:reasons"))
