"""Forms without a cookie still refuse posts from other sites."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from common.same_origin import comes_from_us, same_origin_form


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "http://testserver.elsewhere.example"}, False),
    ],
)
def test_a_post_is_ours_when_the_browser_says_so(headers, ours):
    assert comes_from_us(RequestFactory().post("/", headers=headers)) is ours


@pytest.mark.django_db
def test_a_post_from_another_site_is_refused_before_the_view_runs():
    guarded = same_origin_form(lambda request: HttpResponse("The view ran."))

    response = guarded(RequestFactory().post("/", headers={"Origin": "https://elsewhere.example"}))

    assert response.status_code == 403
    assert b"The view ran." not in response.content


def test_reading_is_open_to_links_from_anywhere():
    guarded = same_origin_form(lambda request: HttpResponse("The view ran."))

    assert guarded(RequestFactory().get("/", headers={"Sec-Fetch-Site": "cross-site"})).content == b"The view ran."
