from django import forms

from common.forms import GovukForm


class UploadForm(GovukForm):
    """A filled-in workbook."""

    workbook = forms.FileField(
        label="Your workbook", help_text="An Excel file (.xlsx) made from our template, 5 MB or less.",
        error_messages={"required": "Choose the workbook that you filled in", "empty": "The file is empty"},
    )  # fmt: skip
