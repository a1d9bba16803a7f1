"""Why a note was opened stands in the log, hard words come with a warning, and every table can be taken along."""

import csv
import io

import pytest
from django.urls import reverse

from accounts.roles import Role
from common.models import AuditEntry, Need, Release
from conversations import actions
from conversations.choices import PointKind
from conversations.models import BoroughFigure, Coding, Conversation
from conversations.models.borough import POPULATION
from conversations.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(analyst, signed_in):
    browser = signed_in(analyst)

    def get(name: str, *args, **query):
        return browser.get(reverse(f"conversations:{name}", args=args), query)

    return get


def lines(answer) -> list[list[str]]:
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("state", "why"),
    [(State.SUBMITTED, "to accept it or send it back"), (State.ACCEPTED, "to put themes on it"),
     (State.FED_BACK, "to look at what was understood")],
)  # fmt: skip
def test_the_log_says_why_a_note_was_opened(desk, conversation, state, why):
    Conversation.objects.filter(pk=conversation.pk).update(state=state)

    desk("read_note", conversation.reference)

    assert AuditEntry.objects.get(action="note read").reason == why


def test_a_redactors_reason_is_another(conversation, staff, signed_in):
    Conversation.objects.filter(pk=conversation.pk).update(state=State.QUARANTINE)

    signed_in(staff(Role.REDACTOR)).get(reverse("conversations:redact_note", args=[conversation.reference]))

    assert AuditEntry.objects.get(action="note read").reason == "to take out what names somebody"


class TestAPointAboutHarm:
    @pytest.fixture
    def accepted(self, conversation, make_point):
        make_point(conversation, kind=PointKind.CAUSE, words="Somebody was hurt.")
        make_point(conversation, kind=PointKind.STRENGTH)
        Conversation.objects.filter(pk=conversation.pk).update(state=State.ACCEPTED)
        return conversation

    def test_says_so_first_and_can_be_passed_over(self, desk, accepted):
        page = desk("code_point", accepted.reference, 1).content.decode()

        onward = reverse("conversations:code_point", args=[accepted.reference, 2])
        assert page.index("may be hard to read") < page.index("Somebody was hurt.")
        assert f'href="{onward}#point"' in page
        assert not Coding.objects.exists()

    def test_a_strength_needs_no_warning(self, desk, accepted):
        assert "may be hard to read" not in desk("code_point", accepted.reference, 2).content.decode()


def test_groups_beside_their_size_are_taken_along_as_they_are_shown(desk, vocabulary):
    BoroughFigure.objects.create(
        by="gender", group="women", measure=POPULATION, number=150_000, source="Made up", as_of="2021-03-21"
    )

    table = lines(desk("group_rates", **{"as": "csv"}))
    page = desk("group_rates").content.decode()

    assert any(line and line[0] == "Gender" for line in table)
    for cell in {cell for line in table for cell in line if cell.isdigit()}:
        assert cell in page


def test_what_is_named_and_offered_is_taken_along(desk, make_theme, vocabulary):
    theme = make_theme("after-six", name="=After six")
    theme.needs.add(Need.objects.get(code="bullied"))
    make_theme("other")

    table = lines(desk("offer_gaps", **{"as": "csv"}))

    assert table[0] == ["Theme", "Conversations", "Need", "Services"]
    # A spreadsheet takes no cell for a formula.
    assert [line[0] for line in table[1:]] == ["'=After six", "Other"]
    assert table[2][2] == "not linked to a need yet"


def test_an_older_release_offers_the_tables_that_it_holds(desk, analyst, make_theme):
    make_theme()
    release = actions.release_themes(by=analyst)
    Release.objects.filter(pk=release.pk).update(tables=release.tables[:-1])

    page = desk("what_we_hear").content.decode()
    addresses = [reverse("conversations:release_csv", args=[release.pk, table]) for table in range(len(release.tables))]

    assert [address in page for address in addresses] == [True] * (len(addresses) - 1) + [False]
