"""One ZIP for each language: what we make in it, the files that staff added, and what may be done with them."""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile

from common.models import ShortLink
from home.campaigns.pages import CampaignPage
from home.toolkit.made import BY, MADE, OPEN
from home.toolkit.models import CampaignAsset, languages


def languages_of(campaign: CampaignPage) -> list[tuple[str, str]]:
    """Code and name of each language that there is something in: the page's own, and those of its files."""
    there = {campaign.locale.language_code, *campaign.assets.current().values_list("language", flat=True)}
    return [(code, name) for code, name in languages() if code in there]


def packed(campaign: CampaignPage, link: ShortLink, language: str) -> bytes:
    """The ZIP. Names inside are ours, so that no file of somebody's lands outside its folder."""
    file = BytesIO()
    assets = list(campaign.assets.current().filter(language=language).select_related("file"))
    with ZipFile(file, "w", ZIP_DEFLATED) as pack:
        if language == campaign.locale.language_code:
            for made in MADE.values():
                pack.writestr(made.name, made.make(campaign, link))
        for asset in assets:
            with asset.file.file.open("rb") as content:
                pack.writestr(_name(asset), content.read())
            pack.writestr(f"{_name(asset)}.in-words.txt", asset.in_words)
        pack.writestr("READ-ME-FIRST.txt", _read_me(campaign, assets))
    return file.getvalue()


def _name(asset: CampaignAsset) -> str:
    return f"{asset.kind}-{asset.pk}{PurePosixPath(asset.file.filename).suffix.lower()}"


def _read_me(campaign: CampaignPage, assets: list[CampaignAsset]) -> str:
    lines = [
        campaign.title,
        "",
        f"Posters, pictures and words that we made: {BY}, Open Government Licence v3.0.",
        "You may copy, change and share them, if you say that they are from us.",
        OPEN,
        f"Please stop using them after {campaign.expires:%-d %B %Y}." if campaign.expires else "",
        "",
    ]
    for asset in assets:
        until = f" Until {asset.expires:%-d %B %Y}." if asset.expires else ""
        ask = f" Ask: {asset.contact}." if asset.contact else ""
        what = f"{asset.title}, version {asset.version}. {asset.get_licence_display()}."
        lines.append(f"{_name(asset)}: {what}{until}{ask}")
    return "\r\n".join(lines)
