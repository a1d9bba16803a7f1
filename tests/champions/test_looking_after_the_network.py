"""Coordinators see how many come how far, where, and who has something to do; and make two accounts one."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from champions import actions, pipeline
from champions.choices import RoleKind
from champions.models import Champion, Invitation, TrainingRecord
from common.models import AuditEntry, OutboxMessage, Ward

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]

NOW = reverse("champions:network_now")
MERGE = reverse("champions:merge_accounts")


@pytest.fixture
def coordinator(staff) -> User:
    return staff(Role.COORDINATOR)


@pytest.fixture
def came(make_workshop, make_booking, begin):
    """Two people came to a workshop that is over."""
    workshop = make_workshop()
    make_booking(workshop, name="Amara", email="amara@example.org")
    make_booking(workshop, name="Ben", email="ben@example.org")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=workshop.bookings.booked(), by=None)
    actions.finish(workshop=workshop, by=None)
    return workshop


def test_the_steps_count_each_person_where_they_are(came):
    invitation = Invitation.objects.get(attendance__email="amara@example.org")
    actions.join(invitation=invitation, role_type="trusted_adult", setting="shop", ward=None)

    assert list(pipeline.steps(timezone.localdate()).values()) == [0, 2, 2, 2, 1, 1]


def test_small_numbers_of_a_ward_do_not_show(make_champion, coordinator, signed_in):
    ward = Ward.objects.first()
    for number in range(3):
        make_champion(f"p{number}@example.org", ward=ward)
    shown = pipeline.by_ward()
    assert "3" not in [cell for line in shown.cells for cell in line]

    for number in range(3, 30):
        make_champion(f"p{number}@example.org", ward=ward)
    assert shown.cells != pipeline.by_ward().cells
    assert ward.name in signed_in(coordinator).get(NOW).content.decode()


def test_who_came_and_has_not_joined_is_invited_again_and_who_has_joined_is_not(came, coordinator, signed_in):
    joined = Invitation.objects.get(attendance__email="ben@example.org")
    actions.join(invitation=joined, role_type="advocate", setting="faith", ward=None)
    OutboxMessage.objects.update(created=timezone.now() - timedelta(days=2))

    client = signed_in(coordinator)
    assert "1 came, and have not joined yet" in client.get(NOW).content.decode()
    page = client.post(reverse("champions:invite_again"), follow=True).content.decode()

    assert "Invitations sent: 1." in page
    told = OutboxMessage.objects.filter(kind="champions/emails/invited_to_join").order_by("-pk")[0]
    assert told.to == "amara@example.org"


def test_the_list_says_who_has_something_to_do_and_by_when(make_champion, coordinator, signed_in, make_user):
    today = timezone.localdate()
    make_champion("amara@example.org", "Amara", asked_again_on=today)
    leading = make_user("ben@example.org", first_name="Ben")
    actions.start_role(user=leading, kind=RoleKind.TRAINER)
    seen = {"level": "basic", "why": "Leads", "seen_on": today, "review_on": today + timedelta(days=20)}
    actions.note_check(user=leading, kind=RoleKind.TRAINER, by=coordinator, **seen)

    assert [one.person.first_name for one in pipeline.due(today)] == ["Ben", "Amara"]
    assert "Show the check again" in signed_in(coordinator).get(NOW).content.decode()


def test_the_file_names_nobody_and_taking_it_is_noted(make_champion, coordinator, signed_in):
    make_champion("amara@example.org", "Amara", languages="=cmd()")

    answer = signed_in(coordinator).post(reverse("champions:export_network")).content.decode()

    assert "Trusted adult champion" in answer
    assert "amara" not in answer.lower()
    assert "'=cmd()" in answer
    assert AuditEntry.objects.filter(action="network exported", actor=coordinator).exists()


def merge(client, keep: User, other: User, **more):
    return client.post(MERGE, {"keep": keep.pk, "other": other.pk, **more}, follow=True).content.decode()


@pytest.fixture
def twice(make_champion, came) -> tuple[User, User]:
    """Amara is here under two addresses."""
    first = make_champion("amara@example.org", "Amara", setting="shop")
    second = make_champion("a.work@example.org", "Amara", setting="faith")
    TrainingRecord.objects.filter(email="amara@example.org").update(user=second.user)
    actions.ask_the_team(user=second.user, topic="role", text="What next?")
    return first.user, second.user


def test_two_accounts_of_one_name_are_pointed_out(twice, coordinator, signed_in):
    assert pipeline.perhaps_the_same() == [list(twice)]
    assert "a.work@example.org" in signed_in(coordinator).get(NOW).content.decode()


def test_reading_what_would_happen_changes_nothing(twice, coordinator, signed_in):
    page = merge(signed_in(coordinator), *twice)

    assert "1 records of workshops" in page
    assert "What amara@example.org says about ward, setting and promise stays" in page
    assert Champion.objects.count() == 2


def test_made_one_the_first_has_everything_and_the_second_says_nothing_any_more(twice, coordinator, signed_in):
    keep, other = twice

    assert "The two accounts are one now" in merge(signed_in(coordinator), keep, other, sure="yes")

    assert keep.training.count() == 1
    assert keep.team_questions.count() == 1
    assert keep.dated_roles.active().count() == 1
    assert Champion.objects.get().setting == "shop"
    other.refresh_from_db()
    assert (other.is_active, other.first_name, "work" in other.email) == (False, "", False)
    assert AuditEntry.objects.filter(action="two accounts made one").exists()


def test_the_role_began_when_the_earlier_one_did(twice, coordinator):
    keep, other = twice
    other.dated_roles.update(starts_on=timezone.localdate() - timedelta(days=90))

    actions.merge(keep=keep, other=other, by=coordinator)

    assert keep.dated_roles.get().starts_on == timezone.localdate() - timedelta(days=90)


def test_whoever_was_in_the_network_only_under_the_second_address_stays_in_it(make_user, make_champion, coordinator):
    keep, other = make_user("one@example.org"), make_champion("two@example.org", setting="faith").user

    actions.merge(keep=keep, other=other, by=coordinator)

    assert Champion.objects.get().user == keep
    assert keep.dated_roles.active().exists()


@pytest.mark.parametrize(
    ("make_wrong", "said"),
    [
        (lambda user: actions.start_role(user=user, kind=RoleKind.FACILITATOR), "leads workshops or conversations"),
        (lambda user: user.groups.add(Group.objects.get(name=Role.BOARD)), "has a staff role"),
    ],
)
def test_an_account_that_does_more_is_not_swallowed(make_wrong, said, twice, coordinator, signed_in):
    keep, other = twice
    make_wrong(other)

    page = merge(signed_in(coordinator), keep, other, sure="yes")

    assert said in page
    assert Champion.objects.count() == 2


def test_an_account_is_not_merged_with_itself(twice, coordinator, signed_in):
    assert "Choose two different accounts." in merge(signed_in(coordinator), twice[0], twice[0], sure="yes")


def test_the_page_stays_within_its_queries(make_champion, coordinator, signed_in, django_assert_max_num_queries):
    for number in range(25):
        make_champion(f"p{number}@example.org", "Somebody", asked_again_on=timezone.localdate())
    client = signed_in(coordinator)
    client.get(NOW)

    with django_assert_max_num_queries(22):
        client.get(NOW)
