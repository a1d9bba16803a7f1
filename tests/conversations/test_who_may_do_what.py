"""The matrix of roles and notes. Being a superuser or an administrator opens nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import AuditEntry
from conversations import permissions
from conversations.models import Conversation
from conversations.states import State

READ = {Role.COORDINATOR, Role.ANALYST, Role.REDACTOR}
CODE = {Role.COORDINATOR, Role.ANALYST}
ACCEPT = {Role.COORDINATOR}


@pytest.fixture
def handed_in(make_conversation, make_point) -> Conversation:
    conversation = make_conversation(state=State.SUBMITTED)
    make_point(conversation, words="A sentence from the room.")
    return conversation


@pytest.mark.parametrize("role", list(Role))
def test_the_matrix_of_roles_and_a_note(staff, handed_in, role):
    user = staff(role)

    assert permissions.can_read_note(user, handed_in) == (role in READ)
    assert permissions.can_code(user, handed_in) == (role in CODE)
    assert permissions.can_accept(user, handed_in) == (role in ACCEPT)
    assert permissions.can_return(user, handed_in) == (role in ACCEPT)
    assert permissions.can_link_themes(user) == (role in CODE)
    assert not permissions.can_record(user, handed_in)
    assert not permissions.can_plan(user)


@pytest.mark.parametrize("role", list(Role))
def test_the_pages_of_the_workspace_by_role(staff, signed_in, handed_in, make_theme, role):
    make_theme()
    browser = signed_in(staff(role))
    expected = 200 if role in READ else 403

    for name, args in (
        ("workspace_conversations", []), ("read_note", [handed_in.reference]), ("workspace_themes", []),
        ("codebook", []), ("codebook_qdc", []), ("codebook_csv", []),
    ):  # fmt: skip
        answer = browser.get(reverse(f"conversations:{name}", args=args))
        assert answer.status_code == expected, name
        if expected == 403:
            assert "A sentence from the room." not in answer.content.decode()


def test_a_superuser_reads_no_note(make_user, signed_in, handed_in):
    root = make_user("root@example.org", is_superuser=True, is_staff=True)
    browser = signed_in(root)

    assert not permissions.can_read_note(root, handed_in)
    assert browser.get(reverse("conversations:read_note", args=[handed_in.reference])).status_code == 403
    assert browser.get(reverse("conversations:note", args=[handed_in.reference])).status_code == 404


def test_nobody_reads_without_signing_in(client, handed_in):
    for name in ("read_note", "note", "came_of_it", "check_note"):
        answer = client.get(reverse(f"conversations:{name}", args=[handed_in.reference]))
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/")


def test_the_lead_organisation_does_not_read_a_draft(staff, signed_in, make_conversation):
    draft = make_conversation(state=State.DRAFT)
    browser = signed_in(staff(Role.COORDINATOR))

    assert browser.get(reverse("conversations:read_note", args=[draft.reference])).status_code == 404


def test_a_withdrawn_note_is_read_by_nobody(staff, signed_in, make_conversation):
    withdrawn = make_conversation(state=State.WITHDRAWN)

    assert not any(
        permissions.can_read_note(staff(role), withdrawn) for role in (Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)
    )


def test_guessing_another_facilitators_code_finds_nothing(make_facilitator, signed_in, conversation):
    other = signed_in(make_facilitator("eve@example.org"))

    for name in ("note", "note_facts", "note_close", "note_safety", "stop", "check_note", "came_of_it"):
        address = reverse(f"conversations:{name}", args=[conversation.reference])
        assert other.get(address).status_code == 404
        assert other.post(address, {"answer": "no"}).status_code == 404
    conversation.refresh_from_db()
    assert conversation.saved_at is None


def test_a_facilitator_whose_training_lapsed_stores_nothing_and_still_sees_the_list(
    make_facilitator, signed_in, make_conversation
):
    lapsed = make_facilitator("zoe@example.org", days_ago=900)
    conversation = make_conversation(facilitator=lapsed)
    browser = signed_in(lapsed)

    for name in ("note_facts", "note_close", "note_safety", "check_note"):
        address = reverse(f"conversations:{name}", args=[conversation.reference])
        assert browser.get(address).status_code == 403
        assert browser.post(address, {"first_to_hear": "x", "answer": "no"}).status_code == 403
    assert browser.get(reverse("conversations:plan_conversation")).status_code == 403
    assert browser.get(reverse("conversations:mine")).status_code == 200
    assert browser.get(reverse("conversations:note", args=[conversation.reference])).status_code == 200
    conversation.refresh_from_db()
    assert conversation.saved_at is None


def test_the_right_ends_with_the_last_day_of_the_role(ben, conversation):
    ben.dated_roles.update(ends_on=timezone.localdate())
    assert permissions.can_record(ben, conversation)

    ben.dated_roles.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert not permissions.can_record(ben, conversation)


def test_somebody_who_never_was_a_facilitator_is_told_so(make_user, signed_in):
    browser = signed_in(make_user())

    assert browser.get(reverse("conversations:mine")).status_code == 403
    assert browser.get(reverse("conversations:plan_conversation")).status_code == 403


def test_a_coordinator_does_not_accept_their_own_note(make_facilitator, signed_in, make_conversation):
    both = make_facilitator("both@example.org", 30, Role.COORDINATOR, Role.ANALYST)
    own = make_conversation(facilitator=both, state=State.SUBMITTED)

    assert not permissions.can_accept(both, own)
    assert not permissions.can_code(both, own)
    answer = signed_in(both).post(reverse("conversations:accept_note", args=[own.reference]))
    assert answer.status_code == 403


def test_opening_a_note_is_written_in_the_log_without_its_words(coordinator, signed_in, handed_in):
    signed_in(coordinator).get(reverse("conversations:read_note", args=[handed_in.reference]))

    entry = AuditEntry.objects.get(action="note read")
    assert entry.actor == coordinator
    assert entry.thing_id == str(handed_in.pk)
    assert entry.reason == "to accept it or send it back"


def test_no_note_is_registered_in_the_wagtail_admin_or_its_indexes():
    from wagtail.models import ReferenceIndex
    from wagtail.search.index import get_indexed_models
    from wagtail.snippets.models import get_snippet_models

    from conversations import models

    for model in (models.Conversation, models.Point, models.Quote, models.Coding, models.SafetyPointer):
        assert model not in get_indexed_models()
        assert model not in get_snippet_models()
        assert not ReferenceIndex.model_is_indexable(model)
