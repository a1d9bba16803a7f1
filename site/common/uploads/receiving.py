"""A file that is larger than any form of ours takes is let go of as it comes in: no more of it is kept.

The form still hears of it, with its size and without its content, so that it says what to do in its own words. The
other files of the same form are as they were sent: ten photos together may be large.
"""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

# The largest file of any form of ours is 25 MB.
LARGEST_FILE = 32 * 1024 * 1024


class LetGoOfTheHuge(FileUploadHandler):
    """The first in FILE_UPLOAD_HANDLERS: the ones after it see no more than LARGEST_FILE of any file."""

    huge = False

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.huge = False

    def receive_data_chunk(self, raw_data, start):
        self.huge = self.huge or start + len(raw_data) > LARGEST_FILE
        return None if self.huge else raw_data

    def file_complete(self, file_size):
        if not self.huge:
            return None
        return InMemoryUploadedFile(
            BytesIO(), self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )
