"""The answer that carries a file. In production the web server sends the bytes, once we say yes."""

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.encoding import filepath_to_uri

from common.uploads.storage import PrivateStorage


def private_file(file: File, *, name: str, content_type: str, inline: bool = False) -> HttpResponseBase:
    """`file` as `name`. `inline` for pictures that we drew ourselves, and for nothing else.

    With PRIVATE_FILES_PREFIX the answer is empty and nginx sends the file. Without it, as on a person's own machine,
    Django streams it.
    """
    answer: HttpResponseBase
    if settings.PRIVATE_FILES_PREFIX:
        answer = sent_by_nginx(file, content_type)
    else:
        answer = FileResponse(file.open("rb"), content_type=content_type)
    answer["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(answer, no_store=True, private=True)
    return answer


def sent_by_nginx(file: File, content_type: str) -> HttpResponse:
    """An empty answer that tells nginx where the file is, below an `internal` location of its own.

    docs/deploy/files-in-a-folder.conf and files-in-buckets.conf are the other half of it.
    """
    storage, name = file.storage, file.name or ""  # type: ignore[attr-defined]
    if isinstance(storage, FileSystemStorage):
        kept = "private" if isinstance(storage, PrivateStorage) else "media"
        place = f"{kept}/{filepath_to_uri(name)}"
    else:
        place = f"bucket{storage.signed_path(name)}"
    return HttpResponse(content_type=content_type, headers={"X-Accel-Redirect": settings.PRIVATE_FILES_PREFIX + place})
