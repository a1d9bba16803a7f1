"""Files that no address leads to. A view that asks who you are is the only way to them."""

import uuid

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.deconstruct import deconstructible

NO_ADDRESS = "A private file has no address. Use common.uploads.links"


@deconstructible(path="common.uploads.storage.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Beside the public media, never below it. Names are drawn by lot, and only our own user may read the files."""

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self):
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    def url(self, name: str | None) -> str:
        raise ValueError(NO_ADDRESS)


def private_files() -> Storage:
    """Where private files are kept: a folder, or a bucket (settings.STORAGES)."""
    return storages["private"]


def unguessable(folder: str, ending: str) -> str:
    """A new name such as photos/5f0c….jpg. Nothing of the name that the file came with is kept."""
    return f"{folder}/{uuid.uuid4().hex}{ending}"
