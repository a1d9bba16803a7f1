"""The officer reads old and new side by side, and lets through what is right: history, drafts and schedules hold."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from accounts.roles import Role
from common.models import OutboxMessage
from services_directory import actions
from services_directory.choices import OrganisationKind
from services_directory.models import Contact, Organisation, Phone, Proposal, ServicePage, Task
from services_directory.proposals import deciding
from services_directory.proposals.facts import facts_of

TODAY = timezone.localdate()
LAST_MONTH = TODAY - timedelta(days=30)


@pytest.fixture
def athena(make_service):
    service = make_service("Athena", checked_on=LAST_MONTH, phones=["0800 112 4052"], wait_time="A week")
    return ServicePage.objects.get(pk=service.pk)


@pytest.fixture
def officer(officer_called, index):
    actions.let_the_directory_team_work(index=index)
    return officer_called("officer@example.org")


@pytest.fixture
def kim(athena):
    return actions.let_provider_in(email="kim@refuge.example", organisation=athena.organisation).user


@pytest.fixture
def propose(athena, kim):
    """Kim proposes these facts, having read the entry as it is now."""

    def propose(**facts):
        base = facts_of(now(athena), private=True)
        return deciding.propose(service=now(athena), base={name: base[name] for name in facts}, facts=facts, by=kim)

    return propose


@pytest.fixture
def decide(officer, signed_in, as_filled_in):
    """What the officer's browser sends from the page of a proposal: the boxes as they stand, or those named."""
    browser = signed_in(officer)

    def decide(proposal, **changed):
        path = f"/admin/directory/proposals/{proposal.pk}/"
        return browser.post(path, as_filled_in(browser.get(path), **changed), follow=True)

    decide.page = lambda proposal: browser.get(f"/admin/directory/proposals/{proposal.pk}/").content.decode()
    decide.browser = browser
    return decide


def now(service) -> ServicePage:
    return ServicePage.objects.get(pk=service.pk)


def phones(number):
    empty = {"type": "voice", "description": "", "place": ""}
    return [{"uuid": "00000000-0000-4000-8000-000000000001", "number": number, **empty}]


def test_old_and_new_stand_side_by_side_and_are_marked_in_words(decide, propose):
    page = decide.page(propose(summary="Somebody really listens.", cost="some"))

    assert "<ins><span" in page
    assert "[put in: </span>really" in page
    assert "<del><span" in page
    assert "[taken out: </span>" in page
    assert page.count('name="take"') == 2


def test_all_of_it_goes_on_the_site_and_the_check_is_set(client, decide, propose, athena, officer):
    proposal = propose(summary="We listen.", phones=phones("020 8000 0000"))

    decide(proposal)

    service = now(athena)
    assert (service.summary, [phone.number for phone in service.phones.all()]) == ("We listen.", ["020 8000 0000"])
    assert (service.checked_on, service.checked_by) == (TODAY, "the service itself")
    assert "We listen." in client.get(service.address).content.decode()
    proposal.refresh_from_db()
    assert (proposal.state, sorted(proposal.taken), proposal.decided_by) == ("taken", ["phones", "summary"], officer)
    assert not Task.objects.open().exists()


def test_the_history_holds_what_was_there_and_who_let_it_through(decide, propose, athena, officer):
    decide(propose(summary="We listen."))

    before, after = now(athena).revisions.order_by("pk")
    assert before.as_object().summary == "Somebody listens."
    assert (after.as_object().summary, after.user) == ("We listen.", officer)
    assert now(athena).live_revision == after
    assert not now(athena).has_unpublished_changes


def test_field_by_field(decide, propose, athena):
    proposal = propose(summary="We listen.", wait_time="Two weeks")

    decide(proposal, take=["wait_time"], reason="The sentence is too long.")

    service = now(athena)
    assert (service.summary, service.wait_time) == ("Somebody listens.", "Two weeks")
    proposal.refresh_from_db()
    assert proposal.said_to_staff == "A part of it is on the site"
    mail = OutboxMessage.objects.get(kind="services_directory/emails/proposal_taken")
    assert (mail.to, "The sentence is too long." in mail.text) == ("kim@refuge.example", True)
    assert "Athena" not in mail.subject + mail.text.replace(athena.address, "")


def test_sent_back_with_a_reason(decide, propose, athena):
    proposal = propose(summary="We listen.")

    decide(proposal, **{"send-back": "1", "reason": "Is this for men too?"})

    assert (now(athena).summary, now(athena).checked_on) == ("Somebody listens.", LAST_MONTH)
    mail = OutboxMessage.objects.get(kind="services_directory/emails/proposal_returned")
    assert (mail.to, "Is this for men too?" in mail.text) == ("kim@refuge.example", True)
    assert not Task.objects.open().exists()


def test_sending_back_needs_a_reason_and_letting_through_needs_a_tick(decide, propose):
    proposal = propose(summary="We listen.")

    assert "Write what the provider should change" in decide(proposal, **{"send-back": "1"}).content.decode()
    assert "Tick at least one change" in decide(proposal, take=[]).content.decode()
    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_whoever_used_the_link_hears_of_it_too(decide, athena):
    athena.contacts.set([Contact(name="Sam", email="sam@refuge.example", gets_reminders=True)])
    athena.save()
    contact = now(athena).contacts.get()
    proposal = deciding.propose(
        service=now(athena), base={"wait_time": "A week"}, facts={"wait_time": "None"}, contact=str(contact.uuid)
    )

    decide(proposal)

    assert OutboxMessage.objects.get(kind="services_directory/emails/proposal_taken").to == "sam@refuge.example"


class TestAnEntryThatWasChangedMeanwhile:
    def test_is_shown_with_all_three_and_not_ticked(self, decide, propose, athena):
        proposal = propose(wait_time="Two weeks", summary="We listen.")
        ServicePage.objects.filter(pk=athena.pk).update(wait_time="A month")

        page = decide.page(proposal)

        assert "Changed here since." in page
        assert "The provider had read: A week" in page
        assert "month" in page
        decide(proposal)
        assert (now(athena).wait_time, now(athena).summary) == ("A month", "We listen.")
        proposal.refresh_from_db()
        assert proposal.facts["wait_time"] == "Two weeks"

    def test_is_changed_where_the_officer_says_so(self, decide, propose, athena):
        proposal = propose(wait_time="Two weeks")
        ServicePage.objects.filter(pk=athena.pk).update(wait_time="A month")

        decide(proposal, take=["wait_time"])

        assert now(athena).wait_time == "Two weeks"

    def test_while_the_officer_reads_is_shown_again(self, decide, propose, athena, as_filled_in):
        proposal = propose(summary="We listen.")
        path = f"/admin/directory/proposals/{proposal.pk}/"
        data = as_filled_in(decide.browser.get(path))
        Phone.objects.filter(service=athena).update(number="020 1111 1111")

        page = decide.browser.post(path, data, follow=True).content.decode()

        assert "The entry was changed while you read" in page
        assert now(athena).summary == "Somebody listens."
        proposal.refresh_from_db()
        assert proposal.is_waiting

    def test_in_what_is_already_so_there_is_nothing_left_to_decide(self, decide, propose, athena):
        proposal = propose(wait_time="Two weeks")
        ServicePage.objects.filter(pk=athena.pk).update(wait_time="Two weeks")

        assert "All of this stands on the site already" in decide.page(proposal)
        decide(proposal)
        proposal.refresh_from_db()
        assert proposal.state == "taken"


class TestWhatStaffAreWorkingOn:
    def test_a_draft_stays_a_draft_and_takes_over_what_was_let_through(self, decide, propose, athena):
        draft = now(athena)
        draft.description = "A draft of staff"
        draft.save_revision()

        decide(propose(summary="We listen."))

        service = now(athena)
        assert (service.description, service.summary) == ("", "We listen.")
        assert service.has_unpublished_changes
        draft = service.get_latest_revision_as_object()
        assert (draft.description, draft.summary, draft.checked_on) == ("A draft of staff", "We listen.", TODAY)

    def test_what_staff_wrote_in_the_same_field_of_their_draft_stays(self, decide, propose, athena):
        draft = now(athena)
        draft.summary = "Staff wrote this."
        draft.save_revision()

        decide(propose(summary="We listen."))

        assert now(athena).summary == "We listen."
        assert now(athena).get_latest_revision_as_object().summary == "Staff wrote this."

    def test_what_is_to_go_live_later_still_does_and_takes_nothing_back(self, decide, propose, athena):
        later = timezone.now() + timedelta(days=3)
        planned = now(athena)
        planned.description, planned.go_live_at = "From next week on", later
        planned.save_revision().publish()

        decide(propose(summary="We listen."))

        assert now(athena).summary == "We listen."
        assert now(athena).scheduled_revision.approved_go_live_at == later
        ServicePage.objects.get(pk=athena.pk).revisions.exclude(approved_go_live_at=None).update(
            approved_go_live_at=timezone.now() - timedelta(minutes=1)
        )
        call_command("publish_scheduled")
        service = now(athena)
        assert (service.description, service.summary, service.checked_on) == ("From next week on", "We listen.", TODAY)

    def test_a_draft_that_waits_for_approval_still_waits(self, decide, propose, athena, officer):
        task = GroupApprovalTask.objects.create(name="Somebody looks")
        flow = Workflow.objects.create(name="Two people")
        WorkflowTask.objects.create(workflow=flow, task=task)
        draft = now(athena)
        draft.description = "A draft of staff"
        draft.save_revision()
        flow.start(now(athena), officer)

        decide(propose(summary="We listen."))

        state = now(athena).current_workflow_state
        assert state.status == "in_progress"
        assert state.current_task_state.revision.as_object().summary == "We listen."


def test_two_officers_decide_once(propose, officer):
    proposal = propose(summary="We listen.")
    deciding.send_back(proposal=proposal, by=officer, reason="A question")

    with pytest.raises(deciding.Decided):
        deciding.send_back(proposal=proposal, by=officer, reason="Another")
    with pytest.raises(deciding.Decided):
        deciding.take_back(proposal=proposal)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DIRECTORY])
def test_nobody_else_decides(propose, staff, signed_in, role):
    proposal = propose(summary="We listen.")
    browser = signed_in(staff(role))

    for path in ("/admin/directory/proposals/", f"/admin/directory/proposals/{proposal.pk}/"):
        assert browser.get(path).status_code in (302, 403)
        assert browser.post(path, {"take": "summary"}).status_code in (302, 403)
    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_the_list_shows_what_waits_and_costs_the_same_however_long(
    decide, propose, athena, kim, django_assert_max_num_queries
):
    propose(summary="We listen.")
    page = decide.browser.get("/admin/directory/proposals/").content.decode()
    assert "Waiting for you (1)" in page
    for number in range(5):
        Proposal.objects.create(service=athena, base={"title": ""}, facts={"title": str(number)})

    with django_assert_max_num_queries(16):
        decide.browser.get("/admin/directory/proposals/")


def test_an_officer_lets_somebody_in_by_their_address(decide, athena):
    path = "/admin/snippets/services_directory/provideraccount/add/"

    decide.browser.post(path, {"email": "new@refuge.example", "organisation": athena.organisation_id})

    account = athena.organisation.accounts.get()
    assert account.user.email == "new@refuge.example"
    assert "new@refuge.example" in decide.browser.get(path.replace("add/", "")).content.decode()


def test_what_was_decided_is_forgotten_after_a_year(propose, officer):
    waiting, decided = propose(summary="We listen."), propose(wait_time="None")
    Proposal.objects.filter(pk=waiting.pk).update(state="waiting", decided_at=None)
    deciding.send_back(proposal=decided, by=officer, reason="A question")

    with time_machine.travel(timezone.now() + timedelta(days=364)):
        call_command("run_retention")
        assert Proposal.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        call_command("run_retention")

    assert Proposal.objects.get() == waiting


def test_an_organisation_without_services_is_no_error(signed_in, db):
    empty = Organisation.objects.create(name="Nobody yet", kind=OrganisationKind.CHARITY)
    browser = signed_in(actions.let_provider_in(email="new@example.org", organisation=empty).user)

    assert "No entry is linked to you yet" in browser.get("/my/services/").content.decode()
