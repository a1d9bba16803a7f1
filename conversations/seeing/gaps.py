"""What people name and what the directory offers: a need that many speak of, and no service meets."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from conversations.models import Theme
from services_directory.models import ServicePage


@dataclass(frozen=True)
class Offer:
    """A theme, and each need that belongs to it with the number of services that help with it today."""

    theme: Theme
    needs: list[tuple[str, int]]

    @property
    def is_linked(self) -> bool:
        return bool(self.needs)

    @property
    def is_met(self) -> bool:
        return any(number for _, number in self.needs)


def offers() -> list[Offer]:
    """The themes that most conversations had come first. Three queries."""
    links = ServicePage.needs.through.objects.filter(servicepage__in=ServicePage.objects.published().values("pk"))
    services = dict(links.order_by().values_list("need").annotate(Count("servicepage", distinct=True)))
    themes = Theme.objects.said().in_use().with_conversations_counted().prefetch_related("needs")
    return [
        Offer(theme, [(need.name, services.get(need.pk, 0)) for need in theme.needs.all()])
        for theme in themes.order_by("-conversation_count", "order")
    ]


def offers_as_lines(found: list[Offer]) -> Iterator[list[str]]:
    """Theme, in how many conversations as it may be shown, need, and how many services help with it today."""
    yield ["Theme", "Conversations", "Need", "Services"]
    for one in found:
        needs = [(need, str(number)) for need, number in one.needs] or [("not linked to a need yet", "")]
        for need, services in needs:
            yield [one.theme.name, str(one.theme.heard), need, services]
