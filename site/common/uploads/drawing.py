"""Decode a picture and draw it again. It runs in the child process alone: no Django, no file, no network."""

import warnings
from io import BytesIO

import pillow_heif
from PIL import AvifImagePlugin, Image, ImageOps

from common.uploads.refusing import Refused

# A sheet of flip chart is easy to read at this length, and a camera of 50 megapixels is the largest in common phones.
LONGEST_SIDE = 2560
MOST_PIXELS = 51_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
_TOO_MANY = "This photo has too many pixels. Take it again in a smaller size, and send that"

pillow_heif.register_heif_opener(thumbnails=False)
# The child may start no thread.
pillow_heif.options.DECODE_THREADS = 0
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
# Loads the parts of Pillow now, while files can still be opened.
Image.preinit()
Image.init()


def jpeg_of(content: bytes) -> bytes:
    """Width and height (two bytes each), then a JPEG of `content`. Raises Refused."""
    picture = _on_white(_opened(content, draft=LONGEST_SIDE))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _sized(picture) + _saved(picture, "JPEG", quality=85, optimize=True)


def same_kind_of(content: bytes) -> bytes:
    """The picture as JPEG, PNG or WebP as it came (others become JPEG), in its full size, without hidden facts."""
    picture = _opened(content)
    kind = _format(content)
    if kind in ("PNG", "WEBP"):
        return _saved(picture, kind)
    return _saved(_on_white(picture), "JPEG", quality=90, optimize=True)


def _format(content: bytes) -> str:
    with Image.open(BytesIO(content), formats=_FORMATS) as picture:
        return picture.format or ""


def _opened(content: bytes, draft: int = 0) -> Image.Image:
    """The first picture in `content`, the right way up, as nothing but pixels. `draft`: a longest side that will do."""
    # Pillow only warns of a picture that is somewhat too large.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(_TOO_MANY)
            if draft:
                picture.draft("RGB", (draft, draft))
            picture.load()
            upright = _upright(picture)
            pixels = upright.convert("RGBA" if _is_see_through(upright) else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(_TOO_MANY) from None
    # A new picture has no EXIF, no XMP, no comment and no colour profile.
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    return bare


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as the camera says. What it says may be damaged, and raises almost anything."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:
        return picture


def _is_see_through(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture, mask=picture.getchannel("A"))
    return sheet


def _sized(picture: Image.Image) -> bytes:
    return picture.width.to_bytes(2, "big") + picture.height.to_bytes(2, "big")


def _saved(picture: Image.Image, kind: str, **options) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
