"""What this app and the ground below it hold about a person: the account, and mail."""

from django.db.models import Q

from accounts.leaving import erase_account
from accounts.models import User
from common.models import AuditEntry, DataComplaint, OutboxMessage
from common.rights import Facts, Source


def account_of(contact: str) -> User | None:
    """Whoever signs in with this address."""
    return User.objects.filter(email__iexact=contact).first()


def _account(contact: str) -> list[Facts]:
    user = account_of(contact)
    if user is None:
        return []
    return [{
        "Name": user.get_full_name(), "Email": user.email, "Since": f"{user.date_joined:%-d %B %Y}",
        "Last signed in": f"{user.last_login:%-d %B %Y}" if user.last_login else "Never",
        "Staff roles": ", ".join(sorted(user.groups.values_list("name", flat=True))) or "None",
    }]  # fmt: skip


def _erase_account(contact: str) -> int:
    """Staff accounts are closed by the administrator, when the person leaves."""
    user = account_of(contact)
    if user is None or user.groups.exists() or user.is_superuser:
        return 0
    erase_account(user)
    return 1


def _log(contact: str) -> list[Facts]:
    user = account_of(contact)
    lines = AuditEntry.objects.filter(actor=user) if user else AuditEntry.objects.none()
    return [{"When": f"{line.at:%-d %B %Y, %H:%M}", "What": line.action} for line in lines]


def _messages(contact: str):
    return OutboxMessage.objects.filter(to__iexact=contact)


def _mail(contact: str) -> list[Facts]:
    return [
        {"When": f"{message.created:%-d %B %Y}", "Subject": message.subject, "State": message.get_state_display()}
        for message in _messages(contact)
    ]


def _erase_mail(contact: str) -> int:
    """What waits is dropped. The rows stay without address and words, so that no mail is written again."""
    mine = _messages(contact)
    mine.filter(state=OutboxMessage.State.QUEUED).update(state=OutboxMessage.State.DROPPED)
    return mine.filter(~Q(to="")).update(to="", subject="", text="", html="", attachments=[])


def _complaints(contact: str) -> list[Facts]:
    mine = DataComplaint.objects.filter(email__iexact=contact)
    return [{"Reference": one.reference, "What went wrong": one.words, "What came of it": one.outcome} for one in mine]


SOURCES = [
    Source(
        "account", "Account", _account, _erase_account,
        stays="The number of the account, because notes and the log point at it. A staff account is closed by the "
        "administrator when the person leaves.",
        contacts=lambda: User.objects.values_list("email", flat=True),
    ),
    Source(
        "log", "The log of what they did here", _log, lambda contact: 0,
        stays="The lines, with a number and no name, for two years: to answer for who opened what (public task).",
    ),
    Source(
        "complaints", "Complaints about personal data", _complaints,
        lambda contact: DataComplaint.objects.filter(email__iexact=contact).update(email=""),
        stays="The complaint and its answer, without an address: we have to show that we answered (legal duty).",
        contacts=lambda: DataComplaint.objects.exclude(email="").values_list("email", flat=True),
    ),
    Source(
        "mail", "Mail and text messages", _mail, _erase_mail,
        stays="That a message went out, without address and words.",
        contacts=lambda: OutboxMessage.objects.order_by().values_list("to", flat=True).distinct(),
    ),
]  # fmt: skip
