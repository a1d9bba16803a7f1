"""Keeping the directory true: what readers and providers tell us, and what the clock finds.

Every write of this loop is here. A reader's report holds a choice and no words, so it can hold nothing about anybody.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common.models import Need
from common.sealed import SealBroken, seal, unseal
from services_directory import emails
from services_directory.choices import TaskKind
from services_directory.models import Contact, ServicePage, Task
from services_directory.revising import change_live

PURPOSE = "still-right"
LINK_LASTS = timedelta(days=60)
REMIND_BEFORE = timedelta(days=14)
DAYS_TO_DO = 7
# Before an entry leaves the site there is this long to stop it.
LOOK_AHEAD = timedelta(days=7)
# More than this part of the directory leaving within a week is a fault of ours and not of the services.
MASS = 0.2
MASS_AT_LEAST = 5
# The longest that the daily command may have failed without anybody noticing.
CLOCK_STOOD_STILL = timedelta(days=30)
EVER = date(2000, 1, 1)


class LinkUsed(Exception):
    """The entry was checked since the link was made."""


@transaction.atomic
def report(*, service: ServicePage, kind: str) -> Task:
    """Make a task of what a reader or the clock found, or count it on the one that is open already."""
    if Task.objects.open().filter(service=service, kind=kind).update(times=F("times") + 1):
        return Task.objects.open().get(service=service, kind=kind)
    days = 1 if service.crisis else DAYS_TO_DO
    due = timezone.localdate() + timedelta(days=days)
    try:
        with transaction.atomic():
            return Task.objects.create(service=service, kind=kind, owner=_whose_turn(), due_on=due)
    except IntegrityError:
        return Task.objects.open().get(service=service, kind=kind)


def _whose_turn() -> User | None:
    """The directory officer with the fewest open tasks."""
    officers = _people(Role.DIRECTORY)
    tasks = dict(Task.objects.open().exclude(owner=None).order_by().values_list("owner").annotate(Count("pk")))
    return min(officers, key=lambda officer: tasks.get(officer.pk, 0), default=None)


def _people(*roles: Role) -> list[User]:
    return list(User.objects.filter(is_active=True, groups__name__in=roles).distinct().order_by("pk"))


def link_for(service: ServicePage, contact: Contact | None = None) -> str:
    """The sealed part of a provider's link: for this round of checking, and whom we wrote to."""
    return seal([service.pk, str(service.check_due_on), str(contact.uuid) if contact else ""], purpose=PURPOSE)


def contact_behind(token: str) -> str | None:
    """The id of the contact to whom a link went, if it says so. Call after `service_behind`."""
    return unseal(token, purpose=PURPOSE)[2] or None


def service_behind(token: str) -> ServicePage:
    """The entry of a provider's link. Raises SealBroken when it is wrong or old, LinkUsed when it did its work."""
    key, due, _ = unseal(token, purpose=PURPOSE, max_age=int(LINK_LASTS.total_seconds()))
    service = ServicePage.objects.filter(pk=key, live=True).first()
    if service is None:
        raise SealBroken
    if str(service.check_due_on) != due:
        raise LinkUsed
    return service


@transaction.atomic
def confirm_still_right(*, token: str) -> ServicePage:
    """The provider says by their link that all is right. A second press, or a second tab, changes nothing."""
    key = service_behind(token).pk
    ServicePage.objects.select_for_update(of=("self",)).get(pk=key)
    return _checked(service_behind(token))


@transaction.atomic
def confirm_by_account(*, service: ServicePage, by: User) -> ServicePage:
    """The provider says on their own pages that all is right: checked today."""
    return _checked(ServicePage.objects.select_for_update(of=("self",)).get(pk=service.pk), by)


def _checked(service: ServicePage, by: User | None = None) -> ServicePage:
    service = change_live(service, _set_checked_today, user=by)
    Task.objects.open().filter(service=service, kind=TaskKind.OVERDUE).update(done_on=timezone.localdate())
    return service


def _set_checked_today(page: ServicePage) -> None:
    page.checked_on, page.checked_by = timezone.localdate(), "the service itself"
    page.set_check_dates()


def remind_providers(*, today: date) -> int:
    """Write to the contact of every entry that is to be checked soon, once for each round. Gives how many."""
    due = ServicePage.objects.filter(live=True, check_due_on__lte=today + REMIND_BEFORE)
    number = 0
    for service in due.prefetch_related("contacts"):
        for contact in service.contacts.all():
            if contact.gets_reminders and contact.email:
                emails.still_right(service, contact, link_for(service, contact), LINK_LASTS)
                number += 1
    return number


def raise_overdue(*, today: date) -> int:
    """A task for every entry that nobody has checked in time. Gives how many are new."""
    asked = Task.objects.open().filter(kind=TaskKind.OVERDUE).values("service")
    late = ServicePage.objects.filter(live=True, check_due_on__lt=today).exclude(pk__in=asked)
    for service in late:
        report(service=service, kind=TaskKind.OVERDUE)
    return len(late)


def escalate_crisis_lines(*, today: date) -> int:
    """Tell two people, every day, about crisis lines that are overdue. They are never hidden. Gives how many lines."""
    late = list(ServicePage.objects.filter(live=True, crisis=True, check_due_on__lt=today).order_by("check_due_on"))
    if late:
        two = who_answers_for_crisis_lines()
        for person in two:
            emails.crisis_lines_overdue(person, [other for other in two if other != person], late, today)
    return len(late)


def who_answers_for_crisis_lines() -> list[User]:
    """Two people: a directory officer and the safeguarding lead; where one is missing, whoever stands next to them."""
    officers, others = _people(Role.DIRECTORY), _people(Role.SAFEGUARDING, Role.DEPUTY)
    return list(dict.fromkeys([*officers[:1], *others, *officers, *_people(Role.ADMIN)]))[:2]


@transaction.atomic
def keep_from_emptying(*, today: date) -> list[ServicePage]:
    """Stop what must not leave the site, and say so: the last service for a need, and a whole part of the directory.

    Both stay, marked "We have not been able to check this since…", and become tasks. Gives what was kept.
    """
    staying = ServicePage.objects.published(today + LOOK_AHEAD)
    # Those that left while the clock stood still come back too.
    leaving = list(ServicePage.objects.published(EVER).exclude(pk__in=staying.values("pk")))
    left_lately = [service for service in leaving if service.hidden_from > today - CLOCK_STOOD_STILL]
    if len(left_lately) >= MASS_AT_LEAST and len(left_lately) > MASS * (staying.count() + len(left_lately)):
        kept = left_lately
        for person in _people(Role.DIRECTORY, Role.ADMIN):
            emails.many_are_leaving(person, len(left_lately), today)
    else:
        helped = set(Need.objects.filter(services__in=staying).values_list("pk", flat=True))
        kept = [service for service in leaving if {need.pk for need in service.needs.all()} - helped]
    for service in kept:
        report(service=service, kind=TaskKind.MUST_STAY)
    keys = Q(pk__in=[service.pk for service in kept])
    ServicePage.objects.filter(keys).update(hidden_from=today + 2 * LOOK_AHEAD)
    return kept
