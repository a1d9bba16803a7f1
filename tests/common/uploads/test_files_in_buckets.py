"""Where machines share no folder, files are kept in two buckets that speak S3, and nothing else changes."""

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse
from moto.server import ThreadedMotoServer
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from common.operations.broken import the_files_are_away
from common.uploads.sending import private_file
from config.buckets import buckets


@pytest.fixture(scope="module")
def store():
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    yield f"127.0.0.1:{server.get_host_and_port()[1]}"
    server.stop()


@pytest.fixture
def kept_in_buckets(store, settings):
    settings.STORAGES = settings.STORAGES | buckets(f"s3+http://key:a%2Fb@{store}/borough")
    for name in ("default", "private"):
        bucket = storages[name].bucket
        bucket.create()
        bucket.objects.delete()


def test_a_public_file_keeps_an_address_of_ours(kept_in_buckets):
    name = storages["default"].save("images/sun and sea.webp", ContentFile(b"sun"))

    assert storages["default"].url(name) == f"/media/{name.replace(' ', '%20')}"
    assert storages["default"].open(name).read() == b"sun"


def test_two_files_of_one_name_are_two_files(kept_in_buckets):
    first, second = (storages["default"].save("documents/plan.pdf", ContentFile(word)) for word in (b"1", b"2"))

    assert first != second
    assert storages["default"].open(first).read() == b"1"


def test_a_private_file_lies_in_a_bucket_of_its_own_and_has_no_address(kept_in_buckets):
    private = storages["private"]
    name = private.save("photos/chart.jpg", ContentFile(b"chart"))

    assert private.listdir("photos")[1] == ["chart.jpg"]
    assert not storages["default"].exists(name)
    with pytest.raises(ValueError, match="no address"):
        private.url(name)
    private.delete(name)
    assert not private.exists(name)


def test_the_platform_sends_a_private_file_itself_where_there_is_no_nginx(kept_in_buckets):
    file = storages["private"].open(storages["private"].save("photos/a.jpg", ContentFile(b"a")))

    answer = private_file(file, name="A.jpg", content_type="image/jpeg")

    assert b"".join(answer.streaming_content) == b"a"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_nginx_is_told_a_signed_way_that_counts_for_a_minute(kept_in_buckets, settings, photo_field):
    settings.PRIVATE_FILES_PREFIX = "/_files/"
    photo_field.save("", ContentFile(b"a"), save=False)

    answer = private_file(photo_field, name="A.jpg", content_type="image/jpeg")

    way = answer["X-Accel-Redirect"]
    assert way.startswith("/_files/bucket/borough-private/photos/")
    assert "X-Amz-Signature=" in way
    assert "X-Amz-Expires=60" in way
    assert answer.content == b""


@pytest.fixture
def photo_field(monkeypatch):
    from conversations.models import Photo

    monkeypatch.setattr(Photo._meta.get_field("file"), "storage", storages["private"])
    return Photo().file


@pytest.fixture
def leaflet(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    leaflet = get_document_model()(title="Leaflet", file=ContentFile(b"%PDF-1.7 leaflet", "leaflet.pdf"))
    leaflet._set_document_file_metadata()
    leaflet.save()
    return leaflet


def test_a_file_of_staff_is_asked_for_by_its_number(leaflet, client, settings):
    assert leaflet.url == f"/documents/{leaflet.pk}/leaflet.pdf"
    assert b"".join(client.get(leaflet.url).streaming_content) == b"%PDF-1.7 leaflet"

    settings.PRIVATE_FILES_PREFIX = "/_files/"
    assert client.get(leaflet.url)["X-Accel-Redirect"] == f"/_files/media/{leaflet.file.name}"


def shut(leaflet) -> None:
    leaflet.collection = Collection.get_first_root_node().add_child(name="Team")
    leaflet.save()
    CollectionViewRestriction.objects.create(collection=leaflet.collection, restriction_type="login")


@pytest.mark.parametrize("prefix", ["", "/_files/"])
def test_a_file_in_a_private_collection_is_for_those_who_sign_in(leaflet, client, settings, prefix):
    settings.PRIVATE_FILES_PREFIX = prefix
    shut(leaflet)

    answer = client.get(leaflet.url)

    assert answer.status_code == 302
    assert "X-Accel-Redirect" not in answer


def test_no_cache_keeps_a_file_of_a_private_collection(leaflet, client, settings, make_user):
    settings.PRIVATE_FILES_PREFIX = "/_files/"
    assert "no-store" not in client.get(leaflet.url).get("Cache-Control", "")
    shut(leaflet)
    client.force_login(make_user())

    answer = client.get(leaflet.url)

    assert answer["X-Accel-Redirect"].endswith(leaflet.file.name)
    assert "no-store" in answer["Cache-Control"]


def test_a_store_that_is_away_is_said_so(settings, django_user_model, db):
    nobody = "s3+http://key:secret@127.0.0.1:9/borough"
    settings.STORAGES = settings.STORAGES | buckets(nobody)
    browser = Client(raise_request_exception=False)
    browser.force_login(django_user_model.objects.create_superuser("boss@example.org"))

    sent = {"title": "Leaflet", "file": ContentFile(b"%PDF-1.7\n", "a.pdf")}
    answer = browser.post(reverse("wagtaildocs:add"), sent)

    assert answer.status_code == 503
    assert not get_document_model().objects.exists()
    assert the_files_are_away(EndpointConnectionError(endpoint_url="http://127.0.0.1:9"))
    assert the_files_are_away(ClientError({"Error": {"Code": "503"}}, "PutObject"))
    assert not the_files_are_away(FileNotFoundError("File does not exist: a.pdf"))
