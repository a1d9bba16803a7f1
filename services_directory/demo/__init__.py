"""The demo directory: the partnership's own programmes and the national lines that stand behind them.

Every entry says that it is a demo entry and that nobody has checked it. Facts stand here only where a stored copy of
the service's own page or common knowledge gives them; what is not known stays empty and reads "Not known: ask first".
The entries are in `entries/`, one file per domain, by slug. Each programme of the partnership's papers is there under
the name it has now, with the documents' spelling among its other names. Left out, as the research says: the county
lines case study (held) and a supplier of 2018 (historic).

`postcodes.csv` is made: three postcodes that nobody has for each district, around its rough middle, in the form of the
ONS list. It shows how distances work until somebody loads the real list.
"""

import tomllib
from datetime import time
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from accounts import demo as accounts_demo
from accounts.models import User
from common import postcodes
from common.models import Domain, EcologicalLevel, KeyMessage, Need, Postcode, Ward
from services_directory import start
from services_directory.choices import LocationType, Weekday
from services_directory.demo.organisations import ORGANISATIONS
from services_directory.models import (
    Audience,
    Location,
    Organisation,
    Phone,
    ProviderAccount,
    Schedule,
    ServiceAtLocation,
    ServiceIndexPage,
    ServicePage,
)

# The organisation whose entries the demo's provider keeps.
PROVIDED = "For Jimmy"
# What the services themselves publish: hours that need no telling apart.
DAY_AND_NIGHT = "Day and night, every day"

# Fields of an entry that name words of the vocabulary by their codes.
_MANY = {"needs": Need, "audiences": Audience, "key_messages": KeyMessage}
_ONE = {"domain": Domain, "level": EcologicalLevel}


@transaction.atomic
def load(root: Page) -> None:
    """Put the directory under `root`, the home page. Running it again changes nothing that is there."""
    start.load()
    for name, facts in ORGANISATIONS.items():
        Organisation.objects.get_or_create(name=name, defaults=facts)
    index = start.index(root)
    if not Postcode.objects.exists():
        with (Path(__file__).parent / "postcodes.csv").open() as made:
            postcodes.load(made)
    words = {name: {word.code: word for word in model.objects.all()} for name, model in {**_MANY, **_ONE}.items()}
    there = set(ServicePage.objects.values_list("slug", flat=True))
    for slug, facts in entries().items():
        if slug not in there:
            _add(index, slug, facts, words)
    if provider := User.objects.filter(email=accounts_demo.address("provider")).first():
        ProviderAccount.objects.get_or_create(user=provider, organisation=Organisation.objects.get(name=PROVIDED))


def entries() -> dict[str, dict]:
    """Every entry by slug. A local file is named after its domain."""
    found = {}
    for path in sorted((Path(__file__).parent / "entries").glob("*.toml")):
        domain = path.stem.replace("_", "-")
        for slug, facts in tomllib.loads(path.read_text()).items():
            found[slug] = {"domain": domain, **facts}
    return found


def _add(index: ServiceIndexPage, slug: str, facts: dict, words: dict[str, dict]) -> None:
    phones = [Phone(**phone) for phone in facts.pop("phones", [])]
    alternate_names = "\n".join(facts.pop("alternate_names", []))
    many = {name: [words[name][code] for code in facts.pop(name, [])] for name in _MANY}
    one = {name: words[name].get(facts.pop(name, "")) for name in _ONE}
    provider = Organisation.objects.get(name=facts.pop("provider")) if "provider" in facts else None
    doors = [_door(**door) for door in facts.pop("places", [])]
    now = timezone.now()
    service = ServicePage(
        slug=slug,
        organisation=provider,
        alternate_names=alternate_names,
        demo=True,
        first_published_at=now,
        last_published_at=now,
        **one,
        **facts,
    )
    service.phones.set(phones)
    if service.hours == DAY_AND_NIGHT:
        service.schedules.set([Schedule(weekday=day, opens_at=time(0), closes_at=time(0)) for day in Weekday.values])
    if service.online and service.website:
        doors.append(_online(service))
    service.places.set([ServiceAtLocation(location=door) for door in doors])
    for name, chosen in many.items():
        setattr(service, name, chosen)
    index.add_child(instance=service)


def _door(name: str, ward: str, **facts) -> Location:
    """A place to walk into. Its name says that it is made up: the papers name no address of a door."""
    return Location.objects.get_or_create(name=name, defaults={"ward": Ward.objects.get(code=ward), **facts})[0]


def _online(service: ServicePage) -> Location:
    """The place of a service that people reach online."""
    nowhere = dict.fromkeys(("city", "state_province", "country"), "")
    facts = {"location_type": LocationType.VIRTUAL, "url": service.website, **nowhere}
    return Location.objects.get_or_create(name=f"{service.title}, online", defaults=facts)[0]
