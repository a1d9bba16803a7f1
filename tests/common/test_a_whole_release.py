"""Every table and format of two releases in a row: no count of 1 to 7 is left with fewer than three possible values.

Here 150 data sets; `make bench` goes through 10,000.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from reading_a_release import PARTS, told_too_much, two_days


def test_two_releases_in_a_row_give_no_small_number_away():
    assert [found for seed in range(150) for found in told_too_much(two_days(seed))] == []


def test_the_control_a_table_that_leaves_nothing_out_would_have_told():
    """Seven conversations spoke of one theme, each once, as one kind of point: "7" beside "*" says all seven."""
    points = [{"in": number, "theme": "t1", **dict.fromkeys(PARTS, 0)} for number in range(7)]
    # Of each other kind there is something as well, so that its row is shown.
    points += [
        {"in": 100 + number, "theme": "t2", **dict.fromkeys(PARTS, 0), "kind": kind}
        for kind in range(1, 7)
        for number in range(3)
    ]

    assert told_too_much([points, points]) == []
    assert told_too_much([points, points], whole="kind")[0] == "((0, 'kind'), 'kind 0', 't1') is 7 to 7"
