"""Changing the codebook: every change is a version, and no coding and no link is lost."""

from collections.abc import Iterable
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from accounts.models import User
from common import audit
from conversations.actions.counting import to_be_counted
from conversations.actions.suggesting import refresh_suggestions_soon
from conversations.choices import ThemeKind
from conversations.codebook.lines import VOCABULARIES, line_of
from conversations.models import CodebookVersion, Coding, NotTakenForward, Point, Theme, ThreadLink
from conversations.permissions import can_change_codebook


class CodebookConflict(Exception):
    """Why a change of the codebook cannot be made, in a sentence."""


@transaction.atomic
def add_theme(*, by: User, name: str, **fields) -> Theme:
    """A new theme, after those that are there. `fields` as in `Theme`."""
    if not can_change_codebook(by):
        raise PermissionDenied
    needs = fields.pop("needs", ())
    theme = Theme.objects.create(code=free_code(name), name=name, order=Theme.objects.said().count(), **fields)
    theme.needs.set(needs)
    keep_version(by, f"Added: {theme.name}")
    return theme


@transaction.atomic
def change_theme(*, theme: Theme, by: User, revision: int, **fields) -> Theme:
    """Change its name, wording or place. Raises CodebookConflict when it changed since `revision`, or would circle."""
    theme = _opened(theme, by)
    if theme.revision != revision:
        raise CodebookConflict("Somebody changed this theme while you did. Read theirs first, then send yours again.")
    if stands_below(fields.get("parent"), theme):
        raise CodebookConflict("That theme stands below this one. Choose another one to put it under.")
    theme.needs.set(fields.pop("needs", theme.needs.all()))
    for name, value in fields.items():
        setattr(theme, name, value)
    save_change(theme)
    keep_version(by, f"Changed: {theme.name}")
    return theme


@transaction.atomic
def merge_themes(*, theme: Theme, into: Theme, by: User) -> Theme:
    """What was said about `theme` is about `into` from now on, and leads where both led. Its address stays."""
    first, second = sorted((theme, into), key=lambda one: one.pk)
    opened = {one.pk: _opened(one, by) for one in (first, second)}
    theme, into = opened[theme.pk], opened[into.pk]
    _may_merge(theme, into)
    _count_again(theme)
    already = Coding.objects.filter(theme=into, point=OuterRef("point"), coder=OuterRef("coder"))
    # Where one coder saw both, one coding stays, and it stands if either did.
    stood = theme.codings.standing().filter(point=OuterRef("point"), coder=OuterRef("coder"))
    into.codings.filter(Exists(stood)).update(stands=True)
    theme.codings.filter(Exists(already)).delete()
    theme.codings.update(theme=into)
    same = into.links.filter(priority=OuterRef("priority"), kind=OuterRef("kind"))
    theme.links.filter(Exists(same)).delete()
    theme.links.update(theme=into)
    _carry_reason(theme, into)
    into.needs.add(*theme.needs.all())
    theme.children.update(parent=into)
    theme.merged.update(merged_into=into)
    theme.merged_into, theme.parent = into, None
    save_change(theme)
    keep_version(by, f"Merged: {theme.name} into {into.name}")
    audit.record("themes merged", actor=by, thing=theme)
    return into


@transaction.atomic
def split_theme(*, theme: Theme, name: str, points: Iterable[Point], by: User) -> Theme:
    """A new theme beside `theme` for these points of it. It leads wherever the first one leads, until changed."""
    theme = _opened(theme, by)
    links = list(theme.links.all())
    because = NotTakenForward.objects.filter(theme=theme).first()
    new = Theme(name=name, code=free_code(name), kind=theme.kind, parent=theme.parent, order=theme.order)
    for field in VOCABULARIES:
        setattr(new, field, getattr(theme, field))
    new.save()
    new.needs.set(theme.needs.all())
    _count_again(theme)
    theme.codings.filter(point__in=[point.pk for point in points]).update(theme=new)
    for link in links:
        ThreadLink.objects.create(theme=new, priority=link.priority, kind=link.kind, reason=link.reason, by=link.by)
    if because:
        NotTakenForward.objects.create(theme=new, reason=because.reason, by=because.by)
    save_change(theme)
    keep_version(by, f"Split: {new.name} out of {theme.name}")
    audit.record("theme split", actor=by, thing=theme)
    return new


def _count_again(theme: Theme) -> None:
    to_be_counted(theme.codings.values_list("point__conversation", flat=True).order_by().distinct())


def ensure_reserved() -> None:
    """The two answers that are no theme are in every codebook."""
    for code, name, words in (
        ("none-of-these", "None of these", "It was said, and no theme fits it."),
        ("cannot-tell", "Cannot tell", "One cannot make out what was meant."),
    ):
        defaults = {"name": name, "kind": ThemeKind.RESERVED, "description": words, "order": 9999}
        Theme.objects.get_or_create(code=code, defaults=defaults)


def _opened(theme: Theme, by: User) -> Theme:
    if not can_change_codebook(by):
        raise PermissionDenied
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    if theme.merged_into_id:
        raise CodebookConflict("This theme was merged into another. Change that one.")
    if theme.kind == ThemeKind.RESERVED:
        raise CodebookConflict("“None of these” and “Cannot tell” stay as they are.")
    return theme


def _may_merge(theme: Theme, into: Theme) -> None:
    if theme.pk == into.pk:
        raise CodebookConflict("Choose another theme to merge it into.")
    if stands_below(into, theme):
        raise CodebookConflict("It stands above that theme. Merge the lower one into the upper one.")


def stands_below(theme: Theme | None, other: Theme) -> bool:
    """Whether `theme` is `other` or anywhere under it."""
    while theme is not None and theme.pk != other.pk:
        theme = theme.parent
    return theme is not None


def _carry_reason(theme: Theme, into: Theme) -> None:
    """A published reason goes along, unless the other theme has an answer: a theme has a way forward or a reason."""
    reason = NotTakenForward.objects.filter(theme=theme)
    if into.links.answering().exists():
        NotTakenForward.objects.filter(theme__in=[theme, into]).delete()
    elif NotTakenForward.objects.filter(theme=into).exists():
        reason.delete()
    else:
        reason.update(theme=into)


def free_code(name: str) -> str:
    stem = slugify(name)[:40] or "theme"
    taken = set(Theme.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if code not in taken)


def save_change(theme: Theme) -> None:
    theme.revision += 1
    theme.save()


def keep_version(by: User, what: str) -> None:
    ensure_reserved()
    last = CodebookVersion.objects.select_for_update().first()
    themes = [asdict(line_of(theme)) for theme in Theme.objects.for_files()]
    transaction.on_commit(refresh_suggestions_soon)
    CodebookVersion.objects.create(number=last.number + 1 if last else 1, what=what[:300], by=by, themes=themes)
