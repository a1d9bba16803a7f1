"""What a conversation is held by: a version of the guide, strengths first, which stays as people were asked by it."""

from datetime import timedelta
from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import BigQuestion
from conversations import actions
from conversations.choices import PartKind
from conversations.demo.guide import first_guide
from conversations.models import Conversation, GuidePart, GuideVersion

PLAN = {
    "held_on_day": "1", "held_on_month": "6", "held_on_year": "2031", "setting": "school", "audience": "parents",
    "ward": "",
}  # fmt: skip
HERE = "/my/conversations/plan/"


@pytest.fixture
def make_guide(vocabulary):
    def make(name: str, days_ago: int = 0) -> GuideVersion:
        day = timezone.localdate() - timedelta(days=days_ago)
        return GuideVersion.objects.create(name=name, opening_words="We write down ideas.", in_use_from=day)

    return make


def test_ben_chooses_the_guide_and_is_offered_the_newest_first(at_ben, make_guide):
    old, new = make_guide("The old one", 90), make_guide("The new one", 1)
    page = at_ben.get(HERE).content.decode()
    assert page.index("The new one") < page.index("The old one")

    at_ben.post(HERE, PLAN | {"guide": old.pk})
    at_ben.post(HERE, PLAN)

    assert list(Conversation.objects.order_by("pk").values_list("guide", flat=True)) == [old.pk, new.pk]


def test_a_guide_that_is_not_in_use_yet_is_not_offered(at_ben, make_guide):
    later = make_guide("The next one", days_ago=-7)
    assert "The next one" not in at_ben.get(HERE).content.decode()

    at_ben.post(HERE, PLAN)
    at_ben.post(HERE, PLAN | {"guide": later.pk})

    assert list(Conversation.objects.values_list("guide", flat=True)) == [None, None]


def test_one_conversation_is_the_launch(at_ben, vocabulary):
    assert "with the Mayor" in at_ben.get(HERE).content.decode()

    for _ in range(2):
        at_ben.post(HERE, PLAN | {"is_launch": "on"})

    assert [found.is_launch for found in Conversation.objects.order_by("pk")] == [True, False]
    assert "with the Mayor" not in at_ben.get(HERE).content.decode()
    pack = reverse("conversations:conversation_pack", args=[Conversation.objects.earliest("pk").reference])
    assert "The launch conversation, with the Mayor" in at_ben.get(pack).content.decode()


def test_two_who_plan_the_launch_at_once(ben, at_ben, vocabulary, yesterday, monkeypatch):
    actions.plan(facilitator=ben, held_on=yesterday, setting="school", is_launch=True)
    with pytest.raises(actions.LaunchIsPlanned):
        actions.plan(facilitator=ben, held_on=yesterday, setting="school", is_launch=True)

    # Withdrawn while the page is open, and planned again by somebody a moment before it is sent.
    Conversation.objects.update(state="withdrawn")
    monkeypatch.setattr(actions, "plan", mock.Mock(side_effect=actions.LaunchIsPlanned))
    page = at_ben.post(HERE, PLAN | {"is_launch": "on"})
    assert "Somebody has planned the launch conversation already" in page.content.decode()


def test_a_launch_that_was_withdrawn_makes_room_for_another(ben, make_conversation, yesterday):
    make_conversation(is_launch=True, state="withdrawn")

    assert actions.plan(facilitator=ben, held_on=yesterday, setting="school", is_launch=True).is_launch


def test_strengths_come_first_whatever_the_order_says(make_guide):
    guide = make_guide("Any")
    for order, kind in enumerate((PartKind.MAPPING, PartKind.STRENGTHS)):
        GuidePart.objects.create(guide=guide, sort_order=order, kind=kind, title=kind, words="?")

    assert [part.kind for part in guide.in_order] == [PartKind.STRENGTHS, PartKind.MAPPING]


def test_the_first_guide_has_the_three_big_questions_word_for_word_and_the_activities(at_ben, ben, vocabulary):
    first_guide()
    first_guide()
    planned = actions.plan(facilitator=ben, held_on=timezone.localdate(), setting="school")

    pack = reverse("conversations:conversation_pack", args=[planned.reference])
    page = at_ben.get(pack).content.decode()

    assert BigQuestion.objects.count() == 3
    for question in BigQuestion.objects.all():
        assert question.name in page
    assert page.index("Start with what is good") < page.index("Safety mapping") < page.index("look at yourself")
    assert page.index("never about violence at home") < page.index("What happened?")
    assert "Draft wording, to be agreed by the lead organisation." in page


@pytest.mark.parametrize("asked", [True, False])
def test_staff_write_a_guide_and_one_that_people_were_asked_by_stays(
    staff, signed_in, make_guide, make_conversation, asked
):
    guide = make_guide("The first")
    part = GuidePart.objects.create(guide=guide, kind=PartKind.BIAS, title="Look at yourself", words="?")
    if asked:
        make_conversation(guide=guide)
    day = guide.in_use_from

    answer = signed_in(staff(Role.PUBLISHER)).post(f"/admin/strategy/guides/edit/{guide.pk}/", {
        "name": "The first", "opening_words": "Other words.", "consent_words": "", "closing_words": "",
        "in_use_from": f"{day:%Y-%m-%d}",
        "parts-TOTAL_FORMS": "1", "parts-INITIAL_FORMS": "1", "parts-MIN_NUM_FORMS": "0", "parts-MAX_NUM_FORMS": "99",
        "parts-0-id": part.pk, "parts-0-kind": "bias", "parts-0-minutes": "5", "parts-0-title": "Look",
        "parts-0-words": "Who was quiet?", "parts-0-ORDER": "1", "parts-0-big_question": "",
    })  # fmt: skip

    guide.refresh_from_db()
    part.refresh_from_db()
    changed = (guide.opening_words, part.title) == ("Other words.", "Look")
    assert changed is not asked
    assert ("it stays as it is" in answer.content.decode()) is asked
