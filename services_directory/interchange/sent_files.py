"""Files that officers send: kept, tried by the worker, and stored when an officer has read what that would do."""

import logging
from datetime import datetime
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from common import audit
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses
from services_directory.interchange.importing import import_services
from services_directory.interchange.reading import read_content
from services_directory.interchange.report import BadFile, Problem, Report
from services_directory.models import FeedFile

LARGEST = 25 * 1024 * 1024
TOO_LARGE = f"The file is larger than {LARGEST // 2**20} MB. Send it in several smaller ones"
_OUR_FAULT = "We could not read this file, and that is a fault of ours. Nothing was stored. Tell whoever runs the site."
_log = logging.getLogger(__name__)


def take(*, file: UploadedFile, source: str, by: User) -> FeedFile:
    """Keep the file and have it tried. Raises Refused for one that is too large or holds a virus."""
    if (file.size or 0) > LARGEST:
        raise Refused(TOO_LARGE)
    refuse_viruses(file.read())
    file.seek(0)
    called = Path(file.name or "").name
    with transaction.atomic():
        kept = FeedFile(name=called[:120], source=(source or called)[:200], by=by)
        kept.file.save(called, file, save=False)
        kept.save()
        audit.record("directory file sent", actor=by, thing=kept)
        _soon(kept)
    return kept


@transaction.atomic
def store(*, feed_file: FeedFile, by: User) -> None:
    """Have a file stored that was tried without a problem. Pressed twice, it is stored once."""
    ready = FeedFile.objects.filter(pk=feed_file.pk, state=FeedFile.State.READY)
    if ready.update(state=FeedFile.State.STORING, by=by):
        audit.record("directory file stored", actor=by, thing=feed_file)
        _soon(feed_file)


def try_again(*, feed_file: FeedFile) -> None:
    """Read it once more, after something was put right here or a worker stopped half-way."""
    FeedFile.objects.filter(pk=feed_file.pk).exclude(state=FeedFile.State.STORED).update(state=FeedFile.State.READING)
    _soon(feed_file)


def work_on(feed_file_id: int) -> None:
    """What the worker does: try the file, or store it. Safe to run twice, because services are known by their id."""
    wanted = FeedFile.objects.filter(pk=feed_file_id, state__in=(FeedFile.State.READING, FeedFile.State.STORING))
    kept = wanted.select_related("by").first()
    if kept is None:
        return
    report = _worked_through(kept)
    kept.report = report.as_data()
    kept.state = _state_after(report)
    kept.save(update_fields=["report", "state"])


def forget(*, until: datetime) -> int:
    """Delete files that were sent before `until`, and what was said about them. How many."""
    old = list(FeedFile.objects.filter(sent_at__lt=until))
    for kept in old:
        kept.file.delete(save=False)
        kept.delete()
    return len(old)


def _soon(feed_file: FeedFile) -> None:
    from services_directory.tasks import work_on_file_task

    transaction.on_commit(lambda: work_on_file_task.enqueue(feed_file.pk))


def _worked_through(kept: FeedFile) -> Report:
    storing = kept.state == FeedFile.State.STORING
    try:
        with kept.file.open("rb") as file:
            entries = read_content(kept.file.name or "", file.read())
        return import_services(entries, source=kept.source, dry_run=not storing, user=kept.by)
    except BadFile as wrong:
        return Report(problems=[Problem("The file", "", str(wrong))])
    except Exception:  # Nobody may wait for an answer that never comes, and a file may make any parser stumble.
        _log.exception("A file of services could not be read")
        return Report(problems=[Problem("The file", "", _OUR_FAULT)])


def _state_after(report: Report) -> str:
    if report.problems:
        return FeedFile.State.FAULTY
    return FeedFile.State.STORED if report.stored else FeedFile.State.READY
