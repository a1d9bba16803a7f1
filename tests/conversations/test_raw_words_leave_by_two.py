"""What was said leaves as a REFI-QDA project only when two people say so; and a project of another tool comes in."""

import io
import zipfile
from datetime import timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from common.models import AuditEntry
from conversations import actions
from conversations.codebook.lines import CodebookRefused
from conversations.codebook.project import laid_out, write_qdpx
from conversations.codebook.project_reading import lines_of_qdpx
from conversations.models import Coding, Conversation, Point, Quote, RawExport, SecondCoding, Theme
from conversations.states import State

Q = "{urn:QDA-XML:project:1.0}"
PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="Theirs">{}</Project>'
CODE = '<Code guid="11111111-1111-4111-8111-11111111111{}" name="{}" isCodable="true">{}</Code>'


@pytest.fixture
def analyst2(make_user):
    return make_user("second@example.org", Role.ANALYST)


@pytest.fixture
def asked(analyst) -> RawExport:
    return actions.ask_for_export(by=analyst, purpose="To compare with last year. Deleted in June.")


@pytest.fixture
def allowed(asked, coordinator) -> RawExport:
    return actions.approve_export(export=asked, by=coordinator)


@pytest.fixture
def export(db):
    """The project that would leave now: its XML and its texts by their names."""

    def write() -> tuple:
        file = io.BytesIO()
        write_qdpx(file, conversations=Conversation.objects.counted().order_by("pk"), watermark="For Kim")
        with zipfile.ZipFile(file) as archive:
            texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt")}
            return fromstring(archive.read("project.qde")), texts

    return write


def take(browser, export: RawExport):
    return browser.post(reverse("conversations:take_export", args=[export.pk]))


def test_one_asks_another_allows_and_the_first_takes_the_file(analyst, coordinator, signed_in, say, make_theme):
    say(make_theme(), 1)
    signed_in(analyst).post(reverse("conversations:raw_exports"), {"purpose": "To compare"})
    export = RawExport.objects.get()

    assert take(signed_in(analyst), export).status_code == 302
    signed_in(coordinator).post(reverse("conversations:approve_export", args=[export.pk]))
    answer = take(signed_in(analyst), export)

    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert "project.qde" in archive.namelist()
    done = set(AuditEntry.objects.filter(action__startswith="raw export").values_list("action", "actor"))
    assert done == {
        ("raw export asked for", analyst.pk), ("raw export allowed", coordinator.pk), ("raw export taken", analyst.pk),
    }  # fmt: skip


def test_nobody_allows_their_own(make_user):
    both = make_user("both@example.org", Role.ANALYST, Role.COORDINATOR)
    export = actions.ask_for_export(by=both, purpose="Mine")

    with pytest.raises(PermissionDenied):
        actions.approve_export(export=export, by=both)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_ask_and_who_may_allow(staff, signed_in, asked, role):
    browser = signed_in(asked.asked_by if role == Role.ANALYST else staff(role))

    page = browser.post(reverse("conversations:raw_exports"), {"purpose": "Everything"})
    yes = browser.post(reverse("conversations:approve_export", args=[asked.pk]))

    assert (page.status_code == 302) == (role == Role.ANALYST)
    assert (yes.status_code == 302) == (role == Role.COORDINATOR)


def test_only_who_asked_takes_it_and_only_for_a_day(allowed, analyst2, coordinator, signed_in, say, make_theme):
    say(make_theme(), 1)
    for other in (analyst2, coordinator):
        assert take(signed_in(other), allowed).status_code == 403

    RawExport.objects.update(approved_at=timezone.now() - timedelta(hours=25))

    assert take(signed_in(allowed.asked_by), allowed).status_code == 302
    assert not AuditEntry.objects.filter(action="raw export taken").exists()


def test_a_question_of_last_week_is_not_allowed_any_more(asked, coordinator):
    RawExport.objects.update(asked_at=timezone.now() - timedelta(days=8))

    with pytest.raises(actions.ExportRefused, match="more than a week"):
        actions.approve_export(export=asked, by=coordinator)


def test_it_lapses_when_the_analyst_is_none_any_more(allowed, signed_in):
    allowed.asked_by.groups.clear()

    assert take(signed_in(allowed.asked_by), allowed).status_code == 403


def test_the_file_says_on_every_note_for_whom_it_is(allowed, say, make_theme):
    conversation = say(make_theme(), 1)[0]

    text, _ = laid_out(conversation, allowed.watermark)

    assert text.startswith(f"{conversation.reference}. Export {allowed.pk} for {allowed.asked_by}, allowed by")


def test_every_selection_is_exactly_the_words_of_its_point(export, say, make_theme, make_point):
    conversation = say(make_theme(), 1)[0]
    make_point(conversation, words="Two\r\nlines, and a 😀 before <this> & “that”.\x0b")

    project, texts = export()

    source = project.find(f"{Q}Sources/{Q}TextSource")
    text = texts["sources/" + source.get("plainTextPath").removeprefix("internal://")]
    found = [
        text[int(one.get("startPosition")) : int(one.get("endPosition"))]
        for one in source.iter(f"{Q}PlainTextSelection")
    ]
    assert found == [
        conversation.points.get(number=1).words, "Two\nlines, and a 😀 before <this> & “that”.",
    ]  # fmt: skip


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), max_size=5))
def test_places_hold_for_any_words(words):
    class Said:
        reference = "C-TEST"

        class points:  # noqa: N801 - stands for the relation
            @staticmethod
            def all():
                return [Point(words=one, number=number) for number, one in enumerate(words)]

    text, places = laid_out(Said, "For Kim")

    assert len(places) == len(words)
    assert all(text[start - 2 : start] == "\n\n" and end <= len(text) for _, start, end in places)
    assert all("\x00" not in text[start:end] and "\r" not in text[start:end] for _, start, end in places)


def test_every_reference_leads_to_something_and_nobody_is_named(
    export, analyst, analyst2, coordinator, say, make_theme, make_priority, make_link
):
    theme = make_theme("home")
    other = make_theme("street", parent=theme)
    make_link(theme, make_priority())
    point = say(theme, 1)[0].points.get()
    second = SecondCoding.objects.create(point=point)
    second = actions.code_second(second=second, coder=analyst2, themes=[other], memo="Perhaps both")
    actions.decide(second=second, by=coordinator, themes=[other], reason="Street.")

    project, texts = export()

    ids = {element.get("guid") for element in project.iter() if element.get("guid")}
    for element in project.iter():
        for name in ("targetGUID", "originGUID", "creatingUser"):
            assert element.get(name) is None or element.get(name) in ids
    users = {user.get("guid"): user.get("name") for user in project.iter(f"{Q}User")}
    codings = [(users[one.get("creatingUser")], one[0].get("targetGUID")) for one in project.iter(f"{Q}Coding")]
    assert set(codings) == {
        ("Coder 1", str(theme.guid)), ("Coder 2", str(other.guid)), ("Decision", str(other.guid)),
    }  # fmt: skip
    assert len(project.findall(f"{Q}Links/{Q}Link")) == 1
    everything = str([element.attrib for element in project.iter()]) + str(texts)
    for person in (analyst, analyst2, coordinator, point.conversation.facilitator):
        assert person.email not in everything


def test_quotes_and_what_does_not_count_stay_here(export, say, make_theme, make_conversation, make_point):
    point = say(make_theme(), 1)[0].points.get()
    Quote.objects.create(point=point, words="In my own words", consent="publish")
    for state in (State.SUBMITTED, State.WITHDRAWN, State.QUARANTINE, State.DRAFT):
        make_point(make_conversation(state=state), words="Not to be read")

    project, texts = export()

    assert len(texts) == len(project.findall(f"{Q}Cases/{Q}Case")) == 1
    assert "In my own words" not in str(texts)
    assert "Not to be read" not in str(texts)


def test_an_export_asks_as_much_for_many_notes_as_for_few(export, say, make_theme, django_assert_max_num_queries):
    say(make_theme("home"), 12)

    with django_assert_max_num_queries(20):
        export()


def packed(content: str | bytes, name: str = "project.qde") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
        archive.writestr("sources/a.txt", "Words that nobody checked")
    return file.getvalue()


def test_a_project_of_another_tool_brings_its_codes_and_says_what_was_passed_over(analyst, signed_in, vocabulary):
    codes = CODE.format(1, "Home", CODE.format(2, "Rent", ""))
    more = "<Sources><TextSource><Coding/></TextSource></Sources><Notes><Note/></Notes>"
    content = packed(PROJECT.format(f"<CodeBook><Codes>{codes}</Codes></CodeBook>{more}"))
    file = SimpleUploadedFile("theirs.qdpx", content)

    answer = signed_in(analyst).post(reverse("conversations:codebook_upload"), {"codebook": file}, follow=True)

    page = answer.content.decode()
    assert Theme.objects.get(code="rent").parent.code == "home"
    assert "Not taken from the project: texts and other sources (1)." in page
    assert "coded passages (1)" in page
    assert "notes (1)" in page
    assert not Coding.objects.exists()


def test_what_we_export_comes_in_again_as_it_was(say, make_theme):
    theme = make_theme("home", description="Where we live", when_to_use="Often")
    say(theme, 1)
    file = io.BytesIO()
    write_qdpx(file, conversations=Conversation.objects.counted(), watermark="For Kim")

    lines, passed_over = lines_of_qdpx(file)

    assert [(line.guid, line.name, line.description, line.when_to_use, line.kind) for line in lines] == [
        (str(theme.guid), "Home", "Where we live", "Often", "protective")
    ]
    assert "Not taken from the project: coded passages (1)." in passed_over


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (packed(PROJECT.format("")), "no codebook in this project"),
        (packed("<CodeBook/>"), "no codebook in this project"),
        (packed("<Project"), "cannot read"),
        (packed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "outside itself"),
        (packed("", name="other.qde"), "not a REFI-QDA project"),
        (b"PK\x03\x04 nothing", "cannot read"),
        (packed(PROJECT.format("<CodeBook><Codes/></CodeBook>"))[:-30], "cannot read"),
    ],
)
def test_a_bad_project_is_refused_with_a_sentence(analyst, signed_in, content, sentence):
    with pytest.raises(CodebookRefused, match=sentence):
        lines_of_qdpx(io.BytesIO(content))

    page = signed_in(analyst).post(
        reverse("conversations:codebook_upload"), {"codebook": SimpleUploadedFile("theirs.qdpx", content)}
    )
    assert "Nothing is stored yet" in page.content.decode()
