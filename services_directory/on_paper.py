"""The directory as it stands today, for a sheet of paper: by situation, in words that stay right on paper."""

from services_directory.facts import hours_for_paper
from services_directory.models import ServicePage
from services_directory.models.service_query import OWN_BEHAVIOUR
from services_directory.search.current import current_index, opening_of

LAST = 1_000_000


def by_need() -> tuple[list[dict], list[dict]]:
    """Situations with the services that help in each; and those of people who want to change what they do, apart.

    Both hold {"need": str, "services": [{"title", "summary", "phones", "facts", "checked"}]}. A few queries, however
    long the directory is.
    """
    index = current_index()
    services = list(ServicePage.objects.published().in_order().for_cards().prefetch_related("needs"))
    sections: dict[tuple, dict] = {}
    for service in services:
        line = _line(service, hours_for_paper(service, opening_of(service, index).hours))
        for key in _places_of(service):
            sections.setdefault(key, {"need": key[-1], "services": []})["services"].append(line)
    ordered = sorted(sections.items())
    return [row for key, row in ordered if not key[0]], [row for key, row in ordered if key[0]]


def _places_of(service: ServicePage) -> list[tuple]:
    """Where it stands: apart or not, and under which situations, in their order."""
    needs = list(service.needs.all())
    # Never one list for survivors and for people who use abuse: those stand on a page of their own.
    own = [need for need in needs if need.code == OWN_BEHAVIOUR]
    return [(bool(own), need.order, need.name) for need in own or needs] or [(False, LAST, "More help")]


def _line(service: ServicePage, hours: str) -> dict:
    website = service.website_name if service.website else ""
    facts = [website, hours, service.where, service.ages, service.get_referral_display()]
    return {
        "title": service.title,
        "summary": service.summary,
        "phones": [f"{phone.get_type_display()} {phone.number}" for phone in service.phones.all()],
        "facts": [fact.rstrip(".") for fact in facts if fact],
        "checked": service.check_text,
    }
