"""Notes as Word documents and as CSV files: the same rules, the same drafts, and what is wrong told where it stands."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from common.uploads.refusing import Refused
from conversations.models import Point
from conversations.states import State
from conversations.workbook import plain, word
from conversations.workbook.opening import opened
from conversations.workbook.reading import read

HERE = "/my/conversations/upload/"
SESSION = "session_ref,held_on,setting,ward,language,total_attended,under_18s_present,opening_words_read,promised\n"
POINTS = "session_ref,point_no,kind,words,dissent\n"


def send(browser, *files: tuple[str, bytes], **more):
    return browser.post(HERE, {"workbook": [SimpleUploadedFile(name, content) for name, content in files], **more})


def places(by, *files: tuple[str, bytes]) -> list[str]:
    return [issue.place for issue in read(opened(files), by=by).issues]


def session(reference: str, **more) -> bytes:
    day, words = more.get("day", "01/11/2025"), more.get("promised", '"A letter, soon"')
    return f"{SESSION}{reference},{day},School,Bellingham,English,12,no,yes,{words}\n".encode()


def points(reference: str, *said: str) -> bytes:
    return (POINTS + "".join(f"{reference},{n},Idea,{words},\n" for n, words in enumerate(said, start=1))).encode()


def filled(content: bytes, *, answers=(), said=(), own=(), people=()) -> bytes:
    """Our note sheet with these answers: {title: answer}, {(row, heading): text} of the tables after it."""
    paper = Document(io.BytesIO(content))
    for row in paper.tables[0].rows:
        if row.cells[0].text in dict(answers):
            row.cells[1].text = dict(answers)[row.cells[0].text]
    tables = {table.rows[0].cells[1].text: table for table in reversed(paper.tables[1:])}
    for title, rows in (("What it is", said), ("Their own words", own), ("Who", people)):
        table = tables.get(title)
        heads = [cell.text for cell in table.rows[0].cells]
        for number, cells in enumerate(rows, start=1):
            for heading, text in cells.items():
                table.rows[number].cells[heads.index(heading)].text = text
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


ABOUT = {
    "How many people": "12", "Anyone under 18": "no", "Opening words read out": "Yes", "What you promised": "A letter.",
}  # fmt: skip


class TestWord:
    def test_the_sheet_of_a_conversation_comes_back_as_its_draft(self, at_ben, conversation):
        sheet = at_ben.get(f"/my/conversations/{conversation.reference}/note-sheet.docx").content

        answer = send(at_ben, ("note.docx", filled(
            sheet, answers=ABOUT.items(),
            said=[{"What people said": "The library is warm. 🌱 مكتبة", "How many felt this": "most people"}],
            own=[{"Number of the point": "1", "Their own words": "It is my second home.",
                  "Who may read it": "Anyone, without saying who said it", "How they said yes": "They told me"}],
        )))  # fmt: skip

        conversation.refresh_from_db()
        assert answer["Location"] == reverse("conversations:mine")
        assert (conversation.state, conversation.total_attended) == (State.DRAFT, 12)
        assert conversation.promised == "A letter."
        point = conversation.points.get()
        assert (point.kind, point.words, point.feeling) == ("strength", "The library is warm. 🌱 مكتبة", "most")
        assert point.quote.words == "It is my second home."

    def test_ten_documents_are_ten_notes(self, at_ben, make_conversation):
        sheets = []
        for number in range(10):
            sheet = word.note_sheet(make_conversation())
            said = [{"What people said": "Open the hall late."}]
            sheets.append((f"{number}.docx", filled(sheet, answers=ABOUT.items(), said=said)))

        send(at_ben, *sheets)

        assert Point.objects.count() == 10

    def test_what_is_wrong_is_told_by_document_table_and_row(self, ben, conversation):
        said = [{"What people said": "Fine."}, {"What people said": "Ring 07700 900123", "What it is": "Rumour"}]
        sheet = filled(word.note_sheet(conversation), answers={**ABOUT, "How many people": "many"}.items(), said=said)

        found = places(ben, ("ours.docx", sheet))

        assert found[0] == "ours.docx, “About the conversation”: How many people"
        assert "ours.docx, table 2, row 3: What it is" in found

    def test_an_empty_sheet_lists_what_is_missing(self, at_ben, conversation):
        page = send(at_ben, ("empty.docx", word.note_sheet(conversation))).content.decode()

        assert "Fill in “How many people”" in page
        assert not conversation.points.exists()

    def test_somebody_elses_document_is_told_what_to_use(self, at_ben, vocabulary):
        paper, file = Document(), io.BytesIO()
        paper.add_paragraph("Minutes of the meeting")
        paper.save(file)

        assert "Use our note sheet" in send(at_ben, ("minutes.docx", file.getvalue())).content.decode()

    @pytest.mark.parametrize(
        ("part", "content", "sentence"),
        [
            ("word/vbaProject.bin", b"\0", "macros or programs"),
            ("word/embeddings/run.exe", b"MZ", "macros or programs"),
            ("word/x.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "outside itself"),
            ("word/media/b.png", b"0" * 60 * 1024 * 1024, "unpacks to too much"),
        ],
    )
    def test_a_hostile_document_is_refused(self, conversation, part, content, sentence):
        file = io.BytesIO(word.note_sheet(conversation))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(part, content)

        with pytest.raises(Refused, match=sentence):
            opened([("note.docx", file.getvalue())])

    def test_the_sheet_has_no_name_of_anybody(self, ben, conversation):
        text = word.note_sheet(conversation)
        with zipfile.ZipFile(io.BytesIO(text)) as packed:
            everything = b"".join(packed.read(name) for name in packed.namelist()).decode(errors="replace")

        assert conversation.reference in everything
        assert ben.email not in everything


class TestCsv:
    def test_two_files_are_one_note(self, at_ben, conversation):
        reference = conversation.reference

        send(at_ben, ("s.csv", session(reference)), ("p.csv", points(reference, "Open the hall late.")))

        conversation.refresh_from_db()
        assert (conversation.state, conversation.promised) == (State.DRAFT, "A letter, soon")
        assert conversation.points.get().words == "Open the hall late."

    def test_both_may_stand_in_one_file_below_each_other(self, at_ben, conversation):
        both = plain.template() + session(conversation.reference) + b"\n" + points(conversation.reference, "A hall.")

        send(at_ben, ("all.csv", both))

        assert conversation.points.get().words == "A hall."

    @pytest.mark.parametrize("change", [
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    ])  # fmt: skip
    def test_as_other_programs_save_it(self, at_ben, conversation, change):
        reference = conversation.reference
        said = points(reference, "“Café” is open").decode()

        send(at_ben, ("s.csv", session(reference, promised="")), ("p.csv", change(said)))

        assert conversation.points.get().words == "“Café” is open"

    def test_what_is_wrong_is_told_by_file_and_line(self, ben, conversation):
        reference = conversation.reference
        said = points(reference, "Fine.", "Near SE13 5AB", "=1+1")

        found = places(ben, ("s.csv", session(reference, day="31/02/2025")), ("p.csv", said))

        assert found[0] == "s.csv, line 2: Day, like 27/03/2026"
        assert found[2:] == ["p.csv, line 3: What people said", "p.csv, line 4: What people said"]

    def test_and_comes_back_in_a_workbook_at_its_cell(self, at_ben, conversation):
        reference = conversation.reference
        files = ("s.csv", session(reference)), ("p.csv", points(reference, "Fine.", "See www.example.org \x0b"))

        book = load_workbook(io.BytesIO(send(at_ben, *files, answer="workbook").content))

        assert book["Active issues"]["B2"].value == "D4"
        assert "a link" in book["points"]["D4"].comment.text
        assert not conversation.points.exists()

    @pytest.mark.parametrize(
        ("head", "sentence"),
        [
            ("session_ref,point_no,words\n", "The column “kind” is missing"),
            ("session_ref,point_no,kind,words,name\n", "We have no column “name”"),
        ],
    )
    def test_other_columns_are_explained(self, at_ben, conversation, head, sentence):
        assert sentence in send(at_ben, ("p.csv", head.encode())).content.decode()

    def test_too_many_rows_are_told_once(self, ben, conversation):
        reference = conversation.reference
        said = points(reference, *["A hall."] * 600)

        found = read(opened([("s.csv", session(reference)), ("p.csv", said)]), by=ben).issues

        assert [issue.sentence for issue in found] == ["There are more than 500 rows. Send the rest on their own"]

    @pytest.mark.parametrize("content", [b'session_ref,"' + b"x" * 200_000, b"session_ref\xff\xfe\x81\x8d"])
    def test_a_file_that_is_no_csv_is_refused(self, content):
        with pytest.raises(Refused):
            opened([("notes.csv", content)])

    def test_eleven_files_and_two_workbooks_are_refused(self, at_ben, conversation):
        many = [("p.csv", points(conversation.reference, "A hall."))] * 11

        assert "Send 10 files or fewer" in send(at_ben, *many).content.decode()


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_each_template_is_there_for_who_may_plan(at_ben, client, vocabulary, kind):
    answer = at_ben.get(f"{HERE}template.{kind}")

    assert answer["Content-Disposition"] == f'attachment; filename="conversation-notes.{kind}"'
    assert client.get(f"{HERE}template.{kind}").status_code == 302
