"""The officer brings services in from a file: read first, nothing stored; then all of it as drafts, or none."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from openpyxl import Workbook

from accounts.roles import Role
from common.uploads.receiving import LARGEST_FILE
from common.uploads.storage import PrivateStorage
from services_directory import actions
from services_directory.interchange import sent_files
from services_directory.models import FeedFile, Organisation, ServicePage

FILES = "/admin/directory/files/"
KEY = "11111111-2222-4333-8444-555555555555"
GOOD = {"contents": [{"id": KEY, "name": "Listening room", "status": "active"}]}


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def officer(staff, signed_in, index):
    actions.let_the_directory_team_work(index=index)
    return signed_in(staff(Role.DIRECTORY))


@pytest.fixture
def send(officer, django_capture_on_commit_callbacks):
    """Send a file as the officer does, and see what the worker made of it."""

    def press(content, name="feed.json", **data):
        content = content if isinstance(content, bytes) else json.dumps(content).encode()
        with django_capture_on_commit_callbacks(execute=True):
            sent = officer.post(FILES, {"file": SimpleUploadedFile(name, content), **data})
        return officer.get(sent["Location"]).content.decode()

    return press


@pytest.fixture
def answer(officer, django_capture_on_commit_callbacks):
    """Press a button under what a file would do."""

    def press(what):
        with django_capture_on_commit_callbacks(execute=True):
            pressed = officer.post(f"{FILES}{FeedFile.objects.get().code}/", {"answer": what})
        return officer.get(pressed["Location"]).content.decode()

    return press


def test_nothing_is_stored_before_the_officer_says_so(send, answer):
    page = send(GOOD, source="Listening Trust")

    assert "It would store 1 new and 0 changed services as drafts" in page
    assert not ServicePage.objects.exists()

    page = answer("store")

    assert "Stored as drafts: 1 new" in page
    service = ServicePage.objects.get()
    assert (service.live, service.source) == (False, "Listening Trust")
    assert service.latest_revision.user == FeedFile.objects.get().by


def test_stored_twice_is_stored_once(send, answer):
    send(GOOD)
    answer("store")
    answer("store")

    assert ServicePage.objects.count() == 1
    assert "there is nothing to store. Already the same: 1" in send(GOOD)


def test_every_problem_is_told_by_row_and_column(send, answer):
    table = f"id,name,status,minimum_age\n{KEY},Good,active,12\nnonsense,,Active,old\n".encode()

    page = send(table, "services.csv")

    assert "services row 3</td><td>id</td>" in page
    assert "Put these" in page
    answer("store")
    assert not ServicePage.objects.exists()
    # The worker tells the rest once the id is right: without one, nothing else can be said about a row.
    page = send(table.replace(b"nonsense", KEY.replace("1", "2").encode()), "services.csv")
    for column in ("name", "status", "minimum_age"):
        assert f"services row 3</td><td>{column}</td>" in page


def workbook(rows) -> bytes:
    book, stored = Workbook(), io.BytesIO()
    book.active.title = "services"
    for row in rows:
        book.active.append(row)
    book.save(stored)
    return stored.getvalue()


BAD = {
    "not UTF-8": ("é".encode("latin-1"), "a.json", "not written in UTF-8"),
    "a formula": (workbook([["id", "name"], [KEY, '=HYPERLINK("x")']]), "a.xlsx", "holds a formula"),
    "nothing at all": (b"", "a.json", "no JSON that we can read"),
    "a program": (b"MZ\x90\x00" * 99, "a.xlsx", "no XLSX file"),
    "half a ZIP": (b"PK\x03\x04" + b"\x00" * 99, "a.zip", "damaged"),
    "wrong types": (
        json.dumps([{"id": KEY, "name": 7, "status": "active", "schedules": "daily"}]).encode(),
        "a.json",
        "is not text",
    ),
    "the same id twice": (
        json.dumps([{"id": KEY, "name": n, "status": "active"} for n in "ab"]).encode(),
        "a.json",
        "is also the id of",
    ),
}


@pytest.mark.parametrize(("content", "name", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_answered_in_a_sentence_and_stores_nothing(send, content, name, said):
    page = send(content, name)

    assert said in page
    assert "Nothing was stored" in page
    assert not ServicePage.objects.exists()
    assert not Organisation.objects.exists()


def test_200_megabytes_are_refused_and_never_kept(officer, tmp_path, monkeypatch):
    monkeypatch.setattr(sent_files, "refuse_viruses", lambda content: pytest.fail("it was read"))
    huge = SimpleUploadedFile("feed.json", b" " * 40 * 2**20)
    assert huge.size > LARGEST_FILE

    page = officer.post(FILES, {"file": huge}).content.decode()

    assert "The file is larger than 25 MB. Send it in several smaller ones." in page
    assert list(tmp_path.iterdir()) == []
    assert not FeedFile.objects.exists()


def test_no_file_is_answered_too(officer):
    assert "Choose the file with the services." in officer.post(FILES, {}).content.decode()


def test_a_fault_of_ours_leaves_nobody_waiting(send, monkeypatch):
    monkeypatch.setattr(sent_files, "read_content", lambda name, content: 1 / 0)

    assert "that is a fault of ours" in send(GOOD)


def test_a_file_that_was_left_half_way_is_read_again(send, answer, officer):
    send(GOOD)
    FeedFile.objects.update(state=FeedFile.State.READING)
    assert "Look again" in officer.get(f"{FILES}{FeedFile.objects.get().code}/").content.decode()

    assert "It would store 1 new" in answer("again")


def test_a_file_is_kept_in_private_and_for_a_week(send):
    send(GOOD)
    kept = FeedFile.objects.get()
    assert PrivateStorage().exists(kept.file.name)
    assert "feed" not in kept.file.name.rpartition("/")[2]

    FeedFile.objects.update(sent_at=timezone.now() - timedelta(days=8))
    call_command("run_retention")

    assert not PrivateStorage().exists(kept.file.name)
    assert not FeedFile.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_directory_goes_out_and_comes_back_the_same(officer, send, make_service, kind):
    make_service("Kooth")
    out = officer.get(f"{FILES}{kind}/")

    assert "attachment" in out["Content-Disposition"]
    assert "there is nothing to store. Already the same: 1" in send(out.content, f"services.{kind}")


def test_a_text_that_no_workbook_can_hold_is_said_and_not_cut(officer, make_service):
    make_service("Kooth", description="x" * 40_000)

    assert "too long for a workbook" in officer.get(f"{FILES}xlsx/", follow=True).content.decode()


@pytest.mark.parametrize("role", [Role.COMMS, Role.TRANSLATOR, Role.ADMIN])
def test_nobody_else_sees_any_of_it(staff, signed_in, index, role):
    client = signed_in(staff(role))

    assert FILES not in client.get("/admin/").content.decode()
    for address in (FILES, f"{FILES}csv/", f"{FILES}{KEY}/"):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address).status_code in (302, 403, 405)
