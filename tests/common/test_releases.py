"""Tables of several days and several tables of one day: together they give no small number away either."""

import itertools
import random
import sys
from datetime import date
from pathlib import Path

import pytest

from common.disclosure import NotPublishable, Table, check_release, formats, protect
from common.models import AuditEntry, Release
from common.releases import publish

sys.path.insert(0, str(Path(__file__).parent))
from reading_between_the_lines import Reader, read_csv


def until_today(counts: list[list[int]], **more) -> Table:
    rows, columns = [f"r{n}" for n in range(len(counts))], [f"c{n}" for n in range(len(counts[0]))]
    return Table(**{"name": "Themes by ward", "measure": "points", "dimensions": ("theme", "ward"), "rows": rows,
                    "columns": columns, "counts": counts} | more)  # fmt: skip


def test_releases_that_run_on_tell_nothing_about_what_came_between():
    """500 series of four releases of 20 numbers: 10,000 rows of numbers, and each step between two of them."""
    chance = random.Random(11)
    for _ in range(500):
        counts = [[chance.choice([0, 0, 1, 3, 6, 8, 11, 30]) for _ in range(4)] for _ in range(5)]
        truth, reader = [], Reader()
        for day in range(4):
            truth.append(counts)
            read_csv(reader, formats.as_csv(protect(until_today(counts))), tag=day)
            counts = [[count + chance.choice([0, 0, 0, 1, 2, 5, 9]) for count in line] for line in counts]
        cells = [(f"r{row}", f"c{column}") for row in range(5) for column in range(4)]
        for (row, column), day in itertools.product(cells, range(3)):
            step = ("step", row, column, day)
            reader.known[step] = (0, 10**6)
            reader.knows({(day + 1, row, column): 1, (day, row, column): -1, step: -1}, 0, 0)
        reader.think()
        for (row, column), day in itertools.product(cells, range(4)):
            count = truth[day][int(row[1:])][int(column[1:])]
            assert not 1 <= count <= 7 or reader.width((day, row, column)) >= 3
            if day:
                came = count - truth[day - 1][int(row[1:])][int(column[1:])]
                low, high = reader.known[("step", row, column, day - 1)]
                assert low <= came <= high
                assert not 1 <= came <= 7 or high - low + 1 >= 3


def test_what_runs_on_has_no_totals_because_two_of_them_show_the_step():
    shown = protect(until_today([[12, 12], [12, 12]]))

    assert set(shown.row_totals) | set(shown.column_totals) | {shown.total} == {"–"}
    assert "Totals are left out" in " ".join(shown.notes)


def test_the_totals_of_two_days_would_have_told():
    """The control: four times 12 is "50" and four times 13 is "50", and the solver sees that one came to each."""
    reader = Reader()
    for day, cells in enumerate(["10,10,10,10", "15,15,15,15"]):
        read_csv(reader, f",a,b,c,d,All\r\nr,{cells},50\r\n", tag=day)
    reader.knows({(1, "r", "a"): 1, (0, "r", "a"): -1, "step": -1}, 0, 0)
    reader.known["step"] = (0, 100)
    reader.think()

    assert reader.known["step"] == (1, 1)


BY_AUDIENCE = {"name": "Themes by audience", "dimensions": ("theme", "audience")}


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (BY_AUDIENCE, "add up to the same whole"),
        ({"name": "Themes", "dimensions": ("theme",), "columns": [""], "counts": [[3], [4]]}, "one holds the totals"),
        ({"period": "2026 Q3", "name": "This quarter"}, "one by period and one until today"),
        ({"name": "The same again"}, "published already"),
    ],
)
def test_tables_that_would_tell_on_each_other_are_refused(other, sentence):
    first, second = until_today([[1, 12], [3, 0]]), until_today(**{"counts": [[1, 12], [3, 0]]} | other)

    with pytest.raises(NotPublishable, match=sentence):
        check_release([first, second])


def test_two_wholes_would_have_told():
    """The control: `*` in one ward, `*` in six groups, so the one is 6 or 7."""
    reader = Reader()
    read_csv(reader, ",w1,w2\r\nt,*,0\r\n", tag="wards")
    read_csv(reader, ",g1,g2,g3,g4,g5,g6\r\nt,*,*,*,*,*,*\r\n", tag="groups")
    wards, groups = [("wards", "t", f"w{n}") for n in (1, 2)], [("groups", "t", f"g{n}") for n in range(1, 7)]
    reader.knows(dict.fromkeys(wards, 1) | dict.fromkeys(groups, -1), 0, 0)
    reader.think()

    assert reader.known[("wards", "t", "w1")] == (6, 7)


def test_tables_that_leave_a_group_out_stand_together():
    whole = until_today([[1, 12], [3, 0]])
    check_release([whole, until_today([[1, 2], [3, 0]], whole=False, **BY_AUDIENCE)])

    # Whatever is left out may be any number, so the sum of one table says nothing about the other.
    reader = Reader()
    read_csv(reader, ",w1,w2\r\nt,*,0\r\n", tag="wards")
    read_csv(reader, ",g1,g2,g3,g4,g5,g6\r\nt,*,*,*,*,*,*\r\n", tag="groups")
    reader.known["left out of wards"] = (0, 10**6)
    wards, groups = [("wards", "t", f"w{n}") for n in (1, 2)], [("groups", "t", f"g{n}") for n in range(1, 7)]
    reader.knows(dict.fromkeys([*wards, "left out of wards"], 1) | dict.fromkeys(groups, -1), 0, 0)
    reader.think()
    assert reader.width(("wards", "t", "w1")) == 7


def test_a_release_is_kept_as_it_was_shown(db, make_user):
    release = publish(
        series="what-we-heard", tables=[until_today([[1, 12], [3, 0]])], on=date(2026, 9, 30), by=make_user()
    )

    kept = Release.objects.get()
    assert kept == release
    assert [list(line) for line in kept.shown[0].cells] == [["*", "10"], ["*", "0"]]
    assert "12" not in str(kept.tables)
    assert AuditEntry.objects.filter(action="figures published").count() == 1


@pytest.mark.parametrize(
    ("on", "conversations", "sentence"),
    [
        (date(2026, 9, 30), 30, "of this day or a later one"),
        (date(2026, 9, 1), 30, "of this day or a later one"),
        (date(2026, 12, 31), 12, "Fewer than 3 conversations came in"),
        (date(2026, 12, 31), 9, "Fewer than 3 conversations came in"),
    ],
)
def test_a_second_release_waits_until_there_is_enough_that_is_new(db, on, conversations, sentence):
    first = until_today([[1, 12], [3, 0]])
    publish(series="what-we-heard", tables=[first], on=date(2026, 9, 30), conversations=10)

    with pytest.raises(NotPublishable, match=sentence):
        publish(series="what-we-heard", tables=[first], on=on, conversations=conversations)
    assert Release.objects.count() == 1


def test_three_more_conversations_are_enough(db):
    for on, conversations in ((date(2026, 9, 30), 10), (date(2026, 12, 31), 13)):
        publish(series="w", tables=[until_today([[1, 12], [3, 0]])], on=on, conversations=conversations)

    assert Release.objects.count() == 2


def test_a_new_table_is_held_against_every_earlier_release(db):
    publish(series="w", tables=[until_today([[1, 12], [3, 0]])], on=date(2026, 9, 30))

    with pytest.raises(NotPublishable, match="add up to the same whole"):
        publish(series="another", tables=[until_today([[1, 2], [3, 0]], **BY_AUDIENCE)], on=date(2026, 10, 30))
