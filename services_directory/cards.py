"""A service as a card in a list."""

from services_directory.choices import Cost, PhoneType, Referral
from services_directory.hours import Openness, State
from services_directory.models import ServicePage


def card(service: ServicePage, state: State, carried: str = "", how_far: str = "") -> dict:
    """What components/service_card.html reads. `carried` is the query that keeps the reader's list along.

    `how_far` is the distance in words, empty where nobody asked, nobody knows or nobody may know.
    """
    # A card's link rings; a number for text messages is on the service's own page.
    phone = next((phone for phone in service.phones.all() if phone.type == PhoneType.VOICE), None)
    return {
        "url": f"{service.address}{carried}",
        "title": service.title,
        "provider": service.organisation.name if service.organisation else "We do not know yet who runs this",
        "summary": service.summary,
        "tags": list(_tags(service)),
        "open_text": open_text(service, state),
        "place_text": ". ".join(part for part in (service.where, how_far) if part),
        "phone": phone.number if phone else "",
        "tel": phone.digits if phone else "",
        "checked_text": service.check_text,
    }


def open_text(service: ServicePage, state: State) -> str:
    """Open now or not; what staff wrote in words where the hours are not known; or to ring first."""
    if state.openness == Openness.UNKNOWN and service.hours:
        return service.hours
    # Nobody can ring a service that has no number.
    return state.text if service.phones.all() else state.text.replace("ring first", "ask first")


def _tags(service: ServicePage):
    if service.crisis:
        yield {"text": "Crisis line", "tint": "clay"}
    if service.referral == Referral.PROFESSIONALS:
        yield {"text": "For professionals", "tint": "grey"}
    if service.referral == Referral.REFERRED:
        yield {"text": "By referral", "tint": "grey"}
    if service.referral == Referral.NONE:
        yield {"text": "No referral"}
    if service.cost == Cost.FREE:
        yield {"text": "Free"}
    if service.online:
        yield {"text": "Online"}
    if service.ages:
        yield {"text": service.ages, "tint": "sky"}
