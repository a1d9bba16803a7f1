"""Somebody asks what we know about them, or asks us to forget it (UK GDPR, articles 15 and 17)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts.models import User
from common import audit
from common.models import Erasure
from common.rights import Facts, Source, all_sources


@dataclass(frozen=True)
class Found:
    """What one source holds about somebody."""

    source: Source
    facts: list[Facts]


def look_up(contact: str) -> list[Found]:
    """Everything that we hold about whoever is known by `contact`. Sources that hold nothing are left out."""
    found = [Found(source, source.find(contact)) for source in all_sources()]
    return [one for one in found if one.facts]


def file_of(*, contact: str, by: User) -> dict[str, list[Facts]]:
    """Their own file: what each source holds, by its name. What would tell about others is not in it."""
    audit.record("file about a person made", actor=by, reason=fingerprint(contact))
    return {one.source.what: one.facts for one in look_up(contact) if not one.source.is_withheld}


@transaction.atomic
def erase(*, contact: str, by: User | None) -> Erasure:
    """Take them out of everything that may be erased. Gives the certificate, which does not say who it was."""
    found = look_up(contact)
    lines = [
        {
            "what": one.source.what,
            "found": len(one.facts),
            "changed": one.source.erase(contact),
            "stays": one.source.stays,
        }
        for one in found
    ]
    # The others may have written to them a last time.
    mail = next(source for source in all_sources() if source.slug == "mail")
    mail.erase(contact)
    erasure = Erasure.objects.create(fingerprint=fingerprint(contact), by=by, lines=lines)
    audit.record("person erased", actor=by, thing=erasure)
    return erasure


def forget_again(codes: set[str]) -> int:
    """Erase everybody whose fingerprint is in `codes`, and who is known here again. How many people that were."""
    known = {contact.lower() for source in all_sources() for contact in source.contacts() if contact}
    again = [contact for contact in known if fingerprint(contact) in codes]
    for contact in again:
        erase(contact=contact, by=None)
    return len(again)


def fingerprint(contact: str) -> str:
    """Who it was, for somebody who knows the contact and holds our secret: enough to prove it, not to read it."""
    return salted_hmac("common.rights", contact, algorithm="sha256").hexdigest()
