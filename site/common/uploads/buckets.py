"""Files in buckets that speak S3, where several machines share no folder. STORAGE_URL chooses; docs/running.md."""

from urllib.parse import urlsplit

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from common.uploads.storage import NO_ADDRESS

# Seconds. A visitor waits for it, so that a store that hangs becomes a sentence and not a blank page.
_CONNECT, _READ = 3, 10
_KEPT_IN_MEMORY = 5 * 1024 * 1024
# Seconds that a signed way to one file counts for: nginx takes it at once.
_SIGNED_FOR = 60


class Bucket(S3Storage):
    """One bucket. A file never takes the name of another."""

    def __init__(self, **options) -> None:
        super().__init__(**options)
        # Stores other than Amazon's know neither bucket names as hosts nor the newest checksums.
        self.client_config = Config(
            connect_timeout=_CONNECT,
            read_timeout=_READ,
            retries={"max_attempts": 2},
            s3={"addressing_style": "path"},
            signature_version="s3v4",
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )

    def get_default_settings(self) -> dict:
        ours = {"file_overwrite": False, "querystring_expire": _SIGNED_FOR, "max_memory_size": _KEPT_IN_MEMORY}
        return super().get_default_settings() | ours

    def signed_path(self, name: str) -> str:
        """The way to one file inside the store, such as /platform-private/photos/5f0c….jpg?X-Amz-…"""
        signed = urlsplit(super().url(name))
        return f"{signed.path}?{signed.query}"


class PublicBucket(Bucket):
    """Pictures and files of pages. Their address stays ours: a page loads nothing from anywhere else."""

    def url(self, name: str, parameters=None, expire=None, http_method=None) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name)


class PrivateBucket(Bucket):
    """Files that no address leads to. Nobody may open this bucket but the platform."""

    def url(self, name: str, parameters=None, expire=None, http_method=None) -> str:
        raise ValueError(NO_ADDRESS)
