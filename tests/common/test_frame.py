"""What stands around every page, for everybody alike."""

import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from common.models import EmergencyContact

BARE = ["404.html", "500.html", "403.html", "403_csrf.html", "400.html", "maintenance.html"]


class Untouchable:
    """Fails the test as soon as a template reads it."""

    def __getattribute__(self, name):
        raise AssertionError(f"a public page read the visitor ({name})")


def page(**context) -> str:
    return render_to_string("base.html", context)


@pytest.mark.parametrize("template", [*BARE, "base.html", "form_page.html"])
def test_a_public_page_never_reads_the_visitor(template):
    request = HttpRequest()
    request.user = request.session = request._messages = Untouchable()

    html = render_to_string(template, {"request": request, "user": Untouchable(), "messages": Untouchable()})

    assert "csrfmiddlewaretoken" not in html


@pytest.mark.parametrize("template", BARE)
def test_error_pages_stand_without_database_and_context(template, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        html = render_to_string(template)

    assert 'href="tel:999"' in html
    assert "press <strong>55</strong>" in html
    assert 'href="/find-support/"' in html


def test_the_numbers_are_there_when_the_list_is_empty():
    assert 'href="tel:08001111">Childline 0800 1111</a>' in page(emergency_contacts=[])


def test_a_number_that_staff_change_changes_at_the_top_of_every_page():
    line = EmergencyContact(name="Childline", phone="0800 2222", lead="Under 19?")

    html = page(emergency_contacts=[line])

    assert re.search(r'Under 19\?\s*<a href="tel:08002222">Childline 0800 2222</a>', html)
    assert 'href="tel:999"' in html
    assert "0800 1111" not in html


def test_the_first_two_stops_of_the_tab_key_are_the_content_and_the_way_out():
    links = re.findall(r'<a [^>]*href="([^"]+)"', page())

    assert links[:2] == ["#main", "https://www.bbc.co.uk/weather"]


def test_the_way_out_is_a_plain_link_in_the_same_tab():
    out = re.findall(r'<a [^>]*href="https://www\.bbc\.co\.uk/weather"[^>]*>', page())

    assert len(out) == 2
    assert all('rel="nofollow noreferrer"' in link and "target" not in link for link in out)


@pytest.mark.parametrize("template", ["signed_in.html", "form_page.html"])
def test_pages_with_a_session_or_a_form_leave_through_the_door_that_ends_it(template):
    html = render_to_string(template, {"exit_url": "https://www.bbc.co.uk/weather"})

    assert html.count('href="/leave/"') == 2
    assert "bbc.co.uk" not in html


def test_the_footer_keeps_its_promises_on_every_page():
    footer = page().split("<footer")[1]

    for address in (
        "accessibility",
        "privacy",
        "data-protection-complaint",
        "cover-your-tracks",
        "languages",
        "contact",
    ):
        assert f'href="/{address}/"' in footer
    assert 'href="/accounts/login/"' in footer


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("/find-support/", "Find support"),
        ("/services/kooth/", "Find support"),
        ("/messages/bullying/", "Stop the Violence"),
        ("/workshops/catford/book/", "Become a champion"),
        ("/strategy/after-six/", "Our strategy"),
        ("/", None),
    ],
)
def test_the_menu_marks_where_the_reader_is(address, section):
    request = HttpRequest()
    request.path = address

    marked = set(re.findall(r'aria-current="true">([^<]+)</a>', page(request=request)))

    assert marked == ({section} if section else set())


def test_the_menu_marks_the_section_in_another_language_too():
    request = HttpRequest()
    request.path = "/so/find-support/"

    with translation.override("so"):
        html = page(request=request)

    assert 'aria-current="true">Find support</a>' in html


def test_a_page_may_say_its_section_itself():
    assert 'aria-current="true">Conversations</a>' in page(section="conversations")


def test_the_language_and_its_direction_are_told():
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl"' in page()
    with translation.override("en-gb"):
        assert '<html lang="en-gb" dir="ltr"' in page()
    assert '<html lang="so" dir="ltr"' in page(lang="so", dir="ltr")


def test_the_search_is_posted_without_a_token_and_remembered_nowhere():
    form = render_to_string("components/search_form.html")

    assert re.search(r'<form[^>]*action="/find-support/results/"[^>]*method="post"[^>]*autocomplete="off"', form)
    assert re.findall(r'name="(\w+)"', form) == ["q", "place"]
    assert form.count('autocomplete="off"') == 3


def test_what_was_searched_for_cannot_break_the_page():
    form = render_to_string("components/search_form.html", {"q": '"><script>'})

    assert "<script>" not in form


def test_signed_in_pages_show_my_page_and_a_way_to_sign_out(signed_in, make_user, rf):
    request = rf.get("/my/")
    request.user = make_user()

    html = render_to_string("signed_in.html", {}, request=request)

    assert re.search(r'<a href="/my/" aria-current="page">My page</a>', html)
    assert re.search(r'<form method="post" action="/accounts/logout/">', html)
    assert '<meta name="robots" content="noindex">' in html
