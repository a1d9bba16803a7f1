"""Requests that no browser of a person sends: each gets a correct answer, in a moment, and none an error of ours."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Site

from common import start
from home import tree

pytestmark = pytest.mark.django_db
VERBS = ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "NONSENSE"]
PAGES = ["/", "/find-support/", "/workshops/", "/api/oruk/v3/services", "/sitemap.xml", "/robots.txt", "/healthz"]

ODD_HEADERS = [
    ("If-None-Match", "rubbish"),
    ("If-None-Match", '"' + "x" * 4000 + '"'),
    ("If-Modified-Since", "yesterday"),
    ("If-Modified-Since", "Thu, 99 Nov 9999 99:99:99 GMT"),
    ("If-Match", "*"),
    ("If-Unmodified-Since", "0"),
    ("Range", "bytes=0-10,20-"),
    ("Range", "bytes=99999999999999999999-"),
    ("Range", "lines=1-2"),
    ("Accept", "application/nonsense;q=nonsense"),
    ("Accept-Encoding", "brrr"),
    ("Accept-Language", "x" * 5000),
    ("Content-Type", "multipart/form-data; boundary="),
    ("Cookie", "sessionid=" + "x" * 4000),
    ("Cookie", 'a=b; ;;; =; "='),
    ("X-Forwarded-For", "'; DROP TABLE x; --, 999.999.999.999"),
]
OUTWARD = [
    "/../../etc/passwd",
    "/static/../manage.py",
    "/static/..%2f..%2fmanage.py",
    "/media/..%2f..%2fetc/passwd",
    "/documents/1/..%2f..%2fetc",
    "/%00",
    "/find-support/%ff%fe",
    "/" + "a/" * 500,
    "/go/%0d%0aSet-Cookie:x=1",
    "/.git/config",
    "/.env",
    "/manage.py",
    "/admin/../admin/",
    "/api/oruk/v3/services/../../../admin/",
]
FORMS = [
    "/workshops/ask/",
    "/workshops/find-booking/",
    "/workshops/about-you/",
    "/workshops/certificates/",
    "/find-support/search/",
    "/find-support/results/",
    "/conversations/ask/",
    "/conversations/take-out/",
    "/conversations/what-came-of-it/",
    "/data-protection-complaint/form/",
    "/accounts/login/",
    "/accounts/login/code/",
    "/accounts/2fa/webauthn/login/",
]
BODIES = [b"", b"\x00" * 100, b"--x\r\nContent-Disposition: form-data", b"{" * 10_000]
KINDS = ["multipart/form-data; boundary=x", "application/json", "application/x-www-form-urlencoded", "rubbish", ""]


@pytest.fixture(scope="module")
def first_pages(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pages that every installation starts with, once for the module: to make them takes most of a second."""
    with django_db_blocker.unblock(), transaction.atomic():
        start.load()
        tree.build()
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def site(first_pages, db) -> Client:
    return Client(raise_request_exception=False)


def test_the_head_alone_says_what_the_page_would(site):
    for page in PAGES:
        head, whole = site.head(page), site.get(page)
        assert head.status_code == whole.status_code == 200, page
        assert head.content == b"", page
        assert head.headers["Content-Type"] == whole.headers["Content-Type"], page


def test_a_verb_that_a_page_does_not_know_changes_nothing_and_breaks_nothing(site):
    for page, verb in product(PAGES, VERBS):
        assert site.generic(verb, page).status_code < 500, (page, verb)


def test_eight_thousand_letters_of_question_are_answered(site):
    for page in PAGES:
        assert site.get(f"{page}?q={'x' * 8000}").status_code < 500, page
        assert site.get(f"{page}?{'&'.join(f'need={n}' for n in range(900))}").status_code < 500, page


def test_rubbish_in_a_header_is_passed_over(site):
    for page, (name, value) in product(["/", "/find-support/", "/api/oruk/v3/services"], ODD_HEADERS):
        assert site.get(page, headers={name: value}).status_code in (200, 304, 412), (page, name, value)


def test_a_path_that_leads_out_leads_nowhere(site):
    for path in OUTWARD:
        answer = site.get(path)
        assert answer.status_code in (301, 302, 400, 404), path
        assert "Set-Cookie" not in answer.headers, path
        assert b"root:" not in answer.content, path


def test_a_body_that_is_no_form_is_refused_in_words(site):
    for page, body, kind in product(FORMS, BODIES, KINDS):
        answer = site.generic("POST", page, body, content_type=kind, headers={"Origin": "http://testserver"})
        assert answer.status_code < 500, (page, body[:9], kind)


def test_more_fields_than_any_form_has_are_refused(site):
    fields = {f"f{n}": "x" for n in range(2500)}

    assert site.post("/workshops/ask/", fields, headers={"Origin": "http://testserver"}).status_code == 400
