"""A photo of a flip chart is for who took it, until it is typed up. Where it was taken is never kept."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts.roles import Role
from common.models import AuditEntry
from common.uploads.photos import SafePhoto
from common.uploads.scanning import _TEST_STRING
from common.uploads.storage import PrivateStorage
from config.buckets import buckets
from conversations import actions
from conversations.models import Photo
from conversations.models.photos import MOST_PHOTOS
from conversations.states import State


def jpeg(colour: str = "white") -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[2] = (51.0, 26.0, 42.0)
    Image.new("RGB", (80, 60), colour).save(file, "JPEG", exif=exif)
    return file.getvalue()


def here(conversation) -> str:
    return reverse("conversations:note_photos", args=[conversation.reference])


def send(browser, conversation, *contents: bytes, **more):
    files = [SimpleUploadedFile("Kieran's kitchen.jpg", content) for content in contents]
    return browser.post(here(conversation), {"photos": files, **more})


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture
def photo(conversation, ben) -> Photo:
    return add(conversation, ben)


def add(conversation, by, content: bytes = b"drawn", **more) -> Photo:
    safe = SafePhoto(content, 8, 6)
    return actions.add_photo(conversation=conversation, by=by, photo=safe, **{"shows_people": False} | more)


def link(browser, conversation) -> str:
    return browser.get(here(conversation)).context["photos"][0][1]


def test_ben_adds_photos_and_gets_them_back_without_the_place(at_ben, conversation):
    answer = send(at_ben, conversation, jpeg("white"), jpeg("navy"))

    picture = at_ben.get(link(at_ben, conversation))
    content = b"".join(picture.streaming_content)
    assert answer["Location"] == here(conversation)
    assert Photo.objects.count() == 2
    assert picture["Content-Type"] == "image/jpeg"
    for stored in (content, Photo.objects.first().file.read()):
        with Image.open(BytesIO(stored)) as opened:
            assert not opened.getexif()
            assert not opened.getexif().get_ifd(0x8825)


def test_nothing_of_the_name_of_the_file_is_kept(at_ben, conversation):
    send(at_ben, conversation, jpeg())

    assert "Kieran" not in str(Photo.objects.values().get())


def test_the_file_is_private_and_never_below_the_public_media(photo, settings):
    path = Path(photo.file.path)

    assert path.is_relative_to(settings.PRIVATE_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ValueError, match="has no address"):
        _ = photo.file.url


def test_the_answer_that_carries_it_is_stored_nowhere_and_runs_nothing(at_ben, photo):
    answer = at_ben.get(link(at_ben, photo.conversation))

    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Content-Disposition"].startswith("inline")
    saved = at_ben.get(link(at_ben, photo.conversation) + "?save=1")
    assert saved["Content-Disposition"] == f'attachment; filename="{photo.conversation.reference}.jpg"'


def test_in_production_the_web_server_sends_it(at_ben, photo, settings):
    settings.PRIVATE_FILES_PREFIX = "/_files/"

    answer = at_ben.get(link(at_ben, photo.conversation))

    assert answer["X-Accel-Redirect"] == f"/_files/private/{photo.file.name}"
    assert answer.content == b""


def test_the_link_is_nothing_to_anybody_else(at_ben, client, photo, make_facilitator, staff, signed_in):
    address = link(at_ben, photo.conversation)
    others = [make_facilitator("eve@example.org"), *(staff(role) for role in Role)]

    assert client.get(address).status_code == 404
    assert {signed_in(user).get(address).status_code for user in others} == {404}
    assert {signed_in(user).get(here(photo.conversation)).status_code for user in others} == {404}


def test_a_superuser_sees_no_photo(at_ben, photo, make_user, signed_in):
    almighty = make_user("root@example.org", is_superuser=True, is_staff=True)

    assert signed_in(almighty).get(link(at_ben, photo.conversation)).status_code == 404


def test_a_link_dies_after_five_minutes_and_fits_one_photo_only(at_ben, ben, photo):
    other = add(photo.conversation, ben, b"another")
    address = link(at_ben, photo.conversation)

    assert at_ben.get(address.replace(str(photo.code), str(other.code))).status_code == 404
    assert at_ben.get(address[:-2]).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        assert at_ben.get(address).status_code == 404


def test_the_same_photo_sent_three_times_is_one(at_ben, conversation):
    for _ in range(3):
        send(at_ben, conversation, jpeg())

    assert Photo.objects.count() == 1


REFUSED = {
    "a program": (b"MZ\x90\x00" + b"\x00" * 900, "This is not a photo"),
    "sixty megabytes": (b"\xff\xd8\xff" + b"\x00" * 60 * 1024 * 1024, "This photo is too large"),
    "a test virus": (jpeg() + _TEST_STRING, "Our virus check refused this file"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_what_may_not_come_in_is_refused_in_a_sentence(at_ben, conversation, content, sentence):
    page = send(at_ben, conversation, jpeg(), content).content.decode()

    assert "There is a problem" in page
    assert sentence in page
    assert not Photo.objects.exists()
    assert PrivateStorage().exists("photos") is False


def test_photos_that_are_large_together_are_all_kept(at_ben, conversation):
    # A decoder stops at the end of the picture, and what a camera hid behind it is not drawn.
    large = [jpeg() + bytes([number]) * 12 * 1024 * 1024 for number in range(3)]

    send(at_ben, conversation, *large)

    assert Photo.objects.exists()


def test_nothing_chosen(at_ben, conversation):
    assert "Choose a photo, or take one" in at_ben.post(here(conversation), {}).content.decode()


def test_ten_at_once_and_no_more(conversation, ben):
    for number in range(MOST_PHOTOS):
        add(conversation, ben, b"%d" % number)

    with pytest.raises(ValidationError, match="10 photos"):
        add(conversation, ben, b"one more")


def test_a_lapsed_facilitator_adds_none_and_still_deletes_theirs(make_facilitator, make_conversation, signed_in):
    zoe = make_facilitator("zoe@example.org", days_ago=900)
    conversation = make_conversation(facilitator=zoe)
    browser = signed_in(zoe)

    assert browser.get(here(conversation)).context["form"] is None
    with pytest.raises(PermissionDenied):
        add(conversation, zoe)


def test_once_it_is_typed_up_it_is_deleted_for_good(at_ben, photo, django_capture_on_commit_callbacks):
    path = Path(photo.file.path)
    address = reverse("conversations:delete_photo", args=[photo.conversation.reference, photo.code])

    assert "cannot be brought back" in at_ben.get(address).content.decode()
    assert Photo.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        at_ben.post(address)

    assert not Photo.objects.exists()
    assert not path.exists()
    assert {"photo added", "photo deleted"} <= set(AuditEntry.objects.values_list("action", flat=True))


@pytest.mark.parametrize(
    ("state", "shows_people", "days", "goes"),
    [
        (State.DRAFT, False, 89, False),
        (State.DRAFT, False, 90, True),
        (State.DRAFT, True, 13, False),
        (State.DRAFT, True, 14, True),
        (State.SUBMITTED, True, 1, True),
        (State.SUBMITTED, False, 6, False),
        (State.SUBMITTED, False, 7, True),
        (State.RETURNED, False, 8, False),
        (State.WITHDRAWN, False, 0, True),
    ],
)
def test_when_a_photo_has_to_go(conversation, photo, state, shows_people, days, goes):
    conversation.state = state
    conversation.submitted_at = photo.added_at if state in (State.SUBMITTED, State.RETURNED) else None
    conversation.save()
    Photo.objects.update(shows_people=shows_people)

    assert Photo.objects.due(photo.added_at + timedelta(days=days)).exists() is goes


def test_the_clock_deletes_photos_and_files_that_nobody_knows(photo, django_capture_on_commit_callbacks):
    kept = Path(photo.file.path)
    Photo.objects.update(added_at=timezone.now() - timedelta(days=91))
    stray = PrivateStorage().save("photos/stray.jpg", ContentFile(b"x"))

    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        assert kept.exists()
        with django_capture_on_commit_callbacks(execute=True):
            assert actions.delete_due_photos() == 1

    assert not kept.exists()
    assert not PrivateStorage().exists(stray)


def test_the_page_asks_the_same_number_of_questions(at_ben, ben, conversation, django_assert_max_num_queries):
    for number in range(MOST_PHOTOS):
        add(conversation, ben, b"%d" % number)

    with django_assert_max_num_queries(10):
        at_ben.get(here(conversation))


@pytest.fixture(params=["folder", "bucket"])
def away(request, settings, tmp_path, monkeypatch):
    if request.param == "folder":
        (tmp_path / "gone").write_text("not a folder")
        settings.PRIVATE_ROOT = tmp_path / "gone" / "private"
    else:
        settings.STORAGES = settings.STORAGES | buckets("s3+http://key:secret@127.0.0.1:9/borough")
        monkeypatch.setattr(Photo._meta.get_field("file"), "storage", storages["private"])


def test_while_photos_cannot_be_kept_the_note_goes_on(away, at_ben, conversation):
    page = send(at_ben, conversation, jpeg())

    assert page.status_code == 200
    assert "We cannot keep photos just now. Your note is safe" in page.content.decode()
    assert not conversation.photos.exists()
    assert at_ben.get(reverse("conversations:note_facts", args=[conversation.reference])).status_code == 200
