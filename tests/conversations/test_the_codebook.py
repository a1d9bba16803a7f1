"""The codebook: what themes mean, changed without losing a coding or a link, and as a file for other tools."""

import csv
import io
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conversations import actions
from conversations.choices import ThemeKind
from conversations.codebook import refi, table
from conversations.codebook.lines import CodebookRefused, Line, checked, line_of
from conversations.models import CodebookVersion, Coding, NotTakenForward, Theme, ThreadLink

A, B = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
QDC = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another tool">{}</CodeBook>'


def lines() -> list[Line]:
    return [line_of(theme) for theme in Theme.objects.for_files()]


def test_merging_keeps_every_coding_and_every_link(analyst, make_theme, make_priority, make_link, say):
    late, evening = make_theme("late"), make_theme("evening")
    one, two = make_priority("one"), make_priority("two")
    for theme, priority in ((late, one), (late, two), (evening, two)):
        make_link(theme, priority)
    said = [*say(late, 2), *say(evening, 1)]
    Coding.objects.create(point=said[0].points.get(), theme=evening, coder=analyst)

    actions.merge_themes(theme=late, into=evening, by=analyst)

    assert {coding.point.conversation for coding in evening.codings.all()} == set(said)
    assert {link.priority.slug for link in evening.links.all()} == {"one", "two"}
    assert not late.codings.exists()


def test_the_address_of_a_merged_theme_leads_to_the_one_that_stays(client, analyst, signed_in, make_theme):
    late, evening, third = make_theme("late"), make_theme("evening"), make_theme("third")
    actions.merge_themes(theme=late, into=evening, by=analyst)
    actions.merge_themes(theme=evening, into=third, by=analyst)

    for name, browser in (("theme_heard", client), ("workspace_theme", signed_in(analyst))):
        answer = browser.get(reverse(f"conversations:{name}", args=["late"]))
        assert answer["Location"] == reverse(f"conversations:{name}", args=["third"])


def test_a_reason_not_to_take_forward_goes_along_unless_there_is_an_answer(
    analyst, make_theme, make_priority, make_link
):
    for into_has_link in (False, True):
        theme, into = make_theme(f"a-{into_has_link}"), make_theme(f"b-{into_has_link}")
        NotTakenForward.objects.create(theme=theme, reason="it is decided elsewhere", by=analyst)
        if into_has_link:
            make_link(into, make_priority())

        actions.merge_themes(theme=theme, into=into, by=analyst)

        assert NotTakenForward.objects.filter(theme=into).exists() is not into_has_link
        assert not NotTakenForward.objects.filter(theme=theme).exists()


def test_a_theme_is_not_merged_into_one_below_it(analyst, make_theme):
    top = make_theme("top")
    below = make_theme("below", parent=make_theme("middle", parent=top))

    with pytest.raises(actions.CodebookConflict, match="stands above"):
        actions.merge_themes(theme=top, into=below, by=analyst)


def test_splitting_takes_the_chosen_points_along_and_leads_to_the_same_priority(
    analyst, signed_in, make_theme, make_priority, make_link, say
):
    theme = make_theme("home")
    make_link(theme, make_priority())
    first, second = say(theme, 2)

    signed_in(analyst).post(
        reverse("conversations:split_theme", args=["home"]), {"name": "Rent", "points": [first.points.get().pk]}
    )

    new = Theme.objects.get(code="rent")
    assert [coding.point.conversation for coding in new.codings.all()] == [first]
    assert [coding.point.conversation for coding in theme.codings.all()] == [second]
    assert ThreadLink.objects.filter(theme=new).count() == ThreadLink.objects.filter(theme=theme).count() == 1


def test_of_two_who_change_a_theme_the_second_is_told_and_keeps_the_words(analyst, signed_in, make_theme):
    make_theme("home")
    browser, address = signed_in(analyst), reverse("conversations:change_theme", args=["home"])
    browser.post(address, {"name": "Life at home", "kind": "both", "revision": 0})

    page = browser.post(address, {"name": "Where we live", "kind": "both", "revision": 0}).content.decode()

    assert "Somebody changed this theme" in page
    assert "Where we live" in page
    assert "How it stands now" in page
    assert Theme.objects.get(code="home").name == "Life at home"

    browser.post(address, {"name": "Where we live", "kind": "both", "revision": shown_revision(page)})

    assert Theme.objects.get(code="home").name == "Where we live"


def shown_revision(page: str) -> str:
    return re.search(r'name="revision" value="(\d+)"', page)[1]


def test_the_analyst_adds_a_theme_below_another(analyst, signed_in, vocabulary, make_theme):
    make_theme("home")

    signed_in(analyst).post(
        reverse("conversations:new_theme"),
        {"name": "Rent and moving", "kind": "risk", "parent": "home", "level": "society", "when_to_use": "On rent."},
    )

    theme = Theme.objects.get(code="rent-and-moving")
    assert (theme.parent.code, theme.level.code, theme.when_to_use) == ("home", "society", "On rent.")
    assert CodebookVersion.objects.count() == 1


def test_a_theme_does_not_stand_under_itself(analyst, signed_in, make_theme):
    top = make_theme("top")
    make_theme("below", parent=make_theme("middle", parent=top))

    for parent in ("top", "below"):
        page = signed_in(analyst).post(
            reverse("conversations:change_theme", args=["top"]),
            {"name": "Top", "kind": "both", "parent": parent, "revision": 0},
        )
        assert "stands below this one" in page.content.decode()


def test_every_change_is_a_version_with_the_codebook_as_it_was(analyst, make_theme):
    theme = make_theme("home", name="Home")
    actions.change_theme(theme=theme, by=analyst, revision=0, name="Life at home")
    actions.change_theme(theme=theme, by=analyst, revision=1, name="At home")

    versions = CodebookVersion.objects.order_by("number")
    kept = [next(line["name"] for line in version.themes if line["code"] == "home") for version in versions]
    assert kept == ["Life at home", "At home"]
    assert set(Theme.objects.filter(kind=ThemeKind.RESERVED).values_list("code", flat=True)) == {
        "none-of-these", "cannot-tell",
    }  # fmt: skip


def test_only_the_analyst_changes_the_codebook(coordinator, signed_in, make_theme):
    theme = make_theme("home")

    for name in ("change_theme", "merge_theme", "split_theme"):
        assert signed_in(coordinator).get(reverse(f"conversations:{name}", args=["home"])).status_code == 403
    for name in ("codebook_upload", "new_theme"):
        assert signed_in(coordinator).get(reverse(f"conversations:{name}")).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.change_theme(theme=theme, by=coordinator, revision=0, name="Mine")


@pytest.mark.parametrize(
    ("write", "read"), [(refi.as_qdc, refi.lines_of_qdc), (lambda x: table.as_csv(x).encode(), table.lines_of_csv)]
)
def test_what_goes_out_comes_back_without_a_difference(analyst, vocabulary, make_theme, write, read):
    from common.models import EcologicalLevel

    top = make_theme("top", description="=SUM(1)\nTwo lines", when_to_use="Often", example_words="late\nafter six")
    make_theme("below", parent=top, kind=ThemeKind.RISK, level=EcologicalLevel.objects.first(), name="Ärger & <co>")
    before = lines()

    actions.import_codebook(lines=read(write(before)), by=analyst)

    after = {line.code: line for line in lines() if line.kind != ThemeKind.RESERVED}
    assert after == {line.code: line for line in before}


def test_the_csv_is_one_that_taguette_takes(analyst, signed_in, make_theme):
    make_theme("home", name="Home", description="Where we live")

    text = signed_in(analyst).get(reverse("conversations:codebook_csv")).content.decode()

    # Its rule: exactly one of tag, name and path, and `description` if there is one.
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len({"tag", "name", "path"} & set(rows[0])) == 1
    assert (rows[0]["tag"], rows[0]["description"]) == ("Home", "Where we live")


def test_a_codebook_of_taguette_comes_in(analyst, vocabulary):
    content = "tag,description,number of highlights,number of documents\r\nhome,Where we live,3,2\r\n"

    first = actions.import_codebook(lines=table.lines_of_csv(content.encode()), by=analyst)
    again = actions.import_codebook(lines=table.lines_of_csv(content.encode()), by=analyst)

    assert [(one.new, one.known) for one in (first, again)] == [(1, 0), (0, 1)]
    assert Theme.objects.get(code="home").description == "Where we live"


def test_a_file_from_before_a_merge_does_not_undo_it_and_says_so(analyst, make_theme):
    late, evening = make_theme("late"), make_theme("evening")
    make_theme("cold", parent=late)
    before = refi.as_qdc(lines())
    actions.merge_themes(theme=late, into=evening, by=analyst)

    taken = actions.import_codebook(lines=refi.lines_of_qdc(before), by=analyst)

    late.refresh_from_db()
    assert late.merged_into == evening
    assert Theme.objects.get(code="cold").parent == evening
    assert "stays so" in taken.passed_over[0]


def test_a_file_neither_changes_nor_adds_an_answer_that_is_no_theme(analyst, vocabulary):
    text = "tag,code,kind\nNothing,none-of-these,reserved\nMaybe,maybe,reserved\n"

    actions.import_codebook(lines=table.lines_of_csv(text.encode()), by=analyst)

    names = set(Theme.objects.filter(kind=ThemeKind.RESERVED).values_list("name", flat=True))
    assert names == {"None of these", "Cannot tell"}
    assert Theme.objects.get(code="maybe").kind == ThemeKind.BOTH


CODE = '<Code guid="{}" name="{}" isCodable="true">{}</Code>'
ONE = CODE.format(A, "Home", "")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (QDC.format(f"<Codes>{ONE}{CODE.format(A, 'Street', '')}</Codes>"), "is there 2 times"),
        (QDC.format(f"<Codes>{CODE.format(A, 'Home', ONE)}</Codes>"), "is there 2 times"),
        (QDC.format(f"<Codes>{ONE}</Codes>") * 2, "two codebooks"),
        (QDC.format(f"<Codes>{ONE}</Codes><Codes>{ONE}</Codes>"), "one list of codes"),
        (QDC.format("<Codes></Codes>"), "no theme in this file"),
        (QDC.format("<Codes><Code name='Home' isCodable='true'/></Codes>"), "no id that can be read"),
        (QDC.format(f"<Codes>{CODE.format(A, '', '')}</Codes>"), "has no name"),
        ("<CodeBook>", "cannot read"),
        ("<Project/>", "not a REFI-QDA codebook"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "outside itself"),
        ('<?xml version="1.0" encoding="nonsense"?><a/>', "read this file|outside"),
        ("tag,parent,code\nHome,street,home\nStreet,home,street\n", "in a circle"),
        ("tag,parent,code\nHome,home,home\n", "in a circle"),
        ("tag,parent,code\nHome,nowhere,home\n", "not in the file"),
        ("tag,code\nHome,a\nStreet,a\n", "is there 2 times"),
        ("tag,kind\nHome,good\n", "kind that we do not know"),
        ("tag,name\nHome,Home\n", "one column"),
        ("", "one column"),
        ("tag\n" + "x" * 200 + "\n", "too long"),
        ("tag,description\nHome,a\x0bb\n", "nobody can read"),
        (b"\xff\xfe\x00", "cannot read"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_stored(analyst, signed_in, vocabulary, content, sentence):
    content = content if isinstance(content, bytes) else content.encode()
    read = refi.lines_of_qdc if content.lstrip().startswith(b"<") else table.lines_of_csv
    with pytest.raises(CodebookRefused, match=sentence):
        checked(read(content))

    file = SimpleUploadedFile("codebook.qdc", content or b"\n")
    page = signed_in(analyst).post(reverse("conversations:codebook_upload"), {"codebook": file})

    assert page.status_code == 200
    assert "Nothing is stored yet" in page.content.decode()
    assert not Theme.objects.exists()


def test_the_codebook_asks_as_much_for_many_themes_as_for_few(analyst, signed_in, make_theme):
    browser = signed_in(analyst)
    addresses = [reverse(f"conversations:{name}") for name in ("codebook", "codebook_qdc", "codebook_csv")]

    def questions() -> list[int]:
        asked = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(address).status_code == 200
            asked.append(len(captured))
        return asked

    make_theme("first")
    questions()
    few = questions()
    for number in range(12):
        make_theme(f"theme-{number}", parent=Theme.objects.first())

    assert questions() == few
    assert max(few) <= 12
