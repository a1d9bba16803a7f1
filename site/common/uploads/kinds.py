"""What a file is, by its first bytes. Its name and what the browser says about it count for nothing."""

import filetype

PHOTOS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WebP",
    "image/heic": "HEIC",
    "image/heif": "HEIC",
    "image/avif": "AVIF",
}
ZIPPED = {"application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}  # fmt: skip
# Brands of the ISO container that telephones write for HEIC; the library knows a few of them only.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def kind_of(start: bytes) -> str:
    """The MIME type of what begins with `start` (a few hundred bytes are enough), or "" when it is none we know."""
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC_BRANDS:
        return "image/heic"
    return filetype.guess_mime(start) or ""


def is_photo(start: bytes) -> bool:
    return kind_of(start) in PHOTOS


def is_zipped(start: bytes) -> bool:
    """Whether it may be a workbook or a Word document: what is inside is looked at later."""
    return start[:4] == b"PK\x03\x04" or kind_of(start) in ZIPPED
