"""REFI-QDA 1.5 codebooks (`.qdc`), as NVivo, MAXQDA, ATLAS.ti and others read and write them.

What the standard has no field for travels in two places that it does have: the wording in `Description`, under
headings, and vocabularies as `Set`s named "kind: risk". Another tool shows both; ours reads them back.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from conversations.codebook.lines import VOCABULARIES, CodebookRefused, Line

NAMESPACE = "urn:QDA-XML:codebook:1.0"
ORIGIN = "Stop the Violence Lewisham"
MIME_TYPE = "application/xml"
LARGEST = 1024 * 1024
DEEPEST = 12
HEADINGS = {"when_to_use": "Use it when:", "when_not": "Do not use it when:", "example_words": "Words that people use:"}
_IN_SETS = ("kind", *VOCABULARIES)
_Q = f"{{{NAMESPACE}}}"


def as_qdc(lines: Iterable[Line]) -> bytes:
    """The codebook as one XML file, nested as the tree is. `lines` are not empty."""
    lines = list(lines)
    root = Element("CodeBook", xmlns=NAMESPACE, origin=ORIGIN)
    root.append(codes_of(lines))
    if (sets := sets_of(lines)) is not None:
        root.append(sets)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def codes_of(lines: list[Line]) -> Element:
    """The tree of codes, as codebooks and projects carry it."""
    children = defaultdict(list)
    for line in lines:
        children[line.parent].append(line)
    codes = Element("Codes")
    _write_codes(codes, children, "")
    return codes


def _write_codes(under: Element, children: dict[str, list[Line]], parent: str) -> None:
    for line in children[parent]:
        code = SubElement(under, "Code", guid=line.guid, name=line.name, isCodable="true")
        if description := _described(line):
            SubElement(code, "Description").text = description
        _write_codes(code, children, line.key)


def _described(line: Line) -> str:
    parts = [line.description, *(f"{word}\n{getattr(line, name)}" for name, word in HEADINGS.items())]
    kept = [line.description, *(getattr(line, name) for name in HEADINGS)]
    return "\n\n".join(part for part, there in zip(parts, kept, strict=True) if there)


def sets_of(lines: list[Line], member: str = "guid") -> Element | None:
    """Kinds and vocabularies as sets of codes. The standard knows no empty list of sets.

    `member` is the attribute that names a code: `guid` in a codebook, `targetGUID` in a project.
    """
    members = defaultdict(list)
    for line in lines:
        for field in _IN_SETS:
            if value := getattr(line, field):
                members[f"{field}: {value}"].append(line.guid)
    if not members:
        return None
    sets = Element("Sets")
    for name, guids in members.items():
        one = SubElement(sets, "Set", guid=str(uuid.uuid5(uuid.NAMESPACE_URL, name)), name=name)
        for guid in guids:
            SubElement(one, "MemberCode", {member: guid})
    return sets


def lines_of_qdc(content: bytes) -> list[Line]:
    """What a `.qdc` of any tool holds. Nothing outside the file is followed. Raises CodebookRefused."""
    root = parsed(content)
    if root.tag != f"{_Q}CodeBook":
        raise CodebookRefused("This is not a REFI-QDA codebook. Export the codebook as .qdc and send that.")
    return read_codes(root, root.iterfind(f"{_Q}Sets/{_Q}Set"))


def parsed(content: bytes) -> Element:
    """The root of an XML file from outside. Raises CodebookRefused."""
    try:
        return fromstring(content, forbid_dtd=True)
    except ParseError as fault:
        if "junk after document element" in str(fault):
            raise CodebookRefused("The file has two codebooks in it. Send one codebook in one file.") from None
        raise CodebookRefused("We cannot read this file. Export the codebook again as REFI-QDA.") from None
    except (DefusedXmlException, ValueError, LookupError):
        raise CodebookRefused("The file refers to things outside itself. Export the codebook again.") from None


def read_codes(codebook: Element, sets: Iterable[Element]) -> list[Line]:
    """The codes of a codebook or a project, with what our sets say about them. Raises CodebookRefused."""
    space = codebook.tag.partition("}")[0] + "}"
    tops = codebook.findall(f"{space}Codes")
    if len(tops) != 1:
        raise CodebookRefused("A codebook has one list of codes at its top. Export it again and send that.")
    known = _in_sets(sets)
    return [line for code in tops[0].findall(f"{space}Code") for line in _read_code(code, "", known, 1)]


def _in_sets(sets: Iterable[Element]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in sets:
        field, _, value = (one.get("name") or "").partition(": ")
        if field in _IN_SETS:
            for member in one:
                found[_plain(member.get("guid") or member.get("targetGUID"))][field] = value
    return found


def _read_code(code: Element, parent: str, sets: dict, depth: int) -> list[Line]:
    space, name = code.tag.partition("}")[0] + "}", (code.get("name") or "").strip()
    if depth > DEEPEST:
        raise CodebookRefused(f"The themes are nested more than {DEEPEST} deep. Put them under fewer headings.")
    try:
        guid = str(uuid.UUID(_plain(code.get("guid"))))
    except ValueError:
        raise CodebookRefused(f"“{name[:60]}” has no id that can be read. Export the codebook again.") from None
    described = _wording(code.findtext(f"{space}Description") or "")
    line = Line(guid, name, parent, guid=guid, **described, **sets.get(guid, {}))
    below = code.findall(f"{space}Code")
    return [line, *(more for child in below for more in _read_code(child, guid, sets, depth + 1))]


def _plain(guid: str | None) -> str:
    return (guid or "").strip("{}").lower()


def _wording(text: str) -> dict[str, str]:
    """The parts of a description under our headings; all of it is the description if there are none."""
    parts, field = {"description": "", **dict.fromkeys(HEADINGS, "")}, "description"
    names = {heading: name for name, heading in HEADINGS.items()}
    for text_line in text.splitlines():
        if text_line.strip() in names:
            field = names[text_line.strip()]
        else:
            parts[field] += f"{text_line}\n"
    return {name: part.strip() for name, part in parts.items()}
