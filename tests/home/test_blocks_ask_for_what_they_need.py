"""What a block refuses, and that each can be drawn (users.md P3, P5; section 4.3)."""

import pytest
from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from accounts.roles import Role
from home.blocks import ApproachBodyBlock, BodyBlock, MessageBodyBlock, PrivacyBodyBlock
from home.blocks.figures import PictureBlock, StatisticBlock
from home.blocks.teaching import RESTORATIVE_QUESTIONS
from home.blocks.ways_on import CallToJoinBlock
from home.models import ApproachPage

BODIES = [BodyBlock, ApproachBodyBlock, MessageBodyBlock, PrivacyBodyBlock]
FIGURE = {
    "figure": "1 in 2", "meaning": "an example", "area": "Nowhere", "measured": "2020", "source": "Nobody",
    "link": "https://example.org/",
}  # fmt: skip


@pytest.mark.parametrize("missing", ["area", "measured", "source", "link"])
def test_a_figure_without_its_source_is_refused(missing):
    block = StatisticBlock()

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python({**FIGURE, missing: ""}))

    assert missing in refusal.value.block_errors


def test_a_figure_with_everything_is_accepted():
    block = StatisticBlock()

    assert block.clean(block.to_python(FIGURE))["area"] == "Nowhere"


@pytest.fixture
def picture(db):
    return get_image_model().objects.create(title="A street", file=get_test_image_file())


def test_a_picture_needs_words_or_is_there_for_decoration(picture):
    block = PictureBlock()

    def value(**image):
        return block.to_python({"image": {"image": picture.pk, **image}, "caption": ""})

    with pytest.raises(StructBlockValidationError):
        block.clean(value(decorative=False, alt_text=""))
    assert block.clean(value(decorative=True, alt_text=""))
    assert block.clean(value(decorative=False, alt_text="A street with trees"))


def test_a_picture_comes_small_for_a_phone_and_in_the_smallest_format_that_a_browser_reads(picture):
    block = PictureBlock()
    value = block.to_python({"image": {"image": picture.pk, "alt_text": "A street with trees"}, "caption": ""})

    words = block.render(value)

    for file in ("width-450.format-avif.avif", "width-450.format-webp.webp", "width-900.format-avif.avif"):
        assert file in words
    assert 'alt="A street with trees"' in words
    assert 'loading="lazy"' in words
    assert "width=" in words
    assert "height=" in words
    assert words.index("image/avif") < words.index("format-webp.webp")
    # The page keeps the room of the one that comes first: with the small one first, a picture stayed small on a desk.
    assert f'width="{picture.width}"' in words
    smallest = picture.renditions.get(filter_spec="width-450|format-avif")
    with smallest.file.open() as file:
        assert Image.open(file).format == "AVIF"


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/", "workshops"])
def test_a_button_never_leads_to_another_site(db, address):
    block = CallToJoinBlock()
    value = block.to_python({"heading": "x", "text": "x", "button": "x", "page": None, "address": address})

    with pytest.raises(StructBlockValidationError):
        block.clean(value)


def test_a_button_leads_to_one_place(db):
    block = CallToJoinBlock()

    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"heading": "x", "text": "x", "button": "x", "page": None, "address": ""}))


def test_a_page_of_a_key_message_has_signs_and_words_to_start_with():
    block = MessageBodyBlock()

    with pytest.raises(StreamBlockValidationError):
        block.clean(block.to_python([{"type": "text", "value": "<p>Only text</p>"}]))
    assert "restorative_questions" not in block.child_blocks


@pytest.mark.django_db
def test_the_restorative_questions_are_refused_on_a_page_about_abuse():
    questions = {"heading": "x", "questions": RESTORATIVE_QUESTIONS}
    page = ApproachPage(title="x", slug="x", about_abuse=True, body=[("restorative_questions", questions)])

    with pytest.raises(ValidationError, match="can do harm"):
        page.clean()


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.__name__)
def test_every_block_has_words_and_an_icon_for_the_picker(body):
    for name, block in body().child_blocks.items():
        assert block.meta.description, name
        assert block.meta.icon != "placeholder", name


def test_every_block_shows_itself_in_the_picker(vocabulary, staff, signed_in):
    editor = signed_in(staff(Role.COMMS))
    without_preview = {"picture"}  # it needs a picture that is there
    for name, block in ApproachBodyBlock().child_blocks.items():
        assert block.is_previewable or name in without_preview, name
        if block.is_previewable:
            answer = editor.get("/admin/block-preview/", {"id": block.definition_prefix})
            assert answer.status_code == 200, name
            assert "frame.css" in answer.content.decode(), name
