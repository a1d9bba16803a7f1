"""Charts and meters: drawn on the server, and never by colour or shape alone."""

import re

from django.template.loader import render_to_string

ROWS = [{"label": "May", "value": 10}, {"label": "June", "value": "*"}, {"label": "July", "value": 40}]


def chart(rows=ROWS) -> str:
    return render_to_string("components/bar_chart.html", {"title": "Mentions", "rows": rows})


def test_a_chart_stands_beside_a_table_with_the_same_numbers():
    table = chart().split("<table")[1]

    assert re.findall(r"--numeric\">([^<]*)</td>", table) == ["10", "*", "40"]


def test_a_number_that_is_withheld_has_no_bar_that_gives_it_away():
    heights = [int(height) for height in re.findall(r'<rect[^>]*height="(\d+)"', chart())]

    assert heights == [35, 0, 140]


def test_a_chart_of_nothing_is_no_error():
    assert "<svg" in chart([])
    assert "<svg" in chart([{"label": "May", "value": 0}])


def places(**context) -> str:
    return render_to_string("components/places_meter.html", {"capacity": 30, "url": "/book/", **context})


def test_the_places_meter_says_in_words_what_its_bar_shows():
    assert "7 places left" in places(left=7)
    assert "1 place left" in places(left=1)
    assert re.findall(r'<rect width="(\d+)"', places(left=7)) == ["30", "23"]


def test_a_full_workshop_offers_the_waiting_list_and_no_place():
    html = places(left=0, waiting=True)

    assert "Full" in html
    assert "Join the waiting list" in html
    assert "Book a place" not in html
