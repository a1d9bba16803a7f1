"""REFI-QDA 1.5 projects (`.qdpx`): the notes with their codings, for NVivo, MAXQDA, ATLAS.ti and others.

Case = conversation, source = its note, selection = a point, user = a coder (by number, never by name), link = from a
theme to a priority. Quotes stay here: their speakers may take them back, and a file cannot. Positions are code points
from 0.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import Prefetch

from conversations.codebook.lines import Line, line_of, readable
from conversations.codebook.refi import ORIGIN, codes_of, sets_of
from conversations.models import Coding, Conversation, Memo, Point, PriorityPage, Theme, ThreadLink

NAMESPACE = "urn:QDA-XML:project:1.0"
MIME_TYPE = "application/zip"
AT_A_TIME = 200
# What is decided where two coders differ is a coder of its own: theirs stay as they were.
DECISION = "Decision"
VARIABLES = {"Ward": "Text", "Kind of place": "Text", "Who came": "Text", "Language": "Text", "Held on": "Date"}


def write_qdpx(file: IO[bytes], *, conversations, watermark: str) -> None:
    """Write every point of `conversations` and its codings. `watermark` is on the project and on every note."""
    lines = [line_of(theme) for theme in Theme.objects.for_files()]
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        with archive.open("project.qde", "w", force_zip64=True) as out:
            for part in _project(lines, conversations, watermark):
                out.write(part)
        for conversation in _with_points(conversations):
            text, _ = laid_out(conversation, watermark)
            archive.writestr(f"sources/{guid('source', conversation.pk)}.txt", text)


def laid_out(conversation: Conversation, watermark: str) -> tuple[str, list[tuple[Point, int, int]]]:
    """The note as one text, and where each point begins and ends in it."""
    text, places = readable(f"{conversation.reference}. {watermark}"), []
    for point in conversation.points.all():
        words = readable(point.words.replace("\r\n", "\n").replace("\r", "\n"))
        start = len(text) + 2
        text += f"\n\n{words}"
        places.append((point, start, start + len(words)))
    return text, places


def guid(kind: str, key) -> str:
    """The same for the same thing in every export, so that another tool knows it again."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{ORIGIN}/{kind}/{key}"))


def _project(lines: list[Line], conversations, watermark: str) -> Iterable[bytes]:
    attributes = f'name="What people said" origin={quoteattr(ORIGIN)} xmlns={quoteattr(NAMESPACE)}'
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<Project {attributes}>'.encode()
    yield from (tostring(part, "utf-8") for part in (_users(conversations), _codebook(lines), _variables()))
    yield b"<Cases>"
    yield from (tostring(_case(one), "utf-8") for one in conversations.select_related("ward").iterator(AT_A_TIME))
    yield b"</Cases><Sources>"
    yield from (tostring(_source(one, watermark), "utf-8") for one in _with_points(conversations))
    yield b"</Sources>"
    links = ThreadLink.objects.filter(priority__live=True).select_related("theme", "priority")
    for part in (_notes(conversations, links), _links(links), sets_of(lines, "targetGUID")):
        if part is not None and len(part):
            yield tostring(part, "utf-8")
    yield tostring(_text("Description", watermark), "utf-8")
    yield b"</Project>"


def _with_points(conversations) -> Iterable[Conversation]:
    codings = Prefetch("codings", Coding.objects.select_related("theme"))
    points = Prefetch("points", Point.objects.select_related("second").prefetch_related(codings, "memos"))
    return conversations.prefetch_related(points).iterator(AT_A_TIME)


def _text(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = readable(text)
    return element


def _users(conversations) -> Element:
    users = Element("Users")
    coders = Coding.objects.filter(point__conversation__in=conversations).order_by("coder")
    for number, coder in enumerate(coders.values_list("coder", flat=True).distinct(), start=1):
        SubElement(users, "User", guid=guid("coder", coder), name=f"Coder {number}")
    SubElement(users, "User", guid=guid("coder", DECISION), name=DECISION)
    return users


def _codebook(lines: list[Line]) -> Element:
    codebook = Element("CodeBook")
    codebook.append(codes_of(lines))
    return codebook


def _variables() -> Element:
    variables = Element("Variables")
    for name, kind in VARIABLES.items():
        SubElement(variables, "Variable", guid=guid("variable", name), name=name, typeOfVariable=kind)
    return variables


def _case(conversation: Conversation) -> Element:
    case = Element("Case", guid=guid("case", conversation.pk), name=conversation.reference)
    values = (
        conversation.place, conversation.get_setting_display(), conversation.get_audience_display(),
        conversation.get_language_display(), conversation.held_on.isoformat(),
    )  # fmt: skip
    for (name, kind), value in zip(VARIABLES.items(), values, strict=True):
        if value:
            one = SubElement(case, "VariableValue")
            SubElement(one, "VariableRef", targetGUID=guid("variable", name))
            SubElement(one, f"{kind}Value").text = readable(str(value))
    SubElement(case, "SourceRef", targetGUID=guid("source", conversation.pk))
    return case


def _source(conversation: Conversation, watermark: str) -> Element:
    own = guid("source", conversation.pk)
    source = Element("TextSource", guid=own, name=conversation.reference, plainTextPath=f"internal://{own}.txt")
    for point, start, end in laid_out(conversation, watermark)[1]:
        name = f"Point {point.number}: {point.get_kind_display()}"
        selection = SubElement(
            source, "PlainTextSelection", guid=guid("point", point.pk), name=name, startPosition=str(start),
            endPosition=str(end),
        )  # fmt: skip
        _codings(selection, point)
        for memo in point.memos.all():
            SubElement(selection, "NoteRef", targetGUID=guid("memo", memo.pk))
    return source


def _codings(selection: Element, point: Point) -> None:
    codings = list(point.codings.all())
    for coding in codings:
        _coding(selection, guid("coding", coding.pk), coding.theme, coding.coder_id, coding.at)
    second = getattr(point, "second", None)
    if second and second.decided_at:
        for theme in {coding.theme for coding in codings if coding.stands}:
            _coding(selection, guid("decision", f"{point.pk}-{theme.pk}"), theme, DECISION, second.decided_at)


def _coding(selection: Element, own: str, theme: Theme, coder, at: datetime) -> None:
    coding = SubElement(
        selection, "Coding", guid=own, creatingUser=guid("coder", coder), creationDateTime=at.isoformat("T", "seconds")
    )
    SubElement(coding, "CodeRef", targetGUID=str(theme.guid))


def _notes(conversations, links) -> Element:
    notes = Element("Notes")
    for memo in Memo.objects.filter(point__conversation__in=conversations).order_by("pk").iterator(AT_A_TIME):
        notes.append(_note(guid("memo", memo.pk), "Memo", memo.words, creatingUser=guid("coder", memo.coder_id)))
    for priority in PriorityPage.objects.filter(links__in=links).distinct().order_by("path"):
        words = f"{priority.title}\n{priority.in_three_years}"
        notes.append(_note(guid("priority", priority.pk), f"Priority: {priority.title}", words))
    return notes


def _note(own: str, name: str, words: str, **attributes: str) -> Element:
    note = Element("Note", {"guid": own, "name": readable(name), **attributes})
    note.append(_text("PlainTextContent", words))
    return note


def _links(links) -> Element:
    found = Element("Links")
    for link in links:
        SubElement(
            found, "Link", guid=guid("link", link.pk), name=readable(f"{link.get_kind_display()}: {link.reason}"),
            direction="OneWay", originGUID=str(link.theme.guid), targetGUID=guid("priority", link.priority_id),
        )  # fmt: skip
    return found
