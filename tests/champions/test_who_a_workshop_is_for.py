"""Under 18 (C3), and the right workshop for each person, before any personal detail."""

import pytest
from django.apps import apps

from champions.choices import AUDIENCE, PUBLIC_KINDS, Description, Kind, descriptions_for, is_for, right_kind_for
from champions.models import Booking


def rows_in_the_database() -> int:
    return sum(model.objects.count() for model in apps.get_models() if model._meta.managed)


def test_somebody_under_18_is_asked_for_nothing_and_nothing_is_stored(visit, workshop):
    before = rows_in_the_database()
    visitor = visit(workshop)

    answer = visitor.post(step="age", is_adult="no")
    page = visitor.client.get(answer["Location"]).content.decode()

    assert answer.status_code == 303
    assert answer["Location"] == "/workshops/young-people/"
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    assert "<input" not in main
    assert "<form" not in main
    assert "0800 1111" in main
    assert rows_in_the_database() == before
    assert not visitor.client.cookies


def test_a_youth_worker_is_led_from_the_residents_workshop_to_the_right_one(visit, workshop, make_workshop):
    right = make_workshop(kind=Kind.PRACTITIONER)
    other = make_workshop(kind=Kind.LOCAL)
    visitor = visit(workshop)
    visitor.post(step="age", is_adult="yes")

    page = visitor.post(step="description", description="youth_worker").content.decode()

    assert "There is a better workshop for you" in page
    assert right.get_absolute_url() in page
    assert other.get_absolute_url() not in page
    assert 'name="email"' not in page


def test_a_parent_is_led_from_the_practitioners_workshop_to_the_right_one(visit, workshop, make_workshop):
    visitor = visit(make_workshop(kind=Kind.PRACTITIONER))
    visitor.post(step="age", is_adult="yes")

    page = visitor.post(step="description", description="parent").content.decode()

    assert workshop.get_absolute_url() in page


def test_a_refusal_can_be_answered_again(visit, workshop):
    visitor = visit(workshop)
    visitor.post(step="age", is_adult="yes")
    visitor.post(step="description", description="police")

    visitor.post(show="description")
    page = visitor.post(step="description", description="resident").content.decode()

    assert "How many people are coming?" in page


def test_nobody_gets_round_the_refusal_by_skipping_ahead(visit, workshop):
    visitor = visit(workshop)
    visitor.answer(description="police")
    visitor.confirm()

    assert not Booking.objects.exists()


@pytest.mark.parametrize("description", [choice for choice, _ in descriptions_for(Kind.LOCAL)])
def test_there_is_one_right_public_workshop_for_everybody(description):
    assert [kind for kind in PUBLIC_KINDS if is_for(kind, description)] == [right_kind_for(description)]


def test_every_answer_offered_leads_somewhere():
    for kind in Kind:
        for description, _ in descriptions_for(kind):
            assert is_for(kind, description) or right_kind_for(description)
    assert set(AUDIENCE) == set(Kind)
    assert Description.HAS_ATTENDED not in dict(descriptions_for(Kind.LOCAL))
