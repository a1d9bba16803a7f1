"""The lanes that a page may take to the site, and what each asks for (users.md 4.4)."""

from django.db import models
from wagtail.models import Page, Revision, Workflow

from home.approving.models import OtherPersonTask, approved_by_another

Kind = OtherPersonTask.Kind


class Lane(models.TextChoices):
    """The value is the name of the workflow; staff read it."""

    STANDARD = "A second pair of eyes"
    SENSITIVE = "Sensitive: safeguarding or lived experience first"
    EMERGENCY = "Emergency: two people, three days"
    TRANSLATION = "Translation: a second reader"
    # Of snippets: emergency numbers, and what stands around every page in another language.
    NUMBERS = "Numbers to ring: two people"
    FRAME = "Words around every page: a second reader"


# Lane → the step that somebody else has to have taken for this very version, and what to say if nobody has.
ASKED: dict[Lane, tuple[Kind, str]] = {
    Lane.SENSITIVE: (
        Kind.SENSITIVE,
        "This page is marked as sensitive. Somebody for safeguarding or with lived experience has to say yes first, "
        "and it has to be another person. Press “Submit” to ask them.",
    ),
    Lane.EMERGENCY: (
        Kind.EMERGENCY,
        "The emergency lane needs two different people. Press “Submit”: somebody else then says yes.",
    ),
    Lane.TRANSLATION: (
        Kind.READER,
        "Somebody else who reads this language has to say yes first. Press “Submit” to ask them.",
    ),
}


def lane_of(page: Page) -> Lane:
    """A hurry comes before everything; then what is sensitive, in whatever language; then what is translated."""
    if getattr(page, "in_a_hurry", False):
        return Lane.EMERGENCY
    if page.is_sensitive:
        return Lane.SENSITIVE
    if not page.locale.is_default:
        return Lane.TRANSLATION
    return Lane.STANDARD


def workflow_for(page: Page) -> Workflow | None:
    """The workflow of its lane; None for the usual lane, where the page's place in the tree decides."""
    lane = lane_of(page)
    return None if lane == Lane.STANDARD else Workflow.objects.filter(name=lane.value, active=True).first()


def what_is_missing(page: Page, revision: Revision | None) -> list[str]:
    """Why this version may not go out yet. `revision` is None while it is being written: nobody can have approved it.

    Taking off the mark "sensitive" needs the same yes, or the mark would be worth nothing.
    """
    lane = lane_of(page)
    if lane == Lane.STANDARD and page.pk and page.live:
        stored = type(page).objects.get(pk=page.pk)
        lane = Lane.SENSITIVE if stored.is_sensitive else lane
    if lane not in ASKED:
        return []
    kind, sentence = ASKED[lane]
    return [] if revision is not None and approved_by_another(revision, kind) else [sentence]


def is_approved(revision: Revision) -> bool:
    """Whether the step that its lane asks for was taken for this very version, by somebody who had no other part."""
    asked = ASKED.get(lane_of(revision.as_object()))
    return asked is not None and approved_by_another(revision, asked[0])
