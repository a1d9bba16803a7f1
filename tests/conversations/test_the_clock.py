"""What the clock does for facilitators: notes that are due, and the day on which they promised to tell people."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from common.models import OutboxMessage
from conversations.models import Conversation
from conversations.states import State


def days(number: int):
    return timezone.localdate() + timedelta(days=number)


def mails(kind: str) -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind=f"conversations/emails/{kind}"))


def test_the_note_is_due_on_the_day_after(make_conversation, capsys):
    today = make_conversation(state=State.PLANNED, held_on=days(0))
    yesterday = make_conversation(state=State.PLANNED, held_on=days(-1))
    draft = make_conversation(state=State.DRAFT, held_on=days(-1))
    for _ in range(2):
        call_command("look_at_conversations")

    states = [Conversation.objects.get(pk=one.pk).state for one in (today, yesterday, draft)]
    assert states == [State.PLANNED, State.HELD, State.DRAFT]
    assert "Notes are due of 1 conversations" in capsys.readouterr().out


class TestTelling:
    @pytest.mark.parametrize("state", [State.SUBMITTED, State.RETURNED, State.ACCEPTED, State.CODED])
    def test_its_facilitator_is_reminded_once_on_the_day_that_they_promised(self, ben, make_conversation, state):
        conversation = make_conversation(state=state, tell_by=days(0), promised="Not for a mail.")
        make_conversation(state=state, tell_by=days(1))
        for _ in range(3):
            call_command("look_at_conversations")

        mail = mails("time_to_tell")
        assert [one.to for one in mail] == [ben.email]
        assert f"/my/conversations/{conversation.reference}/came-of-it/" in mail[0].text
        assert mail[0].subject == f"Something to do for {conversation.reference}"

    def test_the_mail_says_nothing_about_what_was_said_or_where(self, make_conversation):
        conversation = make_conversation(state=State.CODED, tell_by=days(-1), promised="Not for a mail.", host="A hall")
        call_command("look_at_conversations")

        text = mails("time_to_tell")[0].text
        for secret in ("Not for a mail", "A hall", conversation.ward.name, "School"):
            assert secret not in text

    @pytest.mark.parametrize("state", [State.DRAFT, State.QUARANTINE, State.FED_BACK, State.WITHDRAWN])
    def test_nobody_is_reminded_of_what_is_told_or_cannot_be(self, make_conversation, state):
        make_conversation(state=state, tell_by=days(-1), held_on=days(0))
        call_command("look_at_conversations")

        assert not mails("time_to_tell")

    def test_a_new_promise_is_a_new_reminder(self, make_conversation):
        conversation = make_conversation(state=State.CODED, tell_by=days(-3))
        call_command("look_at_conversations")
        Conversation.objects.filter(pk=conversation.pk).update(tell_by=days(0))
        call_command("look_at_conversations")

        assert len(mails("time_to_tell")) == 2

    def test_somebody_who_left_is_not_written_to(self, ben, make_conversation):
        make_conversation(state=State.CODED, tell_by=days(0))
        ben.is_active = False
        ben.save()
        call_command("look_at_conversations")

        assert not mails("time_to_tell")

    def test_its_facilitator_says_that_people_were_told(self, at_ben, say, make_theme):
        conversation = say(make_theme(), 1, promised="A letter.")[0]
        here = reverse("conversations:came_of_it", args=[conversation.reference])

        page = at_ben.get(here).content.decode()
        assert "A letter." in page
        assert "I have told the people who took part" in page
        page = at_ben.post(here, follow=True).content.decode()

        assert "The people who took part were told" in page
        assert Conversation.objects.get(pk=conversation.pk).state == State.FED_BACK

    def test_too_early_is_explained(self, at_ben, make_conversation):
        conversation = make_conversation(state=State.ACCEPTED)

        page = at_ben.post(reverse("conversations:came_of_it", args=[conversation.reference]), follow=True)

        assert "cannot become" in page.content.decode()


class TestOverdue:
    @pytest.mark.parametrize(("ago", "first", "second"), [(6, 0, 0), (7, 1, 0), (13, 1, 0), (14, 1, 1)])
    def test_notes_are_late_after_7_days_and_very_late_after_14(self, make_conversation, ago, first, second):
        make_conversation(state=State.HELD, held_on=days(-ago))

        assert Conversation.objects.overdue(7).count() == first
        assert Conversation.objects.overdue(14).count() == second

    def test_a_facilitator_is_reminded_at_each_of_the_two(self, make_conversation):
        conversation = make_conversation(state=State.DRAFT, held_on=days(-7))
        for _ in range(2):
            call_command("look_at_conversations")
        Conversation.objects.filter(pk=conversation.pk).update(held_on=days(-14))
        call_command("look_at_conversations")

        assert len(mails("note_is_due")) == 2

    def test_the_lead_organisation_sees_how_many_and_which(self, analyst, signed_in, make_conversation):
        late, new = make_conversation(held_on=days(-9)), make_conversation(held_on=days(-2))
        browser = signed_in(analyst)

        assert "1 after 7 days" in browser.get("/workspace/conversations/").content.decode()
        page = browser.get("/workspace/conversations/?late=7").content.decode()
        assert late.reference in page
        assert new.reference not in page
        assert browser.get("/workspace/conversations/?late=x").status_code == 200
