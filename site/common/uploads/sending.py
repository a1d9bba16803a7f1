"""The answer that carries a private file. In production the web server sends the bytes, once we say yes."""

from django.conf import settings
from django.core.files.base import File
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control


def private_file(file: File, *, name: str, content_type: str, inline: bool = False) -> HttpResponseBase:
    """`file` as `name`. `inline` for pictures that we drew ourselves, and for nothing else.

    With PRIVATE_FILES_PREFIX the answer is empty and names the file in X-Accel-Redirect, for an `internal` location of
    nginx. Without it, as on a person's own machine, Django streams the file.
    """
    answer: HttpResponseBase
    if settings.PRIVATE_FILES_PREFIX:
        answer = HttpResponse(content_type=content_type)
        answer["X-Accel-Redirect"] = settings.PRIVATE_FILES_PREFIX + (file.name or "")
    else:
        answer = FileResponse(file.open("rb"), content_type=content_type)
    answer["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(answer, no_store=True, private=True)
    return answer
