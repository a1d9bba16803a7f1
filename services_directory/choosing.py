"""The choices beside the list: their neutral codes, and which of them a service answers. One rule in one place."""

from collections.abc import Iterator

from services_directory.choices import Cost, Coverage, Gender, PoliceInvolvement, Referral, StepFree
from services_directory.hours import OpeningHours

# A choice: its group and its code, such as ("age", "2").
Choice = tuple[str, str]

# Code → label, youngest, oldest. Bands of life as people here live it: primary, secondary, college, grown up.
AGE_BANDS = {
    "1": ("Under 11", 0, 10),
    "2": ("11 to 15", 11, 15),
    "3": ("16 to 17", 16, 17),
    "4": ("18 to 25", 18, 25),
    "5": ("26 to 64", 26, 64),
    "6": ("65 and over", 65, 120),
}
OPEN_NOW: Choice = ("when", "1")
WHEN = {
    "1": "Open now",
    "2": "In the evening, after 6pm",
    "3": "At the weekend",
}
HOW = {
    "1": "It is free",
    "2": "No referral: drop in, or get in touch yourself",
    "3": "Online or by phone",
    "4": "Step-free",
    "5": "Women and girls only",
    "6": "The police are not part of it",
}
# Shown once we know a place. They order or narrow by distance, so `listing` answers them and no service does.
NEAREST, NOT_NEAR = "1", "2"
NEAR = {
    NEAREST: "Nearest first",
    NOT_NEAR: "Other places you can use, if you cannot go near there",
}
# Each of these is a demand of its own, so they narrow each other; choices of other groups widen theirs.
NARROWING = ("how",)

_HOW_RULES = {
    "1": lambda service: service.cost == Cost.FREE,
    "2": lambda service: service.referral == Referral.NONE or service.drop_in,
    "3": lambda service: service.online or service.by_phone,
    "4": lambda service: service.step_free == StepFree.YES,
    "5": lambda service: service.gender == Gender.WOMEN,
    "6": lambda service: service.police_involvement == PoliceInvolvement.NONE,
}


def choices_of(service, hours: OpeningHours) -> Iterator[Choice]:
    """Every choice that `service` answers, but for "open now", which depends on the moment."""
    yield from (("need", str(need.pk)) for need in service.needs.all())
    yield from (("who", str(audience.pk)) for audience in service.audiences.all())
    yield from (("age", code) for code, band in AGE_BANDS.items() if _takes(service, *band[1:]))
    yield from (("how", code) for code, rule in _HOW_RULES.items() if rule(service))
    yield from (("language", language_code(language)) for language in service.spoken_languages.all())
    yield from (("area", str(ward.pk)) for ward in wards_of(service))
    if hours.in_the_evening:
        yield "when", "2"
    if hours.at_the_weekend:
        yield "when", "3"


def language_code(language) -> str:
    """The tag of a language, or its name where the record has no tag."""
    return (language.code or language.name).casefold()


def wards_of(service) -> list:
    """The wards that a service names: those it serves and, unless that is a secret, those where it is."""
    named = list(service.wards.all())
    if not service.location_is_confidential:
        named += [place.location.ward for place in service.places.all() if place.location.ward]
    return named


def serves_everywhere(service) -> bool:
    """Whether people of every ward may use it, in person, by phone or online: an area never hides it."""
    return service.coverage != Coverage.WARDS or service.online or service.by_phone


def _takes(service, youngest: int, oldest: int) -> bool:
    """Whether the ages overlap. A bound that is not known is open."""
    starts_in_time = service.minimum_age is None or service.minimum_age <= oldest
    return starts_in_time and (service.maximum_age is None or service.maximum_age >= youngest)
