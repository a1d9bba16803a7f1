"""A photo from outside becomes a photo of ours: the same picture, newly drawn, without place, camera or comments."""

from dataclasses import dataclass
from typing import BinaryIO

from common.uploads.child import run_in_child
from common.uploads.kinds import is_photo
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses

LARGEST = 15 * 1024 * 1024
_TOO_LARGE = "This photo is too large. Choose one of 15 MB or less, or take a photo in a smaller size"
_NO_PHOTO = "This is not a photo. Choose a photo (JPEG, PNG, WebP or HEIC), or take one with the camera"


@dataclass(frozen=True)
class SafePhoto:
    """A JPEG that we drew; `width` and `height` in pixels."""

    content: bytes
    width: int
    height: int


def safe_photo(file: BinaryIO, *, size: int) -> SafePhoto:
    """`file` (of `size` bytes) drawn again in a limited process. Raises Refused with a sentence for its sender."""
    if size > LARGEST:
        raise Refused(_TOO_LARGE)
    file.seek(0)
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refused(_TOO_LARGE)
    if not content:
        raise Refused("The file is empty. Choose another one")
    refuse_viruses(content)
    if not is_photo(content[:512]):
        raise Refused(_NO_PHOTO)
    drawn = run_in_child("common.uploads.drawing:jpeg_of", content)
    return SafePhoto(drawn[4:], int.from_bytes(drawn[:2], "big"), int.from_bytes(drawn[2:4], "big"))
