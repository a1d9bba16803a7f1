"""The shared folder is not there: pages, bookings and notes go on, and a file that cannot be kept is said so."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model

from common.operations.broken import the_files_are_away

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(settings, tmp_path):
    """Where the folder was mounted stands a file: every write fails, for root too."""
    (tmp_path / "gone").write_text("not a folder")
    settings.MEDIA_ROOT = tmp_path / "gone" / "media"
    settings.PRIVATE_ROOT = tmp_path / "gone" / "private"


def a_picture() -> SimpleUploadedFile:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(drawn, "JPEG")
    return SimpleUploadedFile("chart.jpg", drawn.getvalue())


def test_pages_are_answered(away, client):
    for path in ("/find-support/", "/workshops/", "/community/"):
        assert client.get(path).status_code == 200


def test_a_file_of_staff_is_not_kept_and_the_page_says_to_come_back(away, django_user_model):
    browser = Client(raise_request_exception=False)
    browser.force_login(django_user_model.objects.create_superuser("boss@example.org"))
    leaflet = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n")

    answer = browser.post(reverse("wagtaildocs:add"), {"title": "Leaflet", "file": leaflet})

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert not get_document_model().objects.exists()


def test_one_missing_file_is_no_missing_folder(settings, tmp_path):
    for name in ("media", "private"):
        (tmp_path / name).mkdir()
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"

    assert not the_files_are_away(FileNotFoundError(2, "No such file", str(tmp_path / "media" / "a.pdf")))
    assert the_files_are_away(OSError(28, "No space left", str(tmp_path / "private" / "a.jpg")))
    assert not the_files_are_away(OSError(28, "No space left", "/elsewhere/a.jpg"))
    assert not the_files_are_away(ValueError("x"))
