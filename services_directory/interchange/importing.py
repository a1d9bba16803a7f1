"""Take services in: a dry run that finds every problem, or all of them at once as drafts.

An entry is known again by its id. A change here that is newer than the file's is never lost: the entry is kept, and the
report says so. An entry that is the same makes no draft.
"""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale

from services_directory.api.records import service_record, with_parts
from services_directory.interchange.proposal import propose
from services_directory.interchange.report import Entry, Problem, Report
from services_directory.interchange.shared import Shared
from services_directory.interchange.values import Problems, identity, moment, plain
from services_directory.models import ServiceIndexPage, ServicePage

CHUNK = 200
SIGNATURE = ("source", "source_modified", "imported_at")
# An import stores its draft at once. What is stored later than this is somebody's edit.
AT_ONCE = timedelta(seconds=10)


def import_services(entries: list[Entry], *, source: str = "", dry_run: bool = False, user=None) -> Report:
    """Store these entries as drafts, all or none. With `dry_run`, or with any problem, nothing is stored."""
    report = Report()
    with transaction.atomic():
        _Import(report, source=source, user=user).take(entries)
        if dry_run or report.problems:
            transaction.set_rollback(True)
        else:
            report.stored = True
    return report


class _Import:
    def __init__(self, report: Report, *, source: str, user) -> None:
        self.report, self.source, self.user = report, source[:200], user
        self.shared = Shared(report)
        self.index = ServiceIndexPage.objects.first()
        self.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        self.slugs = set(ServicePage.objects.values_list("slug", flat=True))

    def take(self, entries: list[Entry]) -> None:
        if self.index is None:
            self._refuse("The directory has no page yet. Make its page first, in the admin.")
            return
        if not entries:
            self._refuse("There is no service in it. Send a file with one service or more.")
        wanted = self._once_each(entries)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            there = with_parts(ServicePage.objects.filter(locale=self.locale))
            pages = {page.translation_key: page for page in there.filter(translation_key__in=[key for key, _ in chunk])}
            for key, entry in chunk:
                self._take_one(key, entry, pages.get(key))

    def _refuse(self, sentence: str) -> None:
        self.report.problems.append(Problem("The file", "", sentence))

    def _problems(self, entry: Entry) -> Problems:
        return Problems(entry.where, self.report.problems, self.report.left_out)

    def _once_each(self, entries: list[Entry]) -> list[tuple[UUID, Entry]]:
        """Entries by id. The same one twice is one; two different ones with one id are a problem."""
        found: dict[UUID, Entry] = {}
        for entry in entries:
            if not isinstance(entry.data, dict):
                self._problems(entry).add("service", "this has to be a record with an id, a name and a status.")
                continue
            key = identity(entry.data, self._problems(entry))
            if key is None:
                continue
            if key not in found:
                found[key] = entry
            elif _text(found[key].data) == _text(entry.data):
                self.report.left_out["services that are in the file twice, word for word"] += 1
            else:
                sentence = f"{key} is also the id of {found[key].where}. Give each service an id of its own."
                self._problems(entry).add("id", sentence)
        return list(found.items())

    def _take_one(self, key: UUID, entry: Entry, page: ServicePage | None) -> None:
        problems = self._problems(entry)
        before = len(problems.found)
        changed_there = moment(entry.data.get("last_modified"), problems, "last_modified")
        if page is None:
            page = ServicePage(translation_key=key, locale=self.locale, live=False)
            propose(page, entry, self.shared, problems)
            if len(problems.found) == before:
                self._add(page, changed_there)
            return
        row, title = page, page.title
        if page.has_unpublished_changes or not page.live:
            page = page.get_latest_revision_as_object() if page.latest_revision_id else page
        said = _said(page)
        propose(page, entry, self.shared, problems)
        if len(problems.found) > before:
            return
        if _said(page) == said or _stays(row, changed_there):
            self.report.same += 1
        elif sentence := _newer_here(row, changed_there):
            self.report.kept.append(f"{entry.where}, “{title}”: {sentence}")
        else:
            self._change(row, page, changed_there)

    def _add(self, page: ServicePage, changed_there: datetime | None) -> None:
        page.slug = self._slug(page.title)
        self._sign(page, changed_there)
        self.index.add_child(instance=page)
        page.save_revision(user=self.user, log_action=True)
        self.report.added.append(page.title)

    def _change(self, row: ServicePage, page: ServicePage, changed_there: datetime | None) -> None:
        self._sign(page, changed_there)
        page.save_revision(user=self.user, log_action=True)
        signed = {name: getattr(page, name) for name in SIGNATURE}
        ServicePage.objects.filter(pk=row.pk).update(**signed)
        self.report.changed.append(page.title)

    def _sign(self, page: ServicePage, changed_there: datetime | None) -> None:
        """Note where it came from."""
        page.source, page.source_modified, page.imported_at = self.source, changed_there, timezone.now()

    def _slug(self, title: str) -> str:
        stem = slugify(title)[:80] or "service"
        number, slug = 1, stem
        while slug in self.slugs:
            number += 1
            slug = f"{stem}-{number}"
        self.slugs.add(slug)
        return slug


def _text(record: dict) -> str:
    return json.dumps(_plain(record), sort_keys=True, default=str)


def _plain(value):
    """Without what a file cannot hold: a difference in that is none."""
    if isinstance(value, dict):
        return {name: part for name, given in value.items() if (part := _plain(given)) != ""}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return plain(value) if isinstance(value, str) else value


def _said(page: ServicePage) -> str:
    """Everything that an import can change, in one text. When it changed is not part of it."""
    contacts = list(page.contacts.all())
    page.shown_contacts = []
    record = service_record(page)
    record.pop("last_modified")
    private = [(str(row.uuid), row.name, row.title, row.department, row.email, row.phone) for row in contacts]
    return _text({**record, "all contacts": sorted(private)})


def _changed_here(row: ServicePage) -> datetime | None:
    """When somebody last edited the entry here, or nothing if it stands as it came in."""
    draft = row.latest_revision.created_at if row.latest_revision else row.last_modified
    if row.imported_at and draft <= row.imported_at + AT_ONCE:
        return None
    return max(row.last_modified, draft)


def _stays(row: ServicePage, changed_there: datetime | None) -> bool:
    """Whether what differs was changed here, and the file holds no more than what came in before."""
    told_before = changed_there and row.source_modified and changed_there <= row.source_modified
    return bool(told_before and _changed_here(row))


def _newer_here(row: ServicePage, changed_there: datetime | None) -> str:
    """Why the file must not win, or nothing if it may."""
    changed_here = _changed_here(row)
    if changed_here is None:
        return ""
    if changed_there is None:
        return "the file does not say when it was changed (`last_modified`), so the entry here stays."
    if changed_here.replace(microsecond=0) > changed_there:
        day = timezone.localtime(changed_here)
        return f"it was changed here on {day:%d %B %Y at %H:%M}, later than in the file, so it stays as it is here."
    return ""
