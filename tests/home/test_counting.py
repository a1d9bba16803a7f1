"""Counting without watching: a number for each day, nothing about anybody (users.md P7, P13; 4.7)."""

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.roles import Role
from common import counting, short_links
from common.models import DailyCount, ShortLink
from home.campaigns.report import outputs
from home.toolkit import counts
from home.toolkit.made import count_of


@pytest.fixture
def link(make_campaign):
    return short_links.create(page=make_campaign())


def opened(what: str) -> int:
    call_command("store_counts")
    return counting.totals([what]).get(what, 0)


def test_a_code_counts_each_time_it_is_followed(visitor, link):
    for _ in range(3):
        visitor.get(f"/go/{link.code}")

    assert opened(f"code:{link.code}") == 3
    assert opened(f"code:{link.code}") == 3


def test_a_page_and_a_file_count_too(visitor, link):
    visitor.get(link.page.url)
    visitor.get(f"/toolkit/{link.code}/code.svg")
    visitor.head(link.page.url)

    assert opened(counts.page(link.page_id)) == 1
    assert opened(count_of(link, "code.svg")) == 1


def test_opening_a_page_or_a_code_writes_nothing_into_the_database(visitor, link):
    with connection.execute_wrapper(refuse_writes):
        for address in (link.page.url, f"/go/{link.code}", f"/toolkit/{link.code}/code.svg"):
            assert visitor.get(address).status_code in (200, 302)


def refuse_writes(execute, sql, params, many, context):
    assert sql.lstrip("( ").upper().startswith(("SELECT", "SAVEPOINT", "RELEASE")), sql
    return execute(sql, params, many, context)


def test_a_row_holds_a_name_a_day_and_a_number(link):
    assert {field.name for field in DailyCount._meta.get_fields()} == {"id", "what", "day", "number"}


def test_what_is_counted_while_the_clock_runs_is_not_lost(link):
    code = f"code:{link.code}"
    counting.count(code)
    assert opened(code) == 1
    counting.count(code)
    counting.count(code)

    assert opened(code) == 3


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15")])
def test_no_number_from_one_to_seven_is_shown(link, number, shown):
    code = f"code:{link.code}"
    for _ in range(number):
        counting.count(code)
    call_command("store_counts")

    assert counting.shown_together({"Shops": [code]}) == {"Shops": shown}


def test_the_report_shows_each_stage_and_no_small_number(link, staff, signed_in):
    for _ in range(3):
        counting.count(f"code:{link.code}")
    call_command("store_counts")

    page = signed_in(staff(Role.BOARD)).get(f"/workspace/campaigns/{link.page_id}/").content.decode()

    for heading in ("What went in", "What went out", "What people took from it", "What changed", "What we learnt"):
        assert f"<h2>{heading}</h2>" in page
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">*</td>' in page
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">3</td>' not in page


def test_staff_make_a_code_for_a_kind_of_place_and_nobody_takes_one_away(link, staff, signed_in):
    browser = signed_in(staff(Role.COMMS))

    browser.post("/admin/short-links/new/", {"page": link.page_id, "place": "school", "note": "summer"})
    made = ShortLink.objects.get(place="school")
    assert made.code in browser.get("/admin/short-links/").content.decode()
    browser.post(f"/admin/short-links/delete/{made.pk}/")

    assert ShortLink.objects.filter(pk=made.pk).exists()


def test_the_report_asks_the_same_few_questions_for_any_number_of_codes(link, django_assert_max_num_queries):
    campaign = link.page.specific
    for _ in range(5):
        short_links.create(page=campaign)

    with django_assert_max_num_queries(8):
        outputs(campaign)
