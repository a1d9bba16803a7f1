"""Every mail is plain text and HTML, from one text: a reader of either learns the same."""

import re
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.test.utils import override_settings
from hypothesis import given
from hypothesis import strategies as st

from common import letters, outbox
from common.models import OutboxMessage

SENT_LINK = "http://testserver/workshops/bookings/gAAAA/"


def links_of(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', html)


def test_the_sentence_before_an_address_of_ours_is_the_link():
    html = letters.html_of("Hello", f"You cannot come? Please tell us here:\n{SENT_LINK}")

    assert links_of(html) == [(SENT_LINK, "Please tell us here")]
    assert "You cannot come?" in html


def test_an_address_on_the_line_of_its_sentence_is_the_link_too():
    html = letters.html_of("Hello", "Another date may suit you better: http://testserver/workshops/")

    assert links_of(html) == [("http://testserver/workshops/", "Another date may suit you better")]


def test_an_address_alone_is_shown_as_it_is():
    assert links_of(letters.html_of("Hello", SENT_LINK)) == [(SENT_LINK, SENT_LINK)]


@pytest.mark.parametrize(
    "name", ["https://elsewhere.example/win", "Win: https://elsewhere.example", "Look: http://testserver.example/x"]
)
def test_an_address_that_somebody_wrote_into_their_name_is_no_link(name):
    html = letters.html_of("Hello", f"Hello {name}\n\nSee it:\n{SENT_LINK}")

    assert [address for address, _ in links_of(html)] == [SENT_LINK]


def test_signs_of_html_are_words():
    html = letters.html_of("<b>5 < 6</b>", 'Hello <script>alert("1")</script> & co,')

    assert "<script" not in html
    assert "<b>" not in html
    assert "Hello &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co," in html


def test_facts_stand_together_with_their_labels():
    html = letters.html_of("Hello", "When: Friday\nWhere: Hall\nA street\n\nThank you.")

    assert "<strong>When:</strong>" in html
    assert "<strong>Where:</strong>" in html
    assert html.count("<p ") == 2


def test_points_are_a_list():
    html = letters.html_of("Hello", "These have room:\n* Friday\n* Saturday")

    assert html.count("<li") == 2
    assert "* " not in html.partition("<body")[2]


def test_it_loads_nothing_and_says_its_language():
    html = letters.html_of("Hello", f"See it:\n{SENT_LINK}")

    assert not re.search(r"<(img|link|script|style|iframe|video|object)|src=|url\(|@import|background", html)
    assert '<html lang="en-GB">' in html
    assert '<div lang="en-GB"' in html
    assert "<h1" in html
    assert "<title>Hello</title>" in html


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_word_is_lost_whatever_somebody_writes(text):
    html = letters.html_of("Hello", text)

    shown = re.sub(r"<[^>]+>|\s", "", html.partition("<h1")[2])
    for word in re.findall(r"[a-zA-Z0-9]+", text):
        assert word in shown


@pytest.mark.django_db
def test_a_mail_carries_both_parts_the_plain_one_first():
    outbox.store(kind="test", key="1", to="kim@example.org", subject="Hello", text=f"See it:\n{SENT_LINK}")
    message = OutboxMessage.objects.get()

    outbox.send(message.pk)

    raw = message_from_bytes(mail.outbox[0].message().as_bytes(), policy=policy.default)
    parts = [part.get_content_type() for part in raw.walk() if not part.is_multipart()]
    assert parts == ["text/plain", "text/html"]
    assert links_of(raw.get_body(("html",)).get_content()) == [(SENT_LINK, "See it")]


@pytest.mark.django_db
def test_the_link_of_a_secret_mail_is_nowhere_at_rest_before_or_after():
    outbox.store(kind="test", key="1", to="kim@example.org", subject="Hello", text=f"See it:\n{SENT_LINK}", secret=True)
    message = OutboxMessage.objects.get()
    before = str(vars(message))
    outbox.send(message.pk)
    message.refresh_from_db()

    assert "gAAAA/" not in before
    assert "gAAAA/" not in str(vars(message))
    assert (message.text, message.html) == ("", "")
    assert SENT_LINK in str(mail.outbox[0].alternatives)


@pytest.mark.django_db
def test_a_package_that_writes_its_own_html_keeps_it():
    outbox.store(kind="test", key="1", to="kim@example.org", subject="A", text="Plain", html="<p>Own</p>")
    message = OutboxMessage.objects.get()

    outbox.send(message.pk)

    assert [part.content for part in mail.outbox[0].alternatives] == ["<p>Own</p>"]


@override_settings(WAGTAILADMIN_BASE_URL="https://safer.example/")
def test_a_slash_at_the_end_of_our_address_changes_nothing():
    assert links_of(letters.html_of("Hello", "See it: https://safer.example/x/")) == [
        ("https://safer.example/x/", "See it")
    ]
