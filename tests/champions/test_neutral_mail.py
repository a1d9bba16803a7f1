"""Somebody else may see the screen: subject, sender and first words give nothing away (C6)."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from accounts.models import User
from champions import actions, emails
from champions.models import Champion, RoleCheck, TeamQuestion
from common import letters, outbox
from common.models import OutboxMessage
from common.sealed import unseal
from services_directory.models import ServicePage
from services_directory.news import Change, Kind

TELLING = ["violence", "abuse", "knife", "champion", "trauma"]
KINDS = sorted(
    path.name.removesuffix(".subject.txt")
    for path in (Path(settings.BASE_DIR) / "templates/champions/emails").glob("*.subject.txt")
)


@pytest.fixture
def every_mail(make_workshop, make_booking, begin, trainer, make_champion) -> dict[str, OutboxMessage]:
    """One of each, by really doing the thing that sends it."""
    workshop = make_workshop(capacity=3)
    first = make_booking(workshop, places=2)
    kept = make_booking(workshop, places=1)
    waiting = make_booking(workshop, places=2)
    leaving = make_booking(workshop, places=3)
    with pytest.raises(actions.AlreadyBooked):
        make_booking(workshop, email=kept.email)
    actions.cancel(booking=leaving)
    actions.cancel(booking=first)
    actions.claim(offer=waiting.open_offer)
    actions.change(workshop=workshop, by=None, ends_at=workshop.ends_at + timedelta(minutes=30))
    other = make_workshop(capacity=1)
    make_booking(other, confirmed=False)
    silent = make_booking(other)
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        actions.look_at_waiting_lists()
    with time_machine.travel(timezone.now() + timedelta(hours=80), tick=False):
        actions.look_at_waiting_lists()
    actions.change_places(booking=kept, places=1)
    emails.way_back(kept)
    actions.call_off(workshop=other, by=None)
    assert silent.unanswered == 0
    smaller = make_booking(make_workshop(), places=2)
    actions.change_places(booking=smaller, places=1)
    for before in (timedelta(days=7), timedelta(hours=23)):
        with time_machine.travel(workshop.starts_at - before, tick=False):
            actions.send_reminders()
    actions.message_everyone(workshop=workshop, text="Bring the knife crime leaflet.", key="form", by=None)
    actions.keep_apart(one=smaller.email, other="apart@example.org", by=None)
    with pytest.raises(actions.NotThisDate):
        make_booking(smaller.workshop, email="apart@example.org")
    need = actions.ask_for(booking=kept, kind="bsl", people=1)
    actions.decide(need=need, decision="yes", answer="Arranged.", by=None)
    actions.ask_for_workshop(key="wish", name="Amara", email="amara@example.org", place="Our estate")
    actions.allocate(workshop=workshop, leading=[trainer], by=None)
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=workshop.bookings.booked(), by=None)
    actions.finish(workshop=workshop, by=None)
    champion = Champion(user=trainer, pk=1)
    service = ServicePage(title="Violence and abuse helpline", slug="helpline")
    changes = [Change(service, Kind.NEW), Change(service, Kind.CHANGED, ("phone number",)), Change(service, Kind.GONE)]
    emails.check_due(RoleCheck(user=trainer, pk=1, review_on=timezone.localdate()), days=7)
    emails.news(champion, changes=changes, month=timezone.now())
    mails_of_the_network(make_champion)
    return {message.kind.rsplit("/", 1)[1]: message for message in OutboxMessage.objects.all()}


def mails_of_the_network(make_champion) -> None:
    amara, ben = make_champion("a@example.org", may_be_written_to=True), make_champion("b@example.org")
    actions.open_to_others(champion=ben, may_be_written_to=True, shares=[], contact_about=[], languages="")
    actions.pass_on(sender=amara, to=ben, text="About the knife crime leaflet.")
    coordinator = User.objects.create(email="c@example.org")
    question = TeamQuestion.objects.create(
        asked_by=ben.user, topic="service", text="About abuse.", due_on=timezone.localdate()
    )
    emails.question_came(question, coordinator)
    actions.answer_question(question=question, answer="Ring the abuse line.", by=coordinator)
    initiative = actions.send_initiative(user=ben.user, kind="started", title="Walk", text="A walk.")
    actions.decide_initiative(initiative=initiative, by=coordinator, shown=True)
    make_champion("silent@example.org", asked_again_on=timezone.localdate() - timedelta(days=60))
    actions.end_silent_roles()
    with time_machine.travel(timezone.now() + timedelta(days=366), tick=False):
        actions.ask_who_is_still_active()


def test_this_test_sees_every_mail_that_there_is(every_mail):
    assert sorted(every_mail) == KINDS


def test_nothing_telling_in_subject_sender_and_first_words(every_mail):
    for kind, message in every_mail.items():
        text = unseal(message.text, purpose=outbox.PURPOSE)
        seen = f"{message.subject} {settings.DEFAULT_FROM_EMAIL} {text[:150]}".lower()

        assert [word for word in TELLING if word in seen] == [], kind
        assert "\n" not in message.subject, kind


def test_nothing_telling_is_seen_beside_the_subject_of_the_html_part(every_mail):
    """Programs show the first words of the page beside the subject: those end where nothing visible begins."""
    for kind, message in every_mail.items():
        html = letters.html_of(message.subject, unseal(message.text, purpose=outbox.PURPOSE))
        words = re.sub(r"<title>.*?</title>|<[^>]+>|\s+", " ", html.partition("\u034f")[0])
        after = html[html.index("\u034f") : html.rindex("\u034f")]

        assert [word for word in TELLING if word in words.lower()] == [], kind
        assert " ".join(unescape(words).split()).endswith(message.subject), kind
        assert len(after) >= 200, kind


def test_every_link_of_the_html_part_says_where_it_leads(every_mail):
    for kind, message in every_mail.items():
        text = unseal(message.text, purpose=outbox.PURPOSE)
        links = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', letters.html_of(message.subject, text))

        assert sorted(address for address, _ in links) == sorted(re.findall(r"http://\S+", text)), kind
        assert not [words for _, words in links if words.startswith("http") or len(words) < 12], kind


def test_every_mail_is_whole_and_signed(every_mail):
    for kind, message in every_mail.items():
        text = unseal(message.text, purpose=outbox.PURPOSE)

        assert text.startswith("Hello "), kind
        assert text.rstrip().endswith("Safer Lewisham"), kind
        assert not [mark for mark in ("{", "&#x27;", "None") if mark in text], kind


def test_mail_says_when_in_london_time(every_mail):
    assert all(message.expires_at for message in every_mail.values())
    assert all(message.secret for message in every_mail.values())


def test_a_name_is_written_as_its_owner_writes_it(workshop, make_booking):
    make_booking(workshop, name="Siân O'Brien & <co>")
    text = unseal(OutboxMessage.objects.get().text, purpose=outbox.PURPOSE)

    assert text.startswith("Hello Siân O'Brien & <co>,")
