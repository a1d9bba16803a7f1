"""What people are told to do who hear that somebody is not safe: kept by staff, with a date, and never empty."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common import start
from common.models import SafeguardingText

DRAFT = "a draft that nobody for safeguarding has agreed yet"


@pytest.fixture
def stop_screen(ben, conversation, signed_in):
    def show() -> str:
        return signed_in(ben).get(reverse("conversations:stop", args=[conversation.reference])).content.decode()

    return show


@pytest.fixture
def how_to_ring(db) -> SafeguardingText:
    start.load()
    return SafeguardingText.objects.get(code="how-to-ring")


def save_in_the_admin(client, kept: SafeguardingText, **changes):
    fields = {"name": kept.name, "text": kept.text, "agreed_on": "", "agreed_by": "", **changes}
    return client.post(reverse("wagtailsnippets_common_safeguardingtext:edit", args=[kept.pk]), fields)


def test_the_stop_screen_says_what_to_do_even_before_anybody_filled_it_in(stop_screen):
    SafeguardingText.objects.all().delete()

    assert "Use the person’s own words" in stop_screen()
    assert DRAFT in stop_screen()


def test_a_new_text_shows_at_once_with_its_day_and_who_agreed_it(stop_screen, how_to_ring):
    how_to_ring.text = "Ring first.\n\nThen write down when."
    how_to_ring.agreed_on, how_to_ring.agreed_by = date(2026, 11, 3), "Safeguarding lead"
    how_to_ring.save()

    page = stop_screen()

    assert "<p>Ring first.</p>" in page
    assert "As it stood on 3 November 2026. Agreed by: Safeguarding lead." in page
    assert DRAFT not in page


def test_somebody_for_safeguarding_changes_it_and_the_old_words_are_kept(staff, signed_in, how_to_ring):
    answer = save_in_the_admin(
        signed_in(staff(Role.SENSITIVE)), how_to_ring, text="New words.", agreed_on="2026-11-03", agreed_by="Lead"
    )

    assert answer.status_code == 302
    how_to_ring.refresh_from_db()
    assert (how_to_ring.text, how_to_ring.agreed_by) == ("New words.", "Lead")
    assert how_to_ring.revisions.exists()


@pytest.mark.parametrize("role", [Role.COMMS, Role.PUBLISHER, Role.TRANSLATOR, Role.DIRECTORY])
def test_nobody_else_of_the_content_staff_changes_it(role, staff, signed_in, how_to_ring):
    before = how_to_ring.text

    save_in_the_admin(signed_in(staff(role)), how_to_ring, text="New words.")

    how_to_ring.refresh_from_db()
    assert how_to_ring.text == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"agreed_on": "2026-11-03"}, "Fill in both"),
        ({"agreed_by": "Lead"}, "Fill in both"),
        ({"agreed_on": str(timezone.localdate() + timedelta(days=400)), "agreed_by": "Lead"}, "an earlier day"),
    ],
)
def test_a_day_without_a_role_or_in_the_future_is_explained(given, said, staff, signed_in, how_to_ring):
    page = save_in_the_admin(signed_in(staff(Role.SENSITIVE)), how_to_ring, **given).content.decode()

    assert said in page
    how_to_ring.refresh_from_db()
    assert how_to_ring.agreed_on is None


def test_starting_again_keeps_the_words_of_staff(how_to_ring):
    SafeguardingText.objects.filter(pk=how_to_ring.pk).update(text="Ours.")

    start.load()

    assert SafeguardingText.objects.get(code="how-to-ring").text == "Ours."
