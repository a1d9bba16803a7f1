"""Files of staff for pages and toolkits. They are handed out as they came, so they are looked at first."""

from pathlib import PurePath

from django import forms
from wagtail.documents.forms import BaseDocumentForm

from common.uploads.kinds import kind_of
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses

# What a file begins with, by the end of its name. Texts, such as subtitles, begin with anything.
_KINDS = {
    ".pdf": ("application/pdf",),
    ".mp3": ("audio/mpeg",),
    ".mp4": ("video/mp4", "video/x-m4v"),
    ".jpg": ("image/jpeg",),
    ".jpeg": ("image/jpeg",),
    ".png": ("image/png",),
}
_TEXTS = (".txt", ".srt", ".vtt")
NOT_WHAT_IT_SAYS = "This file is not what its name says. Save it again in the right program, and send it again."


class FileForm(BaseDocumentForm):
    """Wagtail's form for a file, which believes the content and not the name."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        file.seek(0)
        content = file.read()
        file.seek(0)
        try:
            refuse_viruses(content)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal}.") from None
        if not _is_what_it_says(PurePath(file.name).suffix.lower(), content):
            raise forms.ValidationError(NOT_WHAT_IT_SAYS)
        return file


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending in _TEXTS:
        return b"\x00" not in content
    if ending in _KINDS:
        return kind_of(content[:4096]) in _KINDS[ending]
    return content[:4] == b"PK\x03\x04"
