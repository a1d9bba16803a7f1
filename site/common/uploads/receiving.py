"""Files that are larger than any form of ours takes are let go of as they come in: no disk, no memory is spent on them.

The form still hears of them, with their size and without their content, so that it says what to do in its own words.
"""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

# The largest form of ours takes 25 MB.
LARGEST_REQUEST = 32 * 1024 * 1024


class LetGoOfTheHuge(FileUploadHandler):
    """The first in FILE_UPLOAD_HANDLERS: the ones after it never see a file of a request this large."""

    huge = False

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None) -> None:  # noqa: N803 - its name in Django
        self.huge = content_length > LARGEST_REQUEST

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        if self.huge:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data, start):
        return None if self.huge else raw_data

    def file_complete(self, file_size):
        if not self.huge:
            return None
        return InMemoryUploadedFile(
            BytesIO(), self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )
