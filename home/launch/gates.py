"""What is still open before the launch, found by looking at what is there. Nothing here is ticked by hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from accounts.models import User
from accounts.roles import Role
from common.models import EmergencyContact, FrameWords, KeyMessage, Postcode, SafeguardingText
from common.retention.running import standings
from conversations.models import BoroughFigure
from home.models import AccessibilityStatementPage, ComplaintPage, PrivacyPage, SafetyPage
from services_directory.models import ServicePage

# A name that nobody can own: addresses that were never filled in end so.
NOT_REAL = (".example", "localhost", "example.org", "example.com")
# Two administrators, because one may be ill. The others decide what a colleague did, or stand in at night.
NEEDED = {
    Role.ADMIN: 2,
    Role.COMMS: 1,
    Role.PUBLISHER: 1,
    Role.SENSITIVE: 1,
    Role.DIRECTORY: 1,
    Role.COORDINATOR: 1,
    Role.REDACTOR: 1,
    Role.SAFEGUARDING: 1,
    Role.DEPUTY: 1,
    Role.DPO: 1,
}


@dataclass(frozen=True)
class Gate:
    """One thing to look at: what it is, what is open (one line each), and where it is mended."""

    title: str
    why: str
    find: Callable[[], list[str]]
    where: str = ""

    @property
    def address(self) -> str:
        return reverse(self.where) if self.where else ""


def numbers_to_ring() -> list[str]:
    return [str(contact) for contact in EmergencyContact.objects.filter(checked_on=None)]


def frame_not_translated() -> list[str]:
    """Languages in which there is a page about safety, and still English words around it."""
    agreed = FrameWords.objects.live().values("language")
    pages = SafetyPage.objects.live().exclude(locale__language_code__in=agreed)
    return [page.locale.get_display_name() for page in pages.select_related("locale") if not page.locale.is_default]


def safeguarding_texts() -> list[str]:
    return [text.name for text in SafeguardingText.objects.filter(agreed_on=None)]


def services_not_checked() -> list[str]:
    return [service.title for service in ServicePage.objects.live().filter(demo=False, checked_on=None)]


def demo_content() -> list[str]:
    accounts = User.objects.filter(email__endswith="@demo.example", is_active=True).values_list("email", flat=True)
    return [*ServicePage.objects.filter(demo=True).values_list("title", flat=True), *accounts]


def words_not_approved() -> list[str]:
    return [message.name for message in KeyMessage.objects.filter(wording="")]


def placeholders() -> list[str]:
    pages = Page.objects.live().filter(title__icontains="placeholder").select_related("locale")
    return [f"{page.title} ({page.locale})" for page in pages]


def legal_pages() -> list[str]:
    open_ones = []
    if not PrivacyPage.objects.live().filter(agreed=True).exists():
        open_ones.append("Privacy: the data protection officer has not agreed it")
    if not ComplaintPage.objects.live().exclude(contact="").exists():
        open_ones.append("Complaints about personal data: it does not say where they go")
    if not AccessibilityStatementPage.objects.live().exclude(contact="").exists():
        open_ones.append("Accessibility statement: it does not say whom to tell")
    return open_ones


def waiting_for_a_yes() -> list[str]:
    states = WorkflowState.objects.active().select_related("content_type")
    return [str(state.content_object) for state in states]


def periods_not_decided() -> list[str]:
    return [one.rule.what for one in standings() if one.rule.days and not one.in_force]


def people_missing() -> list[str]:
    missing = []
    for role, least in NEEDED.items():
        there = User.objects.filter(groups__name=role, is_active=True).count()
        if there < least:
            missing.append(f"{role.label}: {there} of {least}")
    return missing


def facts_missing() -> list[str]:
    missing = []
    if not Postcode.objects.exists():
        missing.append("The table of postcodes (load_postcodes): without it there are no distances")
    if not BoroughFigure.objects.exists():
        missing.append("Population figures (load_borough_figures): without them nobody sees whom we have not heard")
    return missing


def _without_port(value: str) -> str:
    return re.sub(r":\d+$", "", value.rstrip(">/"))


def settings_not_real() -> list[str]:
    given = {
        "BASE_URL": settings.WAGTAILADMIN_BASE_URL,
        "DEFAULT_FROM_EMAIL": settings.DEFAULT_FROM_EMAIL,
        "REPLY_TO_EMAIL": settings.REPLY_TO_EMAIL,
        "SECURITY_EMAIL": settings.SECURITY_EMAIL,
    }
    unreal = [f"{name} is {value}" for name, value in given.items() if _without_port(value).endswith(NOT_REAL)]
    empty = {
        "ANTIVIRUS_ADDRESS": "files that people send are not looked at for viruses",
        "METRICS_TOKEN": "nobody can watch how it is doing",
        "SENTRY_DSN": "nobody hears of errors",
    }
    return unreal + [f"{name} is empty: {what}" for name, what in empty.items() if not getattr(settings, name)]


GATES = [
    Gate("Demo content", "No resident may take it for real.", demo_content),
    Gate("Numbers to ring", "Somebody rings each of them and writes down the day.", numbers_to_ring),
    Gate("Words around every page", "The way out and the numbers, in that language.", frame_not_translated),
    Gate("Safeguarding texts", "What people do who hear that somebody is not safe.", safeguarding_texts),
    Gate("Services that nobody has checked", "A wrong entry sends somebody to a closed door.", services_not_checked),
    Gate("Legal pages", "The law says what has to stand there.", legal_pages),
    Gate("How long things are kept", "The data protection officer decides it.", periods_not_decided, "retention"),
    Gate("People", "Some things need two people, and some need somebody at night.", people_missing, "access_review"),
    Gate("Waiting for a yes", "Pages that somebody wrote and nobody has decided.", waiting_for_a_yes),
    Gate("Words of the campaign", "The official words of the five messages.", words_not_approved),
    Gate("Placeholders", "Pages that say they are not written yet.", placeholders),
    Gate("Facts", "Tables that come from outside.", facts_missing),
    Gate("Settings", "Whoever looks after the machines sets these.", settings_not_real),
]  # fmt: skip
