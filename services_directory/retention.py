"""How long what belongs to the directory is kept. A proposal may hold the address of a contact."""

from datetime import datetime

from common.retention import Rule
from services_directory.interchange import sent_files
from services_directory.models import Delivery, EmptySearch, FeedFile, Proposal, Task


def _old_searches(until: datetime):
    return EmptySearch.objects.filter(week__lt=until.date())


def _done_tasks(until: datetime):
    return Task.objects.filter(done_on__lt=until.date())


def _arrived(until: datetime):
    return Delivery.objects.exclude(state=Delivery.State.QUEUED).filter(created__lt=until)


def _decided_proposals(until: datetime):
    return Proposal.objects.decided().filter(decided_at__lt=until)


RULES = [
    Rule(
        "service-files", "Files of services that an officer sent", "To store them when they are right", 7,
        promised=True, due=lambda until: FeedFile.objects.filter(sent_at__lt=until).count(),
        forget=lambda until: sent_files.forget(until=until),
    ),
    Rule(
        "partners-told", "Which ids a partner was told, once it is over", "To see that partners are told", 90,
        due=lambda until: _arrived(until).count(), forget=lambda until: _arrived(until).delete()[0],
    ),
    Rule(
        "proposals", "What a provider proposed to change, once it was decided", "To show what became of it", 365,
        promised=True,
        due=lambda until: _decided_proposals(until).count(),
        forget=lambda until: _decided_proposals(until).delete()[0],
    ),
    Rule(
        "searches", "How often a search found nothing, by week", "To see what help is missing; counts only", 730,
        due=lambda until: _old_searches(until).count(), forget=lambda until: _old_searches(until).delete()[0],
    ),
    Rule(
        "tasks", "What was put right in an entry, once it is done", "To show that it was", 365,
        due=lambda until: _done_tasks(until).count(), forget=lambda until: _done_tasks(until).delete()[0],
    ),
]  # fmt: skip
