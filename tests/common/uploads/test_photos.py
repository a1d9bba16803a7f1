"""A photo from outside is drawn again: the picture stays, and where it was taken does not."""

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from common.uploads.photos import LARGEST, safe_photo
from common.uploads.refusing import Refused
from common.uploads.scanning import _TEST_STRING

pillow_heif.register_heif_opener()

PLANTED = b"PLANTED-COMMENT"


def picture(kind: str = "JPEG", size=(640, 480), mode: str = "RGB", **options) -> bytes:
    drawn, file = Image.new(mode, size, "white"), BytesIO()
    drawn.paste("navy", (0, 0, size[0] // 2, size[1] // 2))
    drawn.save(file, kind, **options)
    return file.getvalue()


def where_it_was_taken(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[2] = (51.0, 26.0, 42.0)
    return exif


def safe(content: bytes):
    return safe_photo(BytesIO(content), size=len(content))


def hidden_facts(content: bytes) -> dict:
    with Image.open(BytesIO(content)) as opened:
        return {**opened.getexif(), **opened.getexif().get_ifd(0x8825)}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_what_telephones_make_is_taken(kind):
    drawn = safe(picture(kind))

    assert (drawn.width, drawn.height) == (640, 480)
    with Image.open(BytesIO(drawn.content)) as opened:
        assert opened.format == "JPEG"
        assert opened.getpixel((10, 10))[2] > 100 > opened.getpixel((10, 10))[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_place_and_camera_are_gone(kind):
    sent = picture(kind, exif=where_it_was_taken().tobytes())

    assert hidden_facts(sent)
    assert hidden_facts(safe(sent).content) == {}


def test_a_comment_is_gone():
    sent = picture(comment=PLANTED)

    assert PLANTED in sent
    assert PLANTED not in safe(sent).content


def test_a_photo_that_was_taken_sideways_stands_upright():
    drawn = safe(picture(exif=where_it_was_taken(turned=6).tobytes()))

    assert (drawn.width, drawn.height) == (480, 640)


def test_damaged_facts_do_not_lose_the_photo():
    sent = bytearray(picture(exif=where_it_was_taken().tobytes()))
    start = sent.index(b"Exif")
    sent[start + 10 : start + 60] = b"\xff" * 50

    assert safe(bytes(sent)).width == 640


def test_what_can_be_seen_through_becomes_white():
    sent = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    file = BytesIO()
    sent.save(file, "PNG")

    with Image.open(BytesIO(safe(file.getvalue()).content)) as opened:
        assert min(opened.getpixel((5, 5))) > 250


def test_a_large_photo_becomes_one_that_a_phone_can_show():
    drawn = safe(picture(size=(6000, 4000)))

    assert (drawn.width, drawn.height) == (2560, 1707)


def bomb() -> bytes:
    """A few kilobytes that want 12 gigabytes of memory."""
    sent = bytearray(picture("PNG", size=(64, 64)))
    sent[16:24] = (65_000).to_bytes(4, "big") * 2
    return bytes(sent)


REFUSED = {
    "a program": (b"MZ\x90\x00" + b"\x00" * 900, "not a photo"),
    "a page": (b"<html><script>alert(1)</script></html>", "not a photo"),
    "a drawing with a script": (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not a photo"),
    "nothing": (b"", "empty"),
    "sixty megabytes": (b"\xff\xd8\xff" + b"\x00" * 60 * 1024 * 1024, "too large"),
    "a test virus": (picture(comment=_TEST_STRING), "virus"),
    "half a photo's head": (picture()[:40], "cannot read"),
    "a bomb of pixels": (bomb(), "too many pixels|cannot read|too long"),
    "a moving picture": (picture("GIF"), "not a photo"),
}


@pytest.mark.parametrize(("sent", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_photo_is_refused_in_a_sentence(sent, why):
    with pytest.raises(Refused, match=why):
        safe(sent)


def test_a_lie_about_the_size_does_not_help():
    with pytest.raises(Refused, match="too large"):
        safe_photo(BytesIO(picture() + b"\x00" * LARGEST), size=1)
