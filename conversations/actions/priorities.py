"""Making priorities out of themes: draft, write, comment, send to the publisher; split one, or have another follow."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import slugify

from accounts.models import User
from common import audit
from conversations.actions.doing import may_write
from conversations.actions.telling import NotReady
from conversations.models import Action, Comment, PriorityPage, StrategyIndexPage, Theme, ThreadLink
from conversations.privacy import refuse_identifiers

WORDS = (
    "title", "summary", "understood", "strength", "root_cause", "in_three_years", "in_five_years", "in_ten_years",
    "owner_role",
)  # fmt: skip


@transaction.atomic
def draft_priority(*, by: User, title: str, **fields) -> PriorityPage:
    """A page that nobody outside the workspace sees yet. Raises NotReady, ValidationError."""
    may_write(by)
    _check_words({"title": title, **fields})
    return _new_page(title, by, **fields)


@transaction.atomic
def write_priority(*, priority: PriorityPage, by: User, **fields) -> PriorityPage:
    """Change its words. On a published page they wait for the publisher; a draft is changed at once."""
    may_write(by)
    _check_words(fields)
    if priority.workflow_in_progress:
        raise NotReady("This page is with the publisher. Ask them to change it, or to send it back.")
    page = priority.get_latest_revision_as_object() if priority.live else priority
    for name, value in fields.items():
        setattr(page, name, value)
    page.full_clean(exclude=["slug"])
    if not priority.live:
        page.save()
    page.save_revision(user=by)
    audit.record("priority written", actor=by, thing=priority)
    return page


@transaction.atomic
def send_priority(*, priority: PriorityPage, by: User) -> None:
    """To the publisher, through the workflow. Raises NotReady with what is missing."""
    may_write(by)
    missing = _missing(priority.get_latest_revision_as_object())
    if missing:
        raise NotReady(f"Before the publisher reads it, {missing}.")
    if priority.workflow_in_progress:
        raise NotReady("It is with the publisher already.")
    workflow = priority.get_workflow()
    if workflow is None:
        raise NotReady("Nobody is asked to approve pages yet. Ask the site administrator to set that up.")
    workflow.start(priority, by)
    audit.record("priority sent to the publisher", actor=by, thing=priority)


@transaction.atomic
def comment(*, priority: PriorityPage, words: str, by: User) -> Comment:
    may_write(by)
    refuse_identifiers({"What you think": words})
    return Comment.objects.create(priority=priority, words=words, by=by)


@transaction.atomic
def split_priority(
    *, priority: PriorityPage, title: str, themes: Iterable[Theme], actions: Iterable[Action], by: User
) -> PriorityPage:
    """A draft beside `priority`. These themes lead to both from now on, and these actions go along.

    What was said keeps its answer all the while, because the first page stays. Raises NotReady, ValidationError.
    """
    may_write(by)
    _check_words({"title": title})
    new = _new_page(title, by, aim=priority.aim, owner_role=priority.owner_role, split_from=priority)
    for link in priority.links.filter(theme__in=themes):
        ThreadLink.objects.create(theme=link.theme, priority=new, kind=link.kind, reason=link.reason, by=link.by)
    priority.actions.filter(pk__in=[action.pk for action in actions]).update(priority=new)
    for measure in priority.measures.filter(action__priority=new):
        measure.priority = new
        measure.save(update_fields=["priority"])
    audit.record("priority split", actor=by, thing=priority)
    return new


@transaction.atomic
def supersede_priority(*, priority: PriorityPage, by_priority: PriorityPage, by: User) -> PriorityPage:
    """`by_priority` follows `priority`: all that hung on the one hangs on the other. The old address stays and says so.

    Raises ValidationError.
    """
    may_write(by)
    pages = {page.pk: page for page in PriorityPage.objects.select_for_update().filter(
        pk__in=[priority.pk, by_priority.pk]).order_by("pk")}  # fmt: skip
    old, new = pages[priority.pk], pages[by_priority.pk]
    _may_follow(old, new)
    same = new.links.filter(theme=OuterRef("theme"), kind=OuterRef("kind"))
    old.links.filter(Exists(same)).delete()
    measured = new.measures.filter(action=None, indicator=OuterRef("indicator"))
    old.measures.filter(Exists(measured), action=None).delete()
    recorded = new.records.filter(record=OuterRef("record"))
    old.records.filter(Exists(recorded)).delete()
    for part in (old.links, old.measures, old.actions, old.learning, old.records, old.risks):
        part.update(priority=new)
    old.agreed_quotes.update(agreed_for=new)
    old.superseded_by = new
    old.save(update_fields=["superseded_by"])
    audit.record("priority followed by another", actor=by, thing=old)
    return new


def _may_follow(old: PriorityPage, new: PriorityPage) -> None:
    if old == new:
        raise ValidationError("Choose another priority.")
    if old.superseded_by_id or new.superseded_by_id:
        raise ValidationError("One of them is followed by another already. Look at them again.")
    if not new.live:
        raise ValidationError(f"“{new.title}” is not published yet. Publish it first, so that no answer is lost.")


def _missing(page: PriorityPage) -> str:
    if not page.understood:
        return "say what we understood"
    if not page.horizons:
        return "say where we want to be in 3, 5 or 10 years"
    if not page.owner_role:
        return "say who owns it: a role"
    if not page.links.answering().exists():
        return "link at least one theme to it, so that people see what they said"
    return ""


def _new_page(title: str, by: User, **fields) -> PriorityPage:
    parent = StrategyIndexPage.objects.first()
    if parent is None:
        raise NotReady("There is no strategy page yet. Ask the publisher to make it first.")
    page = PriorityPage(title=title, slug=_free_slug(parent, title), live=False, owner=by, **fields)
    parent.add_child(instance=page)
    page.save_revision(user=by)
    audit.record("priority drafted", actor=by, thing=page)
    return page


def _free_slug(parent: StrategyIndexPage, title: str) -> str:
    stem = slugify(title)[:60].strip("-") or "priority"
    taken = set(parent.get_children().filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if slug not in taken)


def _check_words(fields: dict) -> None:
    refuse_identifiers({name.replace("_", " "): fields[name] for name in WORDS if fields.get(name)})
