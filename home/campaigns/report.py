"""How a campaign went, stage by stage (the Government's evaluation cycle, users.md 4.7). No number without the rule."""

from common import counting
from common.models import ShortLink
from home.campaigns.pages import CampaignPage
from home.toolkit import counts
from home.toolkit.made import MADE, count_of

# There is no total in any table: one would let a reader work out a hidden number.
STAGES = [
    ("What went in", "inputs", "Money, hours and partners have not been written down."),
    ("What people took from it", "outtakes", "Nobody has written down what people said about it."),
    ("What changed", "outcomes", "Nothing is written down. A change needs a source and a date."),
    ("What we learnt", "learning", "Nobody has written this down yet. Do it within a month of the end."),
]


def stages(campaign: CampaignPage) -> list[tuple[str, str, bool]]:
    """Heading, words, and whether they are still missing."""
    written = [(heading, getattr(campaign, name), missing) for heading, name, missing in STAGES]
    return [(heading, words or missing, not words) for heading, words, missing in written]


def outputs(campaign: CampaignPage) -> dict[str, list[dict]]:
    """Table → rows with label and value, as they may be shown."""
    links, pages = list(campaign.short_links.all()), in_each_language(campaign)
    return {
        "page": _rows({page.locale.get_display_name(): [counts.page(page.pk)] for page in pages}),
        "useful": _rows(_useful(pages)),
        "codes": _rows(_by_place(links)),
        "files": _rows({made.what: [count_of(link, made.name) for link in links] for made in MADE.values()}),
        "assets": _rows({asset.title: [asset.code_of_count] for asset in campaign.assets.all()}),
    }


def in_each_language(campaign: CampaignPage) -> list[CampaignPage]:
    """The page and its translations, English first."""
    pages = campaign.get_translations(inclusive=True).select_related("locale")
    return sorted(pages, key=lambda page: (not page.locale.is_default, page.locale.language_code))


def _useful(pages: list[CampaignPage]) -> dict[str, list[str]]:
    answers = (("Yes", "yes"), ("No", "no"))
    return {label: [counts.useful(page.pk, answer) for page in pages] for label, answer in answers}


def _by_place(links: list[ShortLink]) -> dict[str, list[str]]:
    """Kind of place → the codes there. Several codes of one kind are one row, so that no shop stands alone."""
    places: dict[str, list[str]] = {}
    for link in links:
        places.setdefault(link.get_place_display(), []).append(f"code:{link.code}")
    return places


def _rows(things: dict[str, list[str]]) -> list[dict]:
    shown = counting.shown_together(things)
    return [{"label": label, "value": int(value) if value.isdigit() else value} for label, value in shown.items()]
