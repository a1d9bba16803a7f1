"""No count of 1 to 7 can be narrowed to fewer than three possible values, by anything in a table (rule 7)."""

import itertools
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from common.disclosure import WITHHELD, Table, formats, protect

sys.path.insert(0, str(Path(__file__).parent))
from reading_between_the_lines import Reader, read_csv

SIZES = [0, 0, 0, 1, 1, 2, 3, 5, 7, 7, 8, 9, 12, 13, 17, 40, 214]


def one(counts: list[int], **more) -> Table:
    names = {f"r{number}": count for number, count in enumerate(counts)}
    return Table.by_one("t", "people", "x", names, **{"period": "2026 Q3"} | more)


def two(counts: list[list[int]], **more) -> Table:
    rows, columns = [f"r{n}" for n in range(len(counts))], [f"c{n}" for n in range(len(counts[0]))]
    return Table("t", "people", ("x", "y"), rows, columns, counts, **{"period": "2026 Q3"} | more)


def narrowed(table: Table) -> list:
    """The hidden counts that a reader of the CSV file knows too well."""
    reader = Reader()
    read_csv(reader, formats.as_csv(protect(table)))
    reader.think()
    known_too_well = []
    for row, line in zip(table.rows, table.counts, strict=True):
        for column, count in zip(table.columns, line, strict=True):
            name = ("", row, column or "Number")
            low, high = reader.known[name]
            assert low <= count <= high
            if 1 <= count <= 7 and reader.width(name) < 3:
                known_too_well.append((name, count, reader.known[name]))
    return known_too_well


def test_the_example_of_the_rule_has_no_total():
    shown = protect(one([8, 1, 1, 1, 1]))

    assert [cell for (cell,) in shown.cells] == ["10", "*", "*", "*", "*"]
    assert shown.total == WITHHELD


def test_the_reader_would_have_found_it_out():
    """The control: with the total beside it, the solver finds the one solution."""
    reader = Reader()
    read_csv(reader, ",Number\r\na,10\r\nb,*\r\nc,*\r\nd,*\r\ne,*\r\nAll,10\r\n")
    reader.think()

    assert [reader.known[("", name, "Number")] for name in "abcde"] == [(8, 8), (1, 1), (1, 1), (1, 1), (1, 1)]


def test_a_table_without_small_numbers_has_every_total():
    shown = protect(two([[12, 20], [8, 0]]))

    assert (shown.row_totals, shown.column_totals, shown.total) == (["30", "10"], ["20", "20"], "40")


def test_a_total_that_is_safe_whatever_it_is_stays():
    # Eight small numbers add up to 8 at least: a total of 10 still leaves 1 to 5 for each.
    shown = protect(one([1, 1, 1, 1, 1, 1, 1, 1]))

    assert shown.total == "10"


def test_ten_thousand_tables_keep_their_secrets():
    chance = random.Random(7)
    for _ in range(7_000):
        table = one([chance.choice(SIZES) for _ in range(chance.randint(1, 9))])
        assert narrowed(table) == []
    totals = 0
    for _ in range(3_000):
        across = chance.randint(1, 6)
        table = two([[chance.choice(SIZES) for _ in range(across)] for _ in range(chance.randint(1, 7))])
        assert narrowed(table) == []
        shown = protect(table)
        totals += any(total != WITHHELD for total in [*shown.row_totals, *shown.column_totals])
    # The rule is no blanket: many tables keep some of their totals.
    assert totals > 1_000


@given(st.lists(st.integers(0, 60), min_size=1, max_size=15))
def test_any_line_keeps_its_secrets(counts):
    assert narrowed(one(counts)) == []


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.integers(0, 30), min_size=n, max_size=n), min_size=1)))
def test_any_table_keeps_its_secrets(counts):
    assert narrowed(two(counts)) == []


def everything_shown(table: Table) -> str:
    return str(formats.as_json(protect(table)))


def two_by_two(counts: list[int]) -> Table:
    return two([counts[:2], counts[2:]])


SMALL, TEN, ANY = range(8), range(8, 13), range(18)


@pytest.mark.parametrize(
    ("make", "possible"),
    # Each to the end of a rounding step, so that no data set is missing among those that look alike.
    [(one, [ANY] * 2), (one, [ANY] * 3), (two_by_two, [SMALL] * 4), (two_by_two, [TEN, SMALL, SMALL, SMALL])],
)
def test_somebody_who_knows_the_rule_learns_nothing_from_a_missing_total(make, possible):
    """Every data set there is, by brute force: those that look the same leave three values for each small count."""
    look_alike = defaultdict(lambda: [set() for _ in possible])
    for counts in itertools.product(*possible):
        seen = everything_shown(make(list(counts)))
        for place, count in enumerate(counts):
            look_alike[seen][place].add(count)

    few = [
        (seen, values)
        for seen in look_alike
        for values in look_alike[seen]
        if len(values) < 3 and any(1 <= value <= 7 for value in values)
    ]
    assert few == []


def test_nothing_is_shown_where_fewer_than_three_conversations_were_held():
    shown = protect(two([[12, 20], [40, 1]], conversations=[2, 3]))

    assert [list(line) for line in shown.cells] == [[WITHHELD, WITHHELD], ["40", "*"]]
    assert set(shown.row_totals) | set(shown.column_totals) | {shown.total} == {WITHHELD}


@pytest.mark.parametrize("wrong", [[-1], [3, -2]])
def test_a_count_below_nought_is_a_fault(wrong):
    with pytest.raises(ValueError, match="less than 0"):
        protect(one(wrong))


def test_a_table_is_by_two_things_at_most():
    with pytest.raises(ValueError, match="by one thing, or by two"):
        Table("t", "people", ("ward", "age", "sex"), ["r"], ["c"], [[1]])


def numbers_of(text: str) -> set[str]:
    return {word for word in "".join(c if c.isalnum() else " " for c in text).split() if word.isdigit()}


@pytest.mark.parametrize("counts", [[8, 1, 1, 1, 1], [214, 3, 0, 17], [7, 8]])
def test_no_form_in_which_it_leaves_holds_a_true_number(counts):
    table = one(counts)
    shown = protect(table)
    page = render_to_string(
        "components/table.html",
        {"caption": "People", "headings": formats.headings(shown, "Group"), "rows": formats.rows(shown)},
    )
    chart = render_to_string(
        "components/bar_chart.html",
        {"title": "People", "label_heading": "Group", "value_heading": "People", "rows": formats.bars(shown)},
    )
    kept = formats.from_json(json.loads(json.dumps(formats.as_json(shown))))
    may_be_seen = {cell for (cell,) in shown.cells} | {shown.total}
    told_apart = {str(count) for count in counts if str(count) not in may_be_seen}

    assert kept == shown
    for form in (formats.as_csv(shown), formats.in_words(shown), page, repr(shown), json.dumps(formats.as_json(shown))):
        said = form.replace("1 to 7", "").replace("between 1 and 7", "").replace("nearest 5", "")
        assert numbers_of(said) & told_apart == set(), form
    values = chart.split("<tbody>")[1]
    assert numbers_of(values) <= may_be_seen
    # A bar of a hidden number has no height, so its length says nothing.
    assert chart.count('height="0"') == sum(cell in {"*", "0"} for (cell,) in shown.cells)


def test_a_spreadsheet_takes_no_name_for_a_formula():
    shown = protect(Table.by_one("t", "people", "x", {"=1+1": 30, "-x": 9}, period="2026"))

    assert "'=1+1,30" in formats.as_csv(shown)
    assert "'-x,10" in formats.as_csv(shown)
