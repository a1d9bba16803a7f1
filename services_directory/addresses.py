"""Addresses of the directory. They stay in the history of a shared phone, so they carry numbers and never a topic."""

from django.http import QueryDict
from django.urls import reverse

from common.models import Need


def support_for(need: Need) -> str:
    """The list of what helps in one situation: other parts of the site link to it by this."""
    return f"{reverse('services_directory:find_support')}?need={need.pk}"


def without_topics(query: QueryDict, needs: list[Need]) -> QueryDict | None:
    """The same query with each need's code changed to its number, or nothing if it names no code.

    `?need=<code>` works from a poster or an old link, but must not stay in the address bar.
    """
    numbers = {need.code: str(need.pk) for need in needs}
    if not any(value in numbers for value in query.getlist("need")):
        return None
    neutral = query.copy()
    neutral.setlist("need", [numbers.get(value, value) for value in query.getlist("need")])
    return neutral
