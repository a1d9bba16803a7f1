"""What a service's page says beside the five answers: known things in rows, unknown ones honestly in one."""

from services_directory.models import ServicePage


def facts(service: ServicePage) -> list[dict]:
    """Rows for components/facts.html. What nobody knows yet stands together in the last row."""
    rows = [
        ("Who it is for", _who(service)),
        ("Ages", service.ages),
        ("Cost", service.get_cost_display()),
        ("When it is open", service.hours),
        ("How to get it", ". ".join(part for part in (service.get_referral_display(), service.channels) if part)),
        ("What happens first", service.application_process),
        ("How long people wait", service.wait_time),
        ("Where", _where(service)),
        ("Police", service.get_police_involvement_display()),
        ("Languages", service.languages),
        ("Getting in and taking part", service.accessibility),
    ]
    known = [{"key": key, "value": value} for key, value in rows if value]
    unknown = [key for key, value in rows if not value]
    return [*known, {"key": "Not known: ask first", "value": "; ".join(unknown)}] if unknown else known


def _who(service: ServicePage) -> str:
    if service.eligibility_description:
        return service.eligibility_description
    names = [audience.name for audience in service.audiences.all()]
    return ", ".join([*names[:1], *(f"{name[0].lower()}{name[1:]}" for name in names[1:])])


def _where(service: ServicePage) -> str:
    if service.location_is_confidential:
        return f"{service.where or 'Confidential'}. The address is kept secret, to keep people safe"
    return "; ".join(part for part in (service.where, *service.addresses) if part)
