"""From what the codings show to a page that everybody can read: drafted in the workspace, published by a publisher."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify

from accounts.models import User
from common import audit
from common.models import Release
from conversations.actions.releasing import SERIES
from conversations.models import ConversationsPage, HeardTheme, Theme, WhatWeHeardPage
from conversations.permissions import can_release_figures


class NotReady(Exception):
    """What is missing before it can be told, in a sentence."""


@transaction.atomic
def draft_what_we_heard(*, by: User, title: str, table: int, themes: Iterable[Theme]) -> WhatWeHeardPage:
    """A page that nobody sees yet, with the figures of the newest release. Raises NotReady."""
    if not can_release_figures(by):
        raise PermissionDenied
    release = Release.objects.filter(series=SERIES).first()
    parent = ConversationsPage.objects.live().first()
    if release is None:
        raise NotReady("There is no release yet. Release today’s figures first: the page shows them.")
    if parent is None:
        raise NotReady("The page about conversations is not published. Ask a publisher to publish it first.")
    page = WhatWeHeardPage(
        title=title, slug=_free_slug(parent, title), live=False, owner=by, release=release, table=table
    )
    page.heard_themes = [
        HeardTheme(theme=theme, understood=theme.description, sort_order=place) for place, theme in enumerate(themes)
    ]
    parent.add_child(instance=page)
    page.save_revision(user=by)
    audit.record("“what we heard” drafted", actor=by, thing=page)
    return page


@transaction.atomic
def write_what_we_heard(*, page: WhatWeHeardPage, by: User, intro: str, words: Mapping[int, tuple[str, str]]) -> None:
    """`words` gives, by the number of a HeardTheme, what we understood and who saw it differently. Raises NotReady."""
    _must_be_open(page, by)
    page.intro = intro
    for told in page.heard_themes.all():
        told.understood, told.differently = words.get(told.pk, (told.understood, told.differently))
        told.save()
    page.save()
    page.save_revision(user=by)


@transaction.atomic
def send_what_we_heard(*, page: WhatWeHeardPage, by: User) -> None:
    """To the publisher, through the workflow. Raises NotReady."""
    _must_be_open(page, by)
    if any(not told.understood for told in page.heard_themes.all()):
        raise NotReady("Say for each theme what we understood. One or two sentences are enough.")
    workflow = page.get_workflow()
    if workflow is None:
        raise NotReady("Nobody is asked to approve pages yet. Ask the site administrator to set that up.")
    workflow.start(page, by)
    audit.record("“what we heard” sent to the publisher", actor=by, thing=page)


def is_open(page: WhatWeHeardPage) -> bool:
    """Whether the workspace still writes it: afterwards it is the publisher's."""
    return not page.live and not page.workflow_in_progress


def _must_be_open(page: WhatWeHeardPage, by: User) -> None:
    if not can_release_figures(by):
        raise PermissionDenied
    if not is_open(page):
        raise NotReady("This page is with the publisher, or it is published. Ask the publisher to change it.")


def _free_slug(parent: ConversationsPage, title: str) -> str:
    stem = slugify(title)[:60] or "what-we-heard"
    taken = set(parent.get_children().filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if slug not in taken)
