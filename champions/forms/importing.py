"""Bookings in a file."""

from django import forms

from champions.forms.booking_file import Read, read
from champions.models import Workshop
from common.forms import GovukForm
from common.uploads.refusing import Refused


class BookingFileForm(GovukForm):
    """A CSV file for one workshop. Once it is valid, `found` holds its rows and what is wrong with them."""

    mark_optional = False
    found: Read

    file = forms.FileField(
        label="Your file",
        help_text="A CSV file of 1 MB or less.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": "Choose the file with the bookings"},
    )

    def __init__(self, *args, workshop: Workshop, **kwargs):
        super().__init__(*args, **kwargs)
        self.workshop = workshop

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            self.found = read(file, size=file.size, workshop=self.workshop)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        return file
