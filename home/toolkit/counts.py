"""What is counted for campaigns: pages, codes, what we make, and files. The names under which the numbers lie."""

from collections.abc import Iterator

from wagtail.models import Page

from champions import helped
from common import counting
from common.models import ShortLink
from home.models import CampaignAsset
from home.toolkit.made import MADE, count_of
from home.toolkit.models import languages
from services_directory import unmet


def page(pk: int) -> str:
    return f"page:{pk}"


def useful(pk: int, answer: str) -> str:
    return f"useful-{answer}:{pk}"


def everything() -> Iterator[str]:
    """The name of each thing that may have been counted."""
    for pk in Page.objects.live().values_list("pk", flat=True):
        yield from (page(pk), useful(pk, "yes"), useful(pk, "no"))
    for link in ShortLink.objects.all():
        yield f"code:{link.code}"
        yield from (count_of(link, name) for name in MADE)
        yield from (count_of(link, f"{language}.zip") for language, _ in languages())
    yield from helped.names()
    yield from (asset.code_of_count for asset in CampaignAsset.objects.all())


def store() -> int:
    """Move what was counted into the database; how much it was."""
    unmet.store()
    return counting.store(everything())
