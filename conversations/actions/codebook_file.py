"""Taking in the codebook of a file: themes are added and changed, never taken away."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify

from accounts.models import User
from common import audit
from conversations.actions.codebook import ensure_reserved, free_code, keep_version, save_change, stands_below
from conversations.choices import ThemeKind
from conversations.codebook.lines import VOCABULARIES, WORDING, Line, checked
from conversations.models import Theme
from conversations.permissions import can_change_codebook

LONGEST_CODE = 50


@dataclass
class TakenIn:
    """What became of the lines of a file. `passed_over` are sentences."""

    new: int = 0
    known: int = 0
    passed_over: list[str] = field(default_factory=list)


@transaction.atomic
def import_codebook(*, lines: Iterable[Line], by: User) -> TakenIn:
    """Add the themes of a file and change those it knows. Themes not in it stay. Raises CodebookRefused."""
    if not can_change_codebook(by):
        raise PermissionDenied
    ensure_reserved()
    known = _Known()
    placed: dict[str, Theme] = {}
    taken = TakenIn()
    for order, line in enumerate(checked(list(lines))):
        theme = known.find(line)
        if theme and theme.kind == ThemeKind.RESERVED:
            placed[line.key] = theme
            continue
        if theme and theme.merged_into:
            taken.passed_over.append(f"“{theme.name}” was merged into “{theme.merged_into.name}”, and stays so.")
            placed[line.key] = theme.merged_into
            continue
        taken.known, taken.new = taken.known + bool(theme), taken.new + (theme is None)
        theme = theme or _new(line)
        parent = placed.get(line.parent)
        _fill(theme, line, None if stands_below(parent, theme) else parent, known.terms, order)
        placed[line.key] = known.add(theme)
    keep_version(by, f"Imported: {taken.new + taken.known} themes from a file")
    audit.record("codebook imported", actor=by)
    return taken


class _Known:
    """The themes and vocabularies that are there, as a file may name them."""

    def __init__(self) -> None:
        themes = list(Theme.objects.select_for_update(of=("self",)).select_related("merged_into"))
        self.by_guid = {str(theme.guid): theme for theme in themes}
        self.by_code = {theme.code: theme for theme in themes}
        # One that is in use goes before one of the same name that was merged away.
        merged_first = sorted(themes, key=lambda theme: theme.merged_into_id is None)
        self.by_name = {theme.name.lower(): theme for theme in merged_first}
        self.terms = {name: {term.code: term for term in model.objects.all()} for name, model in VOCABULARIES.items()}

    def find(self, line: Line) -> Theme | None:
        """By its id, else by its code, else by its name where the file gives no id of ours or another tool's."""
        if line.kind == ThemeKind.RESERVED or not line.guid:
            return self.by_guid.get(line.guid) or self.by_code.get(line.code) or self.by_name.get(line.name.lower())
        return self.by_guid.get(line.guid)

    def add(self, theme: Theme) -> Theme:
        self.by_guid[str(theme.guid)] = self.by_code[theme.code] = self.by_name[theme.name.lower()] = theme
        return theme


def _new(line: Line) -> Theme:
    is_code = len(line.code) <= LONGEST_CODE and line.code == slugify(line.code) != ""
    theme = Theme(code=line.code if is_code else free_code(line.name), kind=ThemeKind.BOTH)
    theme.guid = line.guid or theme.guid
    return theme


def _fill(theme: Theme, line: Line, parent: Theme | None, terms: dict, order: int) -> None:
    theme.name, theme.parent, theme.order = line.name, parent, order
    # Nobody adds a third answer that is no theme.
    theme.kind = line.kind if line.kind and line.kind != ThemeKind.RESERVED else theme.kind
    for name in WORDING:
        setattr(theme, name, getattr(line, name) or getattr(theme, name))
    for name, known in terms.items():
        setattr(theme, name, known.get(getattr(line, name)) or getattr(theme, name))
    save_change(theme)
