"""The public pages of the directory. None of them sets a cookie or reads the visitor."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from common.same_origin import same_origin_form
from common.sealed import SealBroken, seal, unseal
from common.whole_pages import mark, same_for_everybody
from services_directory import addresses, keeping, listing, unmet
from services_directory import safe_places as places
from services_directory.choices import SAID_BY_READERS
from services_directory.forms import SearchForm
from services_directory.models import ServicePage
from services_directory.my_list import PARAMETER, MyList
from services_directory.search.current import current_index

PURPOSE = "find-support"
SEARCH_LASTS = 30 * 60


@require_safe
def find_support(request: HttpRequest) -> HttpResponse:
    """The list, by situation and other neutral choices."""
    index = current_index()
    if neutral := addresses.without_topics(request.GET, index.offered.needs):
        return redirect(f"{request.path}?{neutral.urlencode()}")
    found = listing.filtered(request.GET, index)
    context = {"listing": found} | _if_nothing(found)
    answer = render(request, "services_directory/find_support.html", context)
    # Each look at an empty list is counted, so none is kept.
    return mark(request, answer) if found.count else answer


@require_safe
@same_for_everybody
def safe_places(request: HttpRequest) -> HttpResponse:
    """Doors that anybody may walk through: the list, and the map beside it."""
    wards = places.wards_with_places()
    context = {"wards": wards, "tiles": places.tiles(wards), "demo": settings.DEMO}
    return render(request, "services_directory/safe_places.html", context)


def _if_nothing(found: listing.Listing, words: str = "") -> dict:
    """For whoever found nothing: lines that answer at once. It is counted, without what was typed."""
    if found.count:
        return {}
    unmet.count(needs=listing.looked_for(found, words))
    return {"help_now": listing.soonest_help()}


@same_origin_form
def search(request: HttpRequest) -> HttpResponse:
    """Take the words by POST and lead to an address that hides them (rule 3)."""
    form = SearchForm(request.POST)
    form.is_valid()
    wanted = form.search()
    if not wanted["q"] and not wanted["place"]:
        return redirect("services_directory:find_support")
    address = reverse("services_directory:results", args=[seal(wanted, purpose=PURPOSE)])
    response = redirect(address + MyList.read(request.POST.get(PARAMETER, "")).query)
    response.status_code = 303
    response["Cache-Control"] = "no-store"
    return response


@require_safe
@cache_control(no_store=True, private=True)
def results(request: HttpRequest, token: str) -> HttpResponse:
    """What the search found. After half an hour the address means nothing."""
    try:
        wanted = unseal(token, purpose=PURPOSE, max_age=SEARCH_LASTS)
    except SealBroken:
        return render(request, "services_directory/search_ended.html", {"noindex": True}, status=410)
    found = listing.searched(request.GET, wanted)
    context = {"listing": found, "search": wanted, "noindex": True} | _if_nothing(found, wanted["q"])
    response = render(request, "services_directory/results.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service, or what helps instead when it may not be seen now."""
    found = ServicePage.objects.published().for_page().filter(slug=slug).first()
    if found:
        return found.serve(request)
    was_here = ServicePage.objects.withdrawn().filter(slug=slug).first()
    context = {"was_here": was_here, "help_now": listing.instead_of(was_here), "noindex": True}
    return render(request, "services_directory/service_gone.html", context, status=410 if was_here else 404)


@require_safe
def my_list(request: HttpRequest, codes: str = "") -> HttpResponse:
    """The services of a link of neutral codes, for a screen and for one sheet of paper."""
    entries = listing.kept(MyList.read(codes))
    mine = MyList(tuple(entry["service"].pk for entry in entries))
    gone = len(MyList.read(codes).keys) - len(entries)
    link = request.build_absolute_uri(mine.address)
    context = {"mine": mine, "entries": entries, "gone": gone, "link": link, "noindex": True}
    return render(request, "services_directory/my_list.html", context)


@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
def something_wrong(request: HttpRequest, slug: str) -> HttpResponse:
    """Two taps: say what is wrong. A choice and no words, so nothing about anybody can be told here (R9)."""
    found = get_object_or_404(ServicePage.objects.published(), slug=slug)
    context = {"service": found, "kinds": SAID_BY_READERS, "noindex": True}
    kind = request.POST.get("what")
    if kind in SAID_BY_READERS:
        keeping.report(service=found, kind=kind)
        return redirect(f"{request.path}?done=1")
    context["done"] = request.method != "POST" and "done" in request.GET
    return render(request, "services_directory/something_wrong.html", context)


@same_origin_form
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True, private=True)
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """A provider's link from our mail. Opening it changes nothing: mail programs open links by themselves."""
    try:
        found = keeping.service_behind(token)
        if request.method != "POST" or request.POST.get("answer") != "right":
            context = {"service": found, "facts": found.get_context(request)["facts"], "token": token, "noindex": True}
            return render(request, "services_directory/still_right.html", context)
        keeping.confirm_still_right(token=token)
    except SealBroken:
        return render(request, "services_directory/still_right_ended.html", {"noindex": True}, status=410)
    except keeping.LinkUsed:
        return render(request, "services_directory/still_right_ended.html", {"noindex": True, "used": True}, status=410)
    context = {"service": found, "answer": "right", "noindex": True}
    return render(request, "services_directory/still_right_thanks.html", context)
