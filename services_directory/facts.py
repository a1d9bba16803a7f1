"""What a service's page says beside the five answers: known things in rows, unknown ones honestly in one."""

from dataclasses import dataclass, field

from django.utils import timezone

from services_directory.cards import open_text
from services_directory.hours import OpeningHours
from services_directory.models import ServicePage


@dataclass(frozen=True)
class Opening:
    """The hours of a service, and those at each of its places where they differ, by the key of the place."""

    hours: OpeningHours
    at_places: dict[int, OpeningHours] = field(default_factory=dict)


def facts(service: ServicePage, opening: Opening) -> list[dict]:
    """Rows for components/facts.html. What nobody knows yet stands together in the last row."""
    rows = [
        ("Who it is for", _who(service)),
        ("Ages", service.ages),
        ("Cost", _cost(service)),
        ("When it is open", _when(service, opening)),
        *_at_places(service, opening),
        ("How to get it", ". ".join(part for part in (service.get_referral_display(), service.channels) if part)),
        ("What happens first", service.application_process),
        ("How long people wait", service.wait_time),
        ("Where", _where(service)),
        ("Police", service.get_police_involvement_display()),
        ("Languages", _languages(service)),
        ("Getting in and taking part", _access(service)),
    ]
    known = [{"key": key, "value": value} for key, value in rows if value]
    unknown = [key for key, value in rows if not value]
    return [*known, {"key": "Not known: ask first", "value": "; ".join(unknown)}] if unknown else known


def hours_for_paper(service: ServicePage, hours: OpeningHours) -> str:
    """The hours in words that stay right on a sheet of paper: never "open now"."""
    if hours.closed_for_now:
        return "Closed for now"
    if hours.never_closes:
        return "Day and night, every day"
    return _week(hours) or service.hours or open_text(service, hours.state(timezone.now()))


def _when(service: ServicePage, opening: Opening) -> str:
    parts = [open_text(service, opening.hours.state(timezone.now())), _week(opening.hours)]
    parts += [service.get_bank_holidays_display() if opening.hours.rules else ""]
    if service.hours and service.hours != parts[0]:
        parts.append(service.hours)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _week(hours: OpeningHours) -> str:
    if hours.never_closes:
        return ""
    return "; ".join(f"{days} {times}" for days, times in hours.week(timezone.localdate()))


def _at_places(service: ServicePage, opening: Opening):
    """The hours of each place that has its own. A confidential location has no row: its name could give it away."""
    if service.location_is_confidential:
        return
    for place in service.places.all():
        hours = opening.at_places.get(place.location_id)
        if hours and hours.rules and hours != opening.hours:
            yield f"At {place.location.name}", f"{hours.state(timezone.now()).text}. {_week(hours)}".rstrip(". ")


def _cost(service: ServicePage) -> str:
    prices = [_price(option) for option in service.cost_options.all()]
    return "; ".join(part for part in (service.get_cost_display(), *prices) if part)


def _price(option) -> str:
    amount = "" if option.amount is None else f"{'£' if option.currency == 'GBP' else option.currency}{option.amount}"
    named = f"{option.option}: {amount}" if option.option and amount else option.option or amount
    return ", ".join(part for part in (named, option.amount_description) if part)


def _languages(service: ServicePage) -> str:
    spoken = [f"{part.name} ({part.note})" if part.note else part.name for part in service.spoken_languages.all()]
    return ". ".join(part for part in (", ".join(spoken), service.languages, service.interpretation_services) if part)


def _access(service: ServicePage) -> str:
    return ". ".join(part for part in (service.get_step_free_display(), service.accessibility) if part)


def _who(service: ServicePage) -> str:
    if service.eligibility_description:
        return service.eligibility_description
    names = [audience.name for audience in service.audiences.all()]
    return ", ".join([*names[:1], *(f"{name[0].lower()}{name[1:]}" for name in names[1:])])


def _where(service: ServicePage) -> str:
    if service.location_is_confidential:
        return f"{service.where or 'Confidential'}. The address is kept secret, to keep people safe"
    return "; ".join(part for part in (service.where, *service.addresses) if part)
