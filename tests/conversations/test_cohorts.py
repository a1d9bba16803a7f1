"""Thirty facilitators: their places, until when each may record, who looks out for whom, and a talk afterwards."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from champions.choices import Kind
from champions.models import DatedRole, TrainingRecord
from champions.models.conditions import holds
from champions.models.training import keeps_facilitator_trained, trained_until
from common.models import OutboxMessage
from conversations import actions
from conversations.cohorts import members_of
from conversations.models import Buddies, Cohort, Debrief
from conversations.states import State

HERE = "/workspace/cohorts/"
MINE = "/my/conversations/cohort/"


@pytest.fixture
def cohort(db) -> Cohort:
    return Cohort.objects.create(name="First cohort")


@pytest.fixture
def ann(make_facilitator):
    return make_facilitator("ann@example.org")


@pytest.fixture
def pair(cohort, ben, ann, coordinator) -> Buddies:
    cohort.members.add(ben, ann)
    return actions.suggest_buddies(cohort=cohort, first=ben, second=ann, by=coordinator)


class TestPlaces:
    def test_a_cohort_has_thirty(self, cohort, coordinator, make_user):
        for number in range(30):
            actions.add_to_cohort(cohort=cohort, person=make_user(f"p{number}@example.org"), by=coordinator)

        with pytest.raises(actions.CohortFull):
            actions.add_to_cohort(cohort=cohort, person=make_user("late@example.org"), by=coordinator)
        assert cohort.members.count() == 30

    def test_the_coordinator_gives_one_to_a_facilitator_without_one(self, cohort, ben, coordinator, signed_in):
        browser = signed_in(coordinator)

        assert f'<option value="{ben.pk}"' in browser.get(HERE).content.decode()
        page = browser.post(f"{HERE}{cohort.pk}/places/", {"person": ben.pk}, follow=True).content.decode()

        assert "1 of 30 places" in page
        assert f'<option value="{ben.pk}"' not in page

    def test_a_full_cohort_says_so(self, cohort, ben, coordinator, signed_in):
        Cohort.objects.update(size=0)

        page = signed_in(coordinator).post(f"{HERE}{cohort.pk}/places/", {"person": ben.pk}, follow=True)

        assert "All 0 places of “First cohort” are taken" in page.content.decode()

    @pytest.mark.parametrize("person", ["", "x", "999999"])
    def test_nobody_else_gets_one(self, cohort, coordinator, signed_in, person):
        page = signed_in(coordinator).post(f"{HERE}{cohort.pk}/places/", {"person": person}, follow=True)

        assert "Choose a facilitator" in page.content.decode()
        assert not cohort.members.exists()

    def test_a_place_is_freed_after_asking_and_the_buddy_with_it(self, cohort, ben, pair, coordinator, signed_in):
        browser, address = signed_in(coordinator), f"{HERE}{cohort.pk}/places/{ben.pk}/"

        assert "Free the place of" in browser.get(address).content.decode()
        assert cohort.members.filter(pk=ben.pk).exists()
        browser.post(address)

        assert not cohort.members.filter(pk=ben.pk).exists()
        assert not Buddies.objects.exists()

    @pytest.mark.parametrize("role", [Role.ANALYST, Role.REDACTOR, Role.SAFEGUARDING, Role.ADMIN, Role.BOARD])
    def test_it_is_the_coordinators_page_alone(self, staff, signed_in, role, cohort, ben):
        user = staff(role)

        assert signed_in(user).get(HERE).status_code == 403
        with pytest.raises(PermissionDenied):
            actions.add_to_cohort(cohort=cohort, person=ben, by=user)


class TestTraining:
    def test_each_is_shown_with_the_last_day_on_which_they_may_record(self, cohort, make_facilitator):
        people = {
            "now@example.org": 30, "soon@example.org": 700, "over@example.org": 800,
        }  # fmt: skip
        for email, days in people.items():
            cohort.members.add(make_facilitator(email, days))

        found = {member.user.email: member for member in members_of(cohort)}

        assert [found[email].warning for email in people] == ["", "Needs a refresher soon", "Cannot record notes"]
        assert found["over@example.org"].training.startswith("Lapsed on")

    def test_whoever_has_no_role_any_more_is_told_apart(self, cohort, ben, make_user):
        DatedRole.objects.filter(user=ben).update(ends_on=timezone.localdate() - timedelta(days=1))
        cohort.members.add(ben, make_user("new@example.org"))

        warnings = {member.user.email: (member.training, member.warning) for member in members_of(cohort)}

        assert "the role of facilitator has ended" in warnings["ben@example.org"][1]
        assert warnings["new@example.org"] == ("Not trained yet", "Cannot record notes")

    @given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    def test_the_last_day_is_the_last_by_the_rule_that_gives_the_right(self, last):
        until = trained_until(last)
        record = TrainingRecord(kind=Kind.REFRESHER, attended_on=last)

        assert holds(keeps_facilitator_trained(until), record)
        assert not holds(keeps_facilitator_trained(until + timedelta(days=1)), record)

    def test_it_shows_what_each_has_led_and_what_is_late(self, cohort, ben, make_conversation):
        cohort.members.add(ben)
        make_conversation(state=State.CODED)
        make_conversation(state=State.HELD, held_on=timezone.localdate() - timedelta(days=8))
        make_conversation(state=State.WITHDRAWN)

        member = members_of(cohort)[0]

        assert (member.handed_in, member.late) == (1, 1)

    def test_the_page_costs_the_same_however_many_there_are(
        self, cohort, coordinator, signed_in, make_facilitator, django_assert_max_num_queries
    ):
        cohort.members.add(*(make_facilitator(f"f{number}@example.org") for number in range(12)))
        browser = signed_in(coordinator)
        browser.get(HERE)
        with django_assert_max_num_queries(16):
            browser.get(HERE)

    def test_a_facilitator_sees_until_when_their_own_holds(self, ben, at_ben):
        until = trained_until(timezone.localdate() - timedelta(days=30))

        assert f"{until:%-d %B %Y}" in at_ben.get(MINE).content.decode()

    def test_whoever_has_lapsed_is_told_what_to_do(self, make_facilitator, signed_in):
        page = signed_in(make_facilitator("zoe@example.org", 900)).get(MINE).content.decode()

        assert "you need a refresher" in page


class TestBuddies:
    def test_both_are_asked_without_a_name(self, pair, ben, ann):
        mails = OutboxMessage.objects.filter(kind="conversations/emails/buddy_suggested")

        assert {mail.to for mail in mails} == {ben.email, ann.email}
        assert not any(word in mail.text for mail in mails for word in (ben.email, ann.email, str(ben), str(ann)))

    def test_neither_learns_who_it_is_before_both_have_agreed(self, pair, ann, at_ben, signed_in):
        assert ann.email not in at_ben.get(MINE).content.decode()

        page = at_ben.post(f"{MINE}buddy/", {"answer": "yes"}, follow=True).content.decode()
        assert ann.email not in page
        assert "You see who it is when the other person has said yes too" in page
        at_ann = signed_in(ann)
        at_ann.post(f"{MINE}buddy/", {"answer": "yes"})

        assert ann.email in at_ben.get(MINE).content.decode()
        assert "ben@example.org" in at_ann.get(MINE).content.decode()

    def test_either_may_say_no_at_any_time(self, pair, ben, ann, at_ben, signed_in):
        for user in (ben, ann):
            actions.agree_to_buddy(buddies=pair, by=user)

        page = signed_in(ann).post(f"{MINE}buddy/", {"answer": "no"}, follow=True).content.decode()

        assert "Nobody is told why" in page
        assert ann.email not in at_ben.get(MINE).content.decode()

    def test_the_coordinator_pairs_two_people_of_the_cohort(self, cohort, ben, ann, coordinator, signed_in):
        cohort.members.add(ben, ann)
        browser, address = signed_in(coordinator), f"{HERE}{cohort.pk}/buddies/"

        assert (
            "Choose two different people" in browser.post(address, {"first": ben.pk, "second": ben.pk}).content.decode()
        )
        browser.post(address, {"first": ben.pk, "second": ann.pk})
        page = browser.post(address, {"first": ann.pk, "second": ben.pk}).content.decode()

        assert "One of them has a buddy" in page
        assert Buddies.objects.count() == 1

    def test_a_stranger_answers_for_nobody(self, pair, make_user, signed_in):
        eve = make_user("eve@example.org")

        assert signed_in(eve).post(f"{MINE}buddy/", {"answer": "yes"}).status_code == 404
        with pytest.raises(PermissionDenied):
            actions.end_buddies(buddies=pair, by=eve)

    def test_nobody_is_their_own_buddy(self, cohort, ben):
        with pytest.raises(IntegrityError):
            Buddies.objects.create(cohort=cohort, first=ben, second=ben)


class TestATalk:
    def test_it_is_offered_after_handing_in_and_asked_for_in_one_choice(
        self, at_ben, conversation, coordinator, signed_in
    ):
        type(conversation).objects.update(state=State.SUBMITTED)
        address = reverse("conversations:debrief", args=[conversation.reference])
        assert address in at_ben.get(reverse("conversations:note", args=[conversation.reference])).content.decode()

        for how in ("call", "meet"):
            at_ben.post(address, {"how": how})

        assert Debrief.objects.get().how == "meet"
        page = signed_in(coordinator).get(HERE).content.decode()
        assert "Would like a talk" in page
        assert conversation.reference in page

    def test_the_coordinator_is_told_neither_who_nor_about_what(self, ben, coordinator, conversation):
        actions.ask_for_debrief(conversation=conversation, by=ben, how="call")

        mail = OutboxMessage.objects.get(kind="conversations/emails/debrief_asked")
        assert mail.to == coordinator.email
        assert not any(word in mail.text for word in (conversation.reference, ben.email, conversation.ward.name))

    def test_it_is_noted_once_that_they_have_talked(self, ben, coordinator, conversation, signed_in):
        debrief = actions.ask_for_debrief(conversation=conversation, by=ben, how="call")
        browser = signed_in(coordinator)
        for _ in range(2):
            browser.post(f"/workspace/debriefs/{debrief.pk}/held/")

        debrief.refresh_from_db()
        assert debrief.held_by == coordinator
        assert "Would like a talk" not in browser.get(HERE).content.decode()
        assert actions.ask_for_debrief(conversation=conversation, by=ben, how="call") != debrief

    def test_lapsed_training_takes_no_talk_away(self, make_facilitator, signed_in, make_conversation):
        zoe = make_facilitator("zoe@example.org", 900)
        conversation = make_conversation(facilitator=zoe)

        signed_in(zoe).post(reverse("conversations:debrief", args=[conversation.reference]), {"how": "call"})

        assert Debrief.objects.get().asked_by == zoe

    def test_nothing_is_chosen(self, at_ben, conversation):
        page = at_ben.post(reverse("conversations:debrief", args=[conversation.reference]), {}).content.decode()

        assert "Choose how you would like to talk" in page

    def test_for_somebody_elses_conversation_nobody_asks(self, ann, conversation):
        with pytest.raises(PermissionDenied):
            actions.ask_for_debrief(conversation=conversation, by=ann, how="call")
