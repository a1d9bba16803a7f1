"""Services that were drawn a moment ago, so that the next list need not read them again.

To read twenty services takes a fifth of the time of a list, and lists show the same few again and again. Whether each
may be seen, and whether it or its provider has changed since, is asked every time: nothing old is ever drawn.
"""

from datetime import datetime

from services_directory.models import ServicePage
from services_directory.models.service_query import ServicePageQuerySet

# A few pages of the list; a process keeps no more, however large the directory is.
MOST = 500

Stamp = tuple[datetime, datetime | None]
_at_hand: dict[int, tuple[Stamp, ServicePage]] = {}


def ready_for_cards(services: ServicePageQuerySet, keys: list[int]) -> dict[int, ServicePage]:
    """Those of `services` with these keys, ready to be drawn as cards. One query, and two more for what is new.

    They are shared: draw them, and change nothing.
    """
    asked = services.filter(pk__in=keys).values_list("pk", "last_modified", "organisation__last_modified")
    stamps: dict[int, Stamp] = {key: (service, provider) for key, service, provider in asked}
    there = {key: _at_hand[key] for key in stamps if key in _at_hand}
    found = {key: service for key, (stamp, service) in there.items() if stamp == stamps[key]}
    new = ServicePage.objects.for_cards().in_bulk([key for key in stamps if key not in found])
    if len(_at_hand) + len(new) > MOST:
        _at_hand.clear()
    _at_hand.update({key: (stamps[key], service) for key, service in new.items()})
    return found | new
