"""A draft for one reader who has no account, such as the police liaison: an address that dies after three days."""

from datetime import timedelta

from django.urls import reverse
from wagtail.models import Page, Revision

from common.sealed import SealBroken, seal, unseal

PURPOSE = "preview"
LASTS = timedelta(days=3)


def address_for(page: Page) -> str:
    """The address of the newest draft of `page`, as it stands now: what is written later does not show."""
    return reverse("shared_preview", args=[seal(page.latest_revision_id, purpose=PURPOSE)])


def draft_behind(token: str) -> Page | None:
    """The draft; None when the address is wrong, too old, or its draft is gone."""
    try:
        number = unseal(token, purpose=PURPOSE, max_age=int(LASTS.total_seconds()))
    except SealBroken:
        return None
    revision = Revision.page_revisions.filter(pk=number).first()
    return revision.as_object() if revision else None
