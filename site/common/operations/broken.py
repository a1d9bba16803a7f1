"""What people see when something broke on our side. Nothing of what broke is told, and no database is asked."""

import sys
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from common.operations.request_ids import current

# Seconds, for machines that ask again by themselves.
TRY_AGAIN_AFTER = "60"
# Enough to find the line in a day's log, and short enough to read out on the phone.
SHORT = 8


def server_error(request: HttpRequest) -> HttpResponse:
    """500 with a number to name, or 503 while the database or the files are away, full, or take no changes."""
    error = sys.exc_info()[1]
    if _the_database_is_away(error) or the_files_are_away(error):
        return come_back_later()
    # Without the request: what every page reads of the database may be what broke.
    return HttpResponse(render_to_string("500.html", {"number": current()[:SHORT]}), status=500)


def come_back_later() -> HttpResponse:
    """503: something that we need is away for now."""
    response = HttpResponse(render_to_string("maintenance.html"), status=503)
    response.headers["Retry-After"] = TRY_AGAIN_AFTER
    return response


def _the_database_is_away(error: BaseException | None) -> bool:
    # psycopg tells of a database that takes no changes for now by an InternalError.
    takes_no_changes = isinstance(error, InternalError) and "read-only" in str(error)
    return takes_no_changes or isinstance(error, OperationalError | InterfaceError)


def the_files_are_away(error: BaseException | None) -> bool:
    """Whether the shared folder, or the bucket, is not there, is full or takes no changes. One missing file is not."""
    return _the_bucket_is_away(error) or _the_folder_is_away(error)


def _the_bucket_is_away(error: BaseException | None) -> bool:
    # Only loaded where files are kept in buckets. A file that is missing there is a FileNotFoundError.
    known = sys.modules.get("botocore.exceptions")
    return known is not None and isinstance(error, known.BotoCoreError | known.ClientError)


def _the_folder_is_away(error: BaseException | None) -> bool:
    if not isinstance(error, OSError) or not isinstance(error.filename, str):
        return False
    roots = [Path(root) for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT)]
    is_ours = any(Path(error.filename).is_relative_to(part) for root in roots for part in (root, root.parent))
    return is_ours and not (isinstance(error, FileNotFoundError) and all(root.is_dir() for root in roots))
