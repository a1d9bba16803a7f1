"""The monthly letter to champions: what changed in the directory that they send people to."""

from datetime import datetime

from django.db import transaction

from champions import emails
from champions.models import Champion, TeamUpdate
from common.models import Need
from services_directory.choices import Coverage
from services_directory.news import Change, changes


@transaction.atomic
def choose_news(*, champion: Champion, wanted: bool, needs: list[Need]) -> None:
    """What a champion wants to hear about: everything near them, or what helps with these needs."""
    champion.wants_news = wanted
    champion.save(update_fields=["wants_news"])
    champion.follows.set(needs)


def stop_news(*, champion: Champion) -> None:
    """By the link in the letter. A second time is harmless."""
    Champion.objects.filter(pk=champion.pk).update(wants_news=False)


def send_news(*, since: datetime, until: datetime) -> int:
    """Write to every active champion who wants news what changed from `since` on, before `until`; how many got one.

    Nothing changed for somebody, and the team has nothing to tell: no letter. Twice for the same month is once.
    """
    found = changes(since, until)
    told = list(TeamUpdate.objects.current().filter(created__gte=since))
    written = 0
    for champion in Champion.objects.active().filter(wants_news=True).select_related("user", "ward"):
        theirs = for_champion(champion, found)
        if theirs or told:
            emails.news(champion, changes=theirs, updates=told, month=since)
            written += 1
    return written


def for_champion(champion: Champion, found: list[Change]) -> list[Change]:
    """What of it concerns them: the needs that they follow, all if none; and their ward or the whole borough."""
    follows = set(champion.follows.values_list("pk", flat=True))

    def concerns(change: Change) -> bool:
        needs = {need.pk for need in change.service.needs.all()}
        near = (
            champion.ward is None
            or change.service.coverage != Coverage.WARDS
            or champion.ward.pk in {ward.pk for ward in change.service.wards.all()}
        )
        return near and (not follows or bool(follows & needs))

    return [change for change in found if concerns(change)]
