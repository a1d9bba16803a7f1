"""That somebody was helped to find a service: a need, a ward and a number. Nothing of who, by whom or at what hour."""

from collections.abc import Iterator

from common import counting
from common.models import Need, Ward

NO_WARD = "all"


def _name(need: str, ward: str) -> str:
    return f"helped:{need}:{ward}"


def count(*, need: Need, ward: Ward | None) -> None:
    """One more. Kept with the other daily totals, and shown by the rule about small numbers alone."""
    counting.count(_name(need.code, ward.code if ward else NO_WARD))


def names() -> Iterator[str]:
    """Everything that may have been counted."""
    wards = [*Ward.objects.values_list("code", flat=True), NO_WARD]
    for need in Need.objects.values_list("code", flat=True):
        yield from (_name(need, ward) for ward in wards)


def by_need() -> dict[str, str]:
    """Need → how many times, as it may be shown. Wards are added up: alone they are too small for most."""
    wards = [*Ward.objects.values_list("code", flat=True), NO_WARD]
    needs = Need.objects.in_bulk(field_name="code")
    return counting.shown_together({need.name: [_name(code, ward) for ward in wards] for code, need in needs.items()})
