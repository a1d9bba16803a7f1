"""The toolkit of a campaign, for shops, schools and champions. Its address is a code: no topic stands in it."""

from dataclasses import asdict

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from common import counting, pdf
from common.models import ShortLink
from home.content.guides import GUIDES
from home.models import CampaignPage
from home.toolkit import packing
from home.toolkit.made import MADE, address_of, count_of, words_to_copy

# As long as a shop may hold on to yesterday's poster.
AN_HOUR = 60 * 60


def found(code: str) -> tuple[ShortLink, CampaignPage]:
    """The link and its campaign, while it runs. Raises Http404."""
    link = get_object_or_404(ShortLink, code=code.lower())
    campaign = CampaignPage.objects.live().current().filter(pk=link.page_id).select_related("locale").first()
    if campaign is None:
        raise Http404
    return link, campaign


@require_safe
def toolkit(request: HttpRequest, code: str) -> HttpResponse:
    link, campaign = found(code)
    context = {
        "page": campaign,
        "code": link.code,
        "address": address_of(link),
        "made": MADE.values(),
        "words": words_to_copy(campaign, link),
        "assets": campaign.assets.current().select_related("file"),
        "packs": packing.languages_of(campaign),
        "noindex": True,
        "lang": campaign.locale.language_code,
    }
    return render(request, "home/toolkit.html", context)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """A toolkit for teams, as a file to print: the words of its page."""
    wanted = next((one for one in GUIDES if one.slug == slug), None)
    if wanted is None:
        raise Http404
    parts = [{"heading": heading, "questions": questions} for heading, questions in wanted.parts]
    return pdf.response(pdf.render("home/print/guide.typ", {**asdict(wanted), "parts": parts}), slug)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def made(request: HttpRequest, code: str, name: str) -> HttpResponse:
    link, campaign = found(code)
    if name not in MADE:
        raise Http404
    counting.count(count_of(link, name))
    answer = HttpResponse(MADE[name].make(campaign, link), content_type=MADE[name].content_type)
    answer["Content-Disposition"] = f'inline; filename="{link.code}-{name}"'
    return answer


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def asset(request: HttpRequest, code: str, asset_id: int) -> FileResponse:
    _, campaign = found(code)
    wanted = get_object_or_404(campaign.assets.current().select_related("file"), pk=asset_id)
    counting.count(wanted.code_of_count)
    return FileResponse(wanted.file.file.open("rb"), as_attachment=True, filename=wanted.file.filename)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def everything(request: HttpRequest, code: str, language: str) -> HttpResponse:
    link, campaign = found(code)
    if language not in dict(packing.languages_of(campaign)):
        raise Http404
    counting.count(count_of(link, f"{language}.zip"))
    answer = HttpResponse(packing.packed(campaign, link, language), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{link.code}-{language}.zip"'
    return answer
