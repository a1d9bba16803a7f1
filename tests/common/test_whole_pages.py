"""A public page is made once and handed out for a minute, and nobody gets what is old, private or somebody else's."""

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, RequestFactory

from common import start, whole_pages
from common.models import Ward
from common.whole_pages import WholePagesMiddleware, mark

pytestmark = pytest.mark.django_db
LIST = "/workshops/"


@pytest.fixture(autouse=True)
def kept_for_a_minute(settings):
    settings.WHOLE_PAGES_SECONDS = 60
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def visitor() -> Client:
    return Client()


class Site:
    """A site of one page that counts how often it was made."""

    def __init__(self, **headers):
        self.made, self.headers = 0, headers

    def __call__(self, request) -> HttpResponse:
        self.made += 1
        return mark(request, HttpResponse(f"made {self.made} for {request.get_full_path()}", headers=self.headers))

    def ask(self, path="/page/", **more) -> HttpResponse:
        return WholePagesMiddleware(self)(RequestFactory().get(path, **more))


def test_the_second_visitor_asks_no_database(visitor, django_assert_num_queries):
    first = visitor.get(LIST)

    with django_assert_num_queries(0):
        second = Client().get(LIST)

    assert second.content == first.content
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert not second.cookies


def test_what_is_saved_shows_at_once(visitor, django_capture_on_commit_callbacks):
    site = Site()
    site.ask()
    with django_capture_on_commit_callbacks(execute=True):
        Ward.objects.create(name="Somewhere", code="somewhere")

    site.ask()

    assert site.made == 2


def test_words_that_an_upgrade_brings_show_at_once(django_capture_on_commit_callbacks):
    site = Site()
    site.ask()
    with django_capture_on_commit_callbacks(execute=True):
        start.load()

    site.ask()

    assert site.made == 2


def test_what_is_made_while_something_changes_is_not_kept():
    site = Site()

    def changes_meanwhile(request):
        whole_pages._renew()
        return site(request)

    WholePagesMiddleware(changes_meanwhile)(RequestFactory().get("/page/"))
    site.ask()

    assert site.made == 2


def test_each_question_and_each_host_has_its_own_page(settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    site = Site()

    bodies = {
        site.ask("/page/?need=1", headers={"host": "one.example"}).content,
        site.ask("/page/?need=2", headers={"host": "one.example"}).content,
        site.ask("/page/?need=1", headers={"host": "two.example"}).content,
    }

    assert len(bodies) == site.made == 3


def test_a_very_long_question_fills_no_cache():
    site = Site()

    for _ in range(2):
        site.ask("/page/?q=" + "x" * 500)

    assert site.made == 2


def test_whoever_is_signed_in_gets_a_page_of_their_own(visitor, settings):
    site = Site()
    site.ask()

    answer = site.ask(headers={"cookie": f"{settings.SESSION_COOKIE_NAME}=abc"})

    assert b"made 2" in answer.content
    assert "Cache-Control" not in answer.headers


def test_an_answer_with_a_cookie_is_not_kept():
    def sets_a_cookie(request):
        answer = mark(request, HttpResponse("for you"))
        answer.set_cookie("mine", "1")
        return answer

    for _ in range(2):
        answer = WholePagesMiddleware(sets_a_cookie)(RequestFactory().get("/page/"))

    assert answer.cookies
    assert "Cache-Control" not in answer.headers


def test_a_draft_that_somebody_looks_at_is_not_kept():
    site = Site()

    def previews(request):
        request.is_preview = True
        return site(request)

    for _ in range(2):
        answer = WholePagesMiddleware(previews)(RequestFactory().get("/preview/"))

    assert site.made == 2
    assert "Cache-Control" not in answer.headers


def test_a_page_that_is_not_marked_is_made_each_time(visitor):
    answer = visitor.get("/workshops/find-booking/")

    assert "ETag" not in answer.headers


def test_a_browser_hears_quickly_that_nothing_changed(visitor):
    etag = visitor.get(LIST).headers["ETag"]

    again = visitor.get(LIST, headers={"if-none-match": etag})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == etag


@pytest.mark.parametrize("rubbish", ["", "abc", '"', 'W/"', "*" * 400, '"a", , "b"', "\N{SNOWMAN}"])
def test_rubbish_in_a_condition_gets_the_page(visitor, rubbish):
    visitor.get(LIST)

    assert visitor.get(LIST, headers={"if-none-match": rubbish}).status_code == 200


def test_a_browser_asks_each_time(visitor):
    assert rules(visitor.get(LIST)) == {"public", "max-age=0", "must-revalidate"}


def test_a_cache_in_front_may_keep_it_a_minute_if_we_can_ask_it_to_forget(visitor, settings):
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": "nobody"}}

    assert rules(visitor.get(LIST)) == {"public", "max-age=0", "must-revalidate", "s-maxage=60"}


def rules(answer) -> set[str]:
    return {part.strip() for part in answer.headers["Cache-Control"].split(",")}


def test_a_cache_that_is_down_costs_time_and_nothing_else(monkeypatch, caplog, django_capture_on_commit_callbacks):
    class Down:
        def __getattr__(self, name):
            raise ConnectionError("cache.example refused")

    site = Site()
    monkeypatch.setattr(whole_pages, "caches", {"pages": Down()})
    with django_capture_on_commit_callbacks(execute=True):
        Ward.objects.create(name="Somewhere", code="somewhere")

    answers = [site.ask().status_code for _ in range(2)]

    assert answers == [200, 200]
    assert "cache.example" not in caplog.text


def test_asking_for_the_head_alone_is_answered_from_the_same_page(visitor):
    whole = visitor.get(LIST)

    head = visitor.head(LIST)

    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(whole.content))


def test_a_look_at_a_page_that_is_kept_is_counted_too(monkeypatch):
    counted = []
    monkeypatch.setattr(whole_pages.counting, "count", counted.append)
    middleware = WholePagesMiddleware(lambda request: mark(request, HttpResponse("page"), counts="page:17"))

    for _ in range(3):
        middleware(RequestFactory().get("/page/"))

    # The page itself counts the look for which it is made.
    assert counted == ["page:17", "page:17"]
