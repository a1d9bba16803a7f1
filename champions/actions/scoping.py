"""A wish for a workshop somewhere: asked, looked into, scheduled. The person who asked hears of each step."""

from django.db import transaction

from champions import emails
from champions.choices import ScopingState
from champions.models import PlaceScoping
from common import audit


@transaction.atomic
def ask_for_workshop(*, key: str, name: str, email: str, place: str, ward=None, why: str = "") -> PlaceScoping:
    """Note the wish and mail the way to follow it. `key` names the form: sent twice, it is asked once."""
    scoping, created = PlaceScoping.objects.get_or_create(
        form_key=key, defaults={"name": name, "email": email, "place": place, "ward": ward, "why": why}
    )
    if created:
        emails.asked(scoping)
    return scoping


@transaction.atomic
def look_into(*, scoping: PlaceScoping, by, **fields) -> PlaceScoping:
    """Keep what was found out. The person who asked gets a mail if what they can see has changed.

    A workshop makes the wish scheduled, whatever else was chosen.
    """
    seen = (scoping.state, scoping.answer, scoping.workshop_id)
    for name, value in fields.items():
        setattr(scoping, name, value)
    if scoping.workshop:
        scoping.state = ScopingState.SCHEDULED
    scoping.owner = by
    has_news = seen != (scoping.state, scoping.answer, scoping.workshop_id)
    scoping.version += has_news
    scoping.save()
    if has_news:
        emails.asked(scoping)
    audit.record("place looked into", actor=by, thing=scoping)
    return scoping
