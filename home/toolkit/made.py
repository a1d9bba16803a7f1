"""What the platform makes from a campaign's words: posters, a card, pictures to share, codes, words to copy."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from champions import links
from common import pdf, qr_codes
from common.models import EmergencyContact, ShortLink
from home.campaigns.pages import CampaignPage

BY = "Safer Lewisham Partnership"
OPEN = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
# Name of a shape → width and height in dots (users.md 4.5).
SHAPES = {"square": (1080, 1080), "portrait": (1080, 1350), "story": (1080, 1920), "wide": (1200, 675)}


@dataclass(frozen=True)
class Made:
    """One file: its name, its kind for the browser, what it is for, and how it is made."""

    name: str
    content_type: str
    what: str
    make: Callable[[CampaignPage, ShortLink], bytes]


def address_of(link: ShortLink) -> str:
    """The address as it is printed, without "https://"."""
    return links.absolute(f"/go/{link.code}").partition("//")[2]


def _words(campaign: CampaignPage, link: ShortLink) -> dict:
    language = campaign.locale.language_code
    return {
        "title": campaign.poster_words or campaign.title,
        "line": campaign.poster_line or campaign.summary,
        "lang": language.split("-")[0],
        # Django knows no Somali, so its own description of a language cannot be asked.
        "rtl": language.split("-")[0] in settings.LANGUAGES_BIDI,
        "address": address_of(link),
        "by": BY,
    }


def _poster(paper: str) -> Callable[[CampaignPage, ShortLink], bytes]:
    def make(campaign: CampaignPage, link: ShortLink) -> bytes:
        domain = address_of(link).partition("/")[0]
        # Our own sentences are in English; in another language the numbers and the code say enough until they are
        # translated by a person.
        english = campaign.locale.is_default
        data = {
            **_words(campaign, link),
            "paper": paper,
            "code": qr_codes.svg(links.absolute(f"/go/{link.code}")),
            "code_alt": f"A code for your phone’s camera. It opens {address_of(link)}.",
            "scan": "Point a phone’s camera at the pattern, or type the address." if english else "",
            "promise": f"Our codes always go to {domain}." if english else domain,
            "danger": "\n".join(_to_ring(english)),
        }
        return pdf.render("common/print/poster.typ", data, made_at=campaign.last_published_at)

    return make


def _to_ring(english: bool) -> list[str]:
    contacts = EmergencyContact.objects.live().filter(in_strip=True)
    return [f"{one.lead} {one.name}: {one.phone}. {one.note}" if english else one.phone for one in contacts]


def _picture(width: int, height: int) -> Callable[[CampaignPage, ShortLink], bytes]:
    def make(campaign: CampaignPage, link: ShortLink) -> bytes:
        return pdf.draw("home/print/shared.typ", {**_words(campaign, link), "width": width, "height": height})

    return make


def words_to_copy(campaign: CampaignPage, link: ShortLink) -> str:
    """A post of a few lines, and under what licence it may be used."""
    words = _words(campaign, link)
    return f"{words['title']}\n\n{words['line']}\n\n{links.absolute(f'/go/{link.code}')}\n"


def _code(make: Callable[[str], bytes]) -> Callable[[CampaignPage, ShortLink], bytes]:
    return lambda campaign, link: make(links.absolute(f"/go/{link.code}"))


def _drawn_in_lines(url: str) -> bytes:
    return qr_codes.svg(url).encode()


MADE = {
    made.name: made
    for made in [
        Made("poster-a4.pdf", "application/pdf", "Poster, A4", _poster("a4")),
        Made("card.pdf", "application/pdf", "Card, the size of a bank card", _poster("card")),
        *(
            Made(f"{shape}.png", "image/png", f"Picture to share, {width} × {height}", _picture(width, height))
            for shape, (width, height) in SHAPES.items()
        ),
        Made("code.svg", "image/svg+xml", "The code for cameras, for print", _code(_drawn_in_lines)),
        Made("code.png", "image/png", "The code for cameras, as a picture", _code(qr_codes.png)),
        Made("words.txt", "text/plain; charset=utf-8", "Words to copy", lambda *about: words_to_copy(*about).encode()),
    ]
}


def count_of(link: ShortLink, name: str) -> str:
    """Under what a download is counted."""
    return f"made:{link.code}:{name}"
