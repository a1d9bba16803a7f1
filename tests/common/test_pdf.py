"""PDF files: read aloud by screen readers, without a font of the system's, and never fooled by what people type."""

import re
import shutil
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from common import pdf, qr_codes

MADE_AT = datetime(2026, 12, 5, 10, tzinfo=UTC)
PAGE = """#import "/common/print/frame.typ": *
#show: frame.with(title: data.title, foot: "Safer Lewisham")
= #data.title
#data.name
#if "code" in data { qr(data.code, alt: "A code for your phone's camera") }
"""


@pytest.fixture
def make(tmp_path: Path, settings):
    """A page of its own, in a copy of the frame."""
    shutil.copytree(settings.BASE_DIR / "templates/common/print", tmp_path / "templates/common/print")
    (tmp_path / "templates/page.typ").write_text(PAGE)
    settings.BASE_DIR = tmp_path
    return lambda name, **more: pdf.render("page.typ", {"title": "Who comes", "name": name, **more}, made_at=MADE_AT)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(content).pages)


def fonts(content: bytes) -> set[str]:
    """The names of the fonts inside, without the tag of the subset."""
    found = set()
    for page in read(content).pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            found.add(font.get_object()["/BaseFont"].split("+")[-1])
    return found


def alternatives(content: bytes) -> list[str]:
    """What is read out for each picture."""
    found = []

    def walk(node) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/K" in node:
            found.extend([str(node["/Alt"])] if "/Alt" in node else [])
            walk(node["/K"])

    walk(read(content).trailer["/Root"]["/StructTreeRoot"])
    return found


def test_the_file_is_tagged_for_screen_readers_and_says_so(make):
    content = make("Amara")
    catalogue = read(content).trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert catalogue["/Lang"].lower() == "en-gb"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert read(content).metadata.title == "Who comes"
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()


def test_our_own_fonts_are_inside(make):
    assert all(name.startswith("Print") for name in fonts(make("Łucja Żółć")))


@pytest.mark.parametrize("name", ["Siân O'Brien", "Łucja Wiśniewska", "Ιωάννα", "Игорь"])
def test_a_name_prints_as_its_owner_writes_it(make, name):
    assert name in words(make(name))


@pytest.mark.parametrize("name", ["#panic()", "*b* _i_ $x$ @ref `code` // no", '#read("/etc/passwd")', '"; panic(); "'])
def test_what_somebody_types_is_never_read_as_instructions(make, name):
    assert name in words(make(name)).replace("’", "'").replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("name", ["عمر", "தமிழ்", "李小龙", "Jo 🎉", "a\x00\x1b[31mb", "\u202eevil", "x" * 500])
def test_no_letter_stops_the_page(make, name):
    assert "Who comes" in words(make(name))


def test_equal_words_give_equal_bytes(make):
    assert make("Amara") == make("Amara")


def test_a_code_prints_and_a_camera_reads_it(make):
    address = "https://example.org/in/ABC"
    side, cells = _squares(qr_codes.svg(address))
    picture = Image.new("L", (side, side), 255)
    for column, row in cells:
        picture.putpixel((column, row), 0)

    assert zxingcpp.read_barcodes(picture.resize((side * 6, side * 6), Image.Resampling.NEAREST))[0].text == address
    assert "A code for your phone's camera" in alternatives(make("Amara", code=qr_codes.svg(address)))


def test_a_code_fits_our_content_policy():
    assert "style" not in qr_codes.svg("https://example.org/")


def _squares(svg: str) -> tuple[int, list[tuple[int, int]]]:
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    return side, [(int(x), int(y)) for x, y in re.findall(r"M(\d+),(\d+)h1v1h-1z", svg)]
