"""What people are told by mail. Called inside the transaction of the thing they tell about."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from common import outbox
from services_directory.models import Contact, Delivery, Proposal, ProviderAccount, ServicePage, Subscriber


def still_right(service: ServicePage, contact: Contact, token: str, lasts: timedelta) -> None:
    """Is your entry still right? Once for each round of checking, with a link that needs no account."""
    outbox.queue(
        "services_directory/emails/still_right",
        key=f"{service.pk}:{contact.uuid}:{service.check_due_on}",
        to=contact.email,
        context={"service": service, "contact": contact, "token": token, "days": lasts.days},
        secret=True,
        expires_at=timezone.now() + lasts,
    )


def crisis_lines_overdue(person: User, others: list[User], services: list[ServicePage], today: date) -> None:
    """Crisis lines that nobody has checked, once a day, with the name of the other person who is told."""
    context = {"services": services, "others": others}
    outbox.queue(
        "services_directory/emails/crisis_overdue", key=f"{person.pk}:{today}", to=person.email, context=context
    )


def many_are_leaving(person: User, number: int, today: date) -> None:
    """So many entries would leave at once that we stopped it. Once a day."""
    _once_a_day("many_leaving", person, today, {"number": number})


def _once_a_day(template: str, person: User, today: date, context: dict) -> None:
    key = f"{person.pk}:{today}"
    outbox.queue(f"services_directory/emails/{template}", key=key, to=person.email, context=context)


def partner_is_paused(person: User, subscriber: Subscriber, delivery: Delivery) -> None:
    """A partner's server does not answer, so we have stopped telling it. Once for each message that failed."""
    outbox.queue(
        "services_directory/emails/partner_paused", key=f"{person.pk}:{delivery.pk}", to=person.email,
        context={"partner": subscriber, "tries": delivery.attempts, "since": delivery.created},
    )  # fmt: skip


def proposal_taken(proposal: Proposal, to: str) -> None:
    """What a provider sent is on the site, all of it or a part."""
    left = [name for name in proposal.facts if name not in proposal.taken]
    _about_proposal("proposal_taken", proposal, to, {"left": left})


def proposal_returned(proposal: Proposal, to: str) -> None:
    """The directory team has a question, so nothing has changed."""
    _about_proposal("proposal_returned", proposal, to, {})


def _about_proposal(template: str, proposal: Proposal, to: str, context: dict) -> None:
    # Whoever was written to may have left; then there is nobody to tell.
    if to:
        context |= {"proposal": proposal, "service": proposal.service}
        outbox.queue(f"services_directory/emails/{template}", key=str(proposal.pk), to=to, context=context)


def let_in(account: ProviderAccount) -> None:
    """Somebody may edit the entries of an organisation from now on."""
    outbox.queue(
        "services_directory/emails/let_in", key=str(account.pk), to=account.user.email, context={"account": account}
    )
