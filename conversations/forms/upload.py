from django import forms

from common.forms import GovukForm
from conversations.forms.photos import SeveralFiles
from conversations.workbook.opening import LARGEST, TOO_LARGE


class FilesField(forms.FileField):
    """Several files. Gives (name, content) of each, once they are small enough to be read."""

    def clean(self, data, initial=None) -> list[tuple[str, bytes]]:
        files = [super(FilesField, self).clean(file, initial) for file in (data or [None])]
        if sum(file.size for file in files) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return [(file.name, file.read()) for file in files]


class UploadForm(GovukForm):
    """Filled-in templates."""

    workbook = FilesField(
        label="Your files", widget=SeveralFiles(attrs={"accept": ".xlsx,.docx,.csv"}),
        help_text="One workbook, or up to ten Word or CSV files, made from our templates. 5 MB or less together.",
        error_messages={"required": "Choose the files that you filled in", "empty": "The file is empty"},
    )  # fmt: skip
