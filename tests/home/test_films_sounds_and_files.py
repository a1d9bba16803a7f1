"""Films, sounds, files, tables: nobody is left out who cannot see, hear or open them, and nothing bad gets in."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.blocks import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from accounts.roles import Role
from common import counting
from home.blocks.media import DownloadBlock, FilmBlock, SoundBlock
from home.campaigns.report import outputs
from home.models import ContentPage
from home.toolkit import counts

pytestmark = pytest.mark.django_db
WORDS = "<p>Every word of it.</p>"
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*"


@pytest.fixture
def file():
    def make(name: str):
        return get_document_model().objects.create(title=name, file=ContentFile(b"x" * 2048, name=name))

    return make


@pytest.fixture
def film(file):
    """A film block, as an editor fills it in."""

    def fill(**changed):
        filled = {
            "title": "Walking home", "film": file("walking.mp4").pk, "subtitles": file("walking.vtt").pk,
            "language": "en-gb", "still": None, "seen": "said", "described": None, "signed": None, "in_words": WORDS,
        }  # fmt: skip
        block = FilmBlock()
        return block.clean(block.to_python(filled | changed))

    return fill


def drawn(block, value) -> BeautifulSoup:
    return BeautifulSoup(block.render(value), "html.parser")


def test_a_film_has_subtitles_and_its_words_and_never_starts_by_itself(film):
    page = drawn(FilmBlock(), film())

    video = page.select_one("video")
    assert (video["preload"], video.has_attr("autoplay"), video.has_attr("controls")) == ("none", False, True)
    assert page.select_one("track")["kind"] == "captions"
    assert "Every word of it." in page.get_text()


@pytest.mark.parametrize("missing", ["subtitles", "in_words", "film"])
def test_a_film_without_subtitles_or_words_is_refused(film, missing):
    with pytest.raises(StructBlockValidationError) as refusal:
        film(**{missing: "" if missing == "in_words" else None})

    assert missing in refusal.value.block_errors


def test_who_cannot_see_it_misses_nothing(film, file):
    with pytest.raises(StructBlockValidationError) as refusal:
        film(seen="described")
    assert "described" in refusal.value.block_errors

    page = drawn(FilmBlock(), film(seen="described", described=file("told.mp4").pk))
    assert "With what is shown described" in page.get_text()


def test_a_file_of_another_kind_is_no_film(film, file):
    with pytest.raises(StructBlockValidationError):
        film(film=file("leaflet.pdf").pk)


def test_a_sound_has_its_words(file):
    block = SoundBlock()
    value = block.clean(block.to_python({"title": "Listen", "sound": file("a.mp3").pk, "in_words": WORDS}))

    page = drawn(block, value)
    assert page.select_one("audio")["preload"] == "none"
    assert "Every word of it." in page.get_text()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"title": "Listen", "sound": file("b.mp3").pk, "in_words": ""}))


def test_a_file_says_what_it_is_and_has_another_way(file):
    block = DownloadBlock()
    filled = {"title": "A leaflet", "file": file("leaflet.pdf").pk, "language": "easy-read", "page": None}

    page = drawn(block, block.clean(block.to_python(filled | {"in_words": WORDS})))
    assert "(PDF, 2.0" in page.get_text().replace("\xa0", " ")
    assert "Easy Read" in page.get_text()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python(filled | {"in_words": ""}))


class TestWhatStaffSendIn:
    @pytest.fixture
    def editor(self, front_door, staff, signed_in):
        return signed_in(staff(Role.COMMS))

    def send_file(self, editor, name: str, content: bytes) -> str:
        given = {"title": name, "file": SimpleUploadedFile(name, content)}
        return editor.post(reverse("wagtaildocs:add"), given, follow=True).content.decode()

    def send_picture(self, editor, name: str, content: bytes) -> str:
        given = {"title": name, "file": SimpleUploadedFile(name, content), "focal_point_x": "", "description": "x"}
        return editor.post(reverse("wagtailimages:add"), given, follow=True).content.decode()

    @pytest.mark.parametrize(
        ("name", "content"),
        [("film.mp4", b"MZ\x90\x00 a program"), ("leaflet.pdf", SCRIPT), ("a.vtt", b"WEBVTT\x00"), ("a.zip", b"%PDF")],
    )
    def test_a_file_that_is_not_what_its_name_says_is_refused(self, editor, name, content):
        assert "not what its name says" in self.send_file(editor, name, content)
        assert not get_document_model().objects.exists()

    def test_a_virus_is_refused(self, editor):
        assert "virus check refused" in self.send_file(editor, "notes.txt", EICAR)
        assert not get_document_model().objects.exists()

    @pytest.mark.parametrize(
        ("name", "content"), [("talk.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello"), ("a.pdf", b"%PDF-1.7\n")]
    )
    def test_a_true_file_comes_in(self, editor, name, content):
        self.send_file(editor, name, content)

        assert get_document_model().objects.get().title == name

    @pytest.mark.parametrize("name", ["drawing.svg", "drawing.png"])
    def test_a_drawing_with_a_script_is_refused(self, editor, name):
        self.send_picture(editor, name, SCRIPT)

        assert not get_image_model().objects.exists()

    def test_a_picture_of_sixty_megapixels_is_refused_in_a_sentence(self, editor):
        large = io.BytesIO()
        Image.new("1", (10_000, 6_000)).save(large, "PNG")

        page = self.send_picture(editor, "large.png", large.getvalue())

        assert not get_image_model().objects.exists()
        assert "too many pixels" in page
        assert "error" in page


class TestWasItUseful:
    @pytest.fixture
    def page(self, front_door) -> ContentPage:
        found = ContentPage.objects.live().filter(locale__language_code="en-gb").first()
        found.body.append(("useful", {"question": "Was this page useful?"}))
        found.save()
        return found

    @pytest.fixture
    def pressed(self, page, visitor):
        def press(answer: str, **headers):
            return visitor.post(reverse("useful", args=[page.pk]), {"answer": answer}, headers=headers, follow=True)

        return press

    def test_one_press_is_counted_and_sets_no_cookie(self, page, pressed, visitor):
        form = BeautifulSoup(visitor.get(page.url).content, "html.parser").select_one("form[action*=useful]")
        assert form["action"] == reverse("useful", args=[page.pk])

        thanks = pressed("yes")

        assert "We count your answer, and not who gave it" in thanks.content.decode()
        assert visitor.cookies == {}
        counts.store()
        assert counting.totals([counts.useful(page.pk, "yes"), counts.useful(page.pk, "no")]) == {
            counts.useful(page.pk, "yes"): 1
        }

    def test_who_says_no_is_shown_another_way(self, pressed):
        assert "Perhaps one of these helps" in pressed("no").content.decode()

    @pytest.mark.parametrize("answer", ["", "maybe", "yes'--", "x" * 5000])
    def test_rubbish_counts_nothing(self, pressed, page, answer):
        assert pressed(answer).status_code == 200
        counts.store()
        assert counting.totals([counts.useful(page.pk, "yes"), counts.useful(page.pk, "no")]) == {}

    def test_another_site_cannot_press(self, pressed):
        assert pressed("yes", **{"sec-fetch-site": "cross-site"}).status_code == 403

    def test_a_page_that_is_not_there_is_not_counted(self, visitor):
        assert visitor.post(reverse("useful", args=[999_999]), {"answer": "yes"}).status_code == 404


def test_the_report_counts_each_language_apart(make_campaign):
    campaign = make_campaign()
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    translation = campaign.copy_for_translation(spanish, copy_parents=True)
    translation.live = True
    translation.save()
    for page, times in ((campaign, 20), (translation, 10)):
        for _ in range(times):
            counting.count(counts.page(page.pk))
    counts.store()

    rows = {row["label"]: row["value"] for row in outputs(campaign)["page"]}

    assert list(rows.values()) == [20, 10]
