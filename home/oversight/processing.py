"""The record of processing that Article 30 of the UK GDPR asks for. A draft until the officer has agreed it.

How long each thing is kept is not written here: it is read from the rules that the clock carries out.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from accounts.doors import SignedInRequest, for_roles
from accounts.roles import Role
from common.retention.running import Standing, standings

TASK = "A public task: to prevent crime and violence (Crime and Disorder Act 1998, section 6)"
BELONGING = "They asked to belong, and can leave at any time"
DUTY = "A legal duty"
HEALTH = "Health or beliefs, perhaps: substantial public interest (Data Protection Act 2018, Schedule 1)"


@dataclass(frozen=True)
class Activity:
    """One thing that we do with people's data. `rules` are the slugs of the retention rules that end it."""

    what: str
    whose: str
    data: str
    basis: str
    shared: str
    rules: tuple[str, ...]


# fmt: off
ACTIVITIES = [
    Activity("Workshop bookings", "People who come to workshops", "Name, one contact, how many come, how they describe "
             "themselves, whether they came", TASK, "The team that runs the workshop", ("bookings",)),
    Activity("What people need on the day", "People who come to workshops", f"Access, food, an interpreter. {HEALTH}",
             TASK, "The team that runs the workshop", ("needs",)),
    Activity("The network of champions", "Champions", "Name, contact, ward, languages, promise", BELONGING,
             "Nobody outside", ("champions", "questions")),
    Activity("Checks for roles", "Volunteers and trainers", "Level of DBS check that the role needs, that it was seen, "
             "and when. Never what stands in it", f"{DUTY}; criminal offence data (Article 10)", "The coordinator",
             ("checks",)),
    Activity("Asking for a workshop or a conversation", "Residents", "Name, contact, where, what for", TASK,
             "The coordinator", ("wishes", "requests")),
    Activity("Conversations", "People who took part, without their names", "What was said, the ward, ages in bands. "
             f"{HEALTH}", TASK, "Analysts; the public sees themes and safe numbers", ("notes", "photos")),
    Activity("Safety pointers", "Somebody who may not be safe", "That a lead was rung, when, and by whom. No names and "
             "no stories", DUTY, "The safeguarding lead and deputy", ("pointers",)),
    Activity("Entries of services", "People who work for services", "Work contacts", TASK, "Everybody: it is published",
             ("proposals", "tasks")),
    Activity("News for those who asked", "Residents", "An email address", "Consent, which they can take back",
             "Nobody", ("followers",)),
    Activity("Complaints about personal data", "Whoever complains", "Name, contact, the complaint", DUTY,
             "The data protection officer", ("complaints",)),
    Activity("Accounts of staff and volunteers", "Staff, volunteers, providers", "Email address, roles, second step, "
             "what they opened and when", "A public task, and to keep it safe", "Nobody outside", ("log",)),
    Activity("Mail and text messages", "Everybody above", "Address and words, until they are sent", TASK,
             "The mail service; GOV.UK Notify for text messages, where it is set up", ("mail",)),
]
# fmt: on


@for_roles(Role.DPO, Role.ADMIN)
def processing(request: SignedInRequest) -> HttpResponse:
    found = {one.rule.slug: one for one in standings()}
    rows: list[tuple[Activity, list[Standing]]] = [(one, [found[slug] for slug in one.rules]) for one in ACTIVITIES]
    return render(request, "home/processing.html", {"rows": rows})
