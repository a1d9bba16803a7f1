"""What the team tells the network. It stands on the champions' page, and in the next monthly letter."""

from datetime import date

from django.db import transaction

from champions.models import TeamUpdate
from common import audit


@transaction.atomic
def tell_the_network(*, kind: str, title: str, text: str, until: date, link: str = "", by) -> TeamUpdate:
    """Every champion reads it from now on, up to its last day."""
    update = TeamUpdate.objects.create(kind=kind, title=title, text=text, until=until, link=link, written_by=by)
    audit.record("network told", actor=by, thing=update)
    return update


@transaction.atomic
def take_back_update(*, update: TeamUpdate, by) -> None:
    """It was wrong, or is over. Letters that went out stay as they are."""
    audit.record("update taken back", actor=by, thing=update)
    update.delete()
