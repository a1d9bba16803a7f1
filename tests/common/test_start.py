"""Every installation starts with the partnership's own words, and keeps what staff change."""

import pytest

from common import start
from common.models import BigQuestion, Domain, EmergencyContact, KeyMessage, Ward

pytestmark = pytest.mark.django_db


def test_there_are_five_messages_three_questions_and_six_domains(vocabulary):
    assert KeyMessage.objects.count() == 5
    assert BigQuestion.objects.count() == 3
    assert Domain.objects.count() == 6
    assert Ward.objects.count() == 19


def test_the_three_questions_are_word_for_word(vocabulary):
    assert list(BigQuestion.objects.values_list("name", flat=True)) == [
        "How do we become a less violent society?",
        "How do we shape a safer place and space?",
        "How do we understand and ensure negative bias is reflected upon and protected against?",
    ]


def test_no_official_wording_is_invented(vocabulary):
    assert set(KeyMessage.objects.values_list("wording", flat=True)) == {""}


def test_starting_again_keeps_what_staff_changed(vocabulary):
    EmergencyContact.objects.filter(code="mash").update(phone="020 0000 0000")

    start.load()

    assert EmergencyContact.objects.get(code="mash").tel == "02000000000"
    assert KeyMessage.objects.count() == 5
