"""Invented workshops, so that every page has something to show. All of it says that it is demo content."""

from datetime import datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from champions import actions
from champions.choices import (
    ContactAbout,
    Description,
    InitiativeKind,
    Kind,
    Police,
    RoleKind,
    RoleType,
    Setting,
    Shared,
    Topic,
)
from champions.models import AnswerCount, Booking, Champion, Initiative, Invitation, Venue, Workshop
from champions.promise import CURRENT_VERSION
from common.before_and_after import Answer, Moment, Statement
from common.models import Ward

TEAM = "Youth Justice Service and Crime Reduction Team"
SUMMARY = (
    "Four hours that leave you ready to talk with young people and families who are worried about violence, "
    "and to point them to the right help."
)
VENUES = {
    "catford": {"name": "Demo Hall", "area": "Catford, SE6", "step_free": True, "hearing_loop": True},
    "deptford": {"name": "Demo Community Centre", "area": "Deptford, SE8", "step_free": True},
    "downham": {"name": "Demo Sports Pavilion", "area": "Downham, BR1", "step_free": False},
}
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
# Slug, kind, venue, weeks from now and day of the week, start, places, groups that book, one after the other.
TO_COME = [
    ("demo-downham-full", Kind.LOCAL, "downham", (1, SATURDAY), time(10), 12, [5, 4, 3, 2, 1]),
    ("demo-catford-saturday", Kind.LOCAL, "catford", (2, SATURDAY), time(10), 30, [2, 1, 5, 1, 3, 4, 2, 5]),
    ("demo-deptford-evening", Kind.LOCAL, "deptford", (3, THURSDAY), time(17), 24, [1, 2]),
    ("demo-catford-practitioners", Kind.PRACTITIONER, "catford", (2, WEDNESDAY), time(9, 30), 30, [3, 5, 1]),
    ("demo-deptford-practitioners", Kind.PRACTITIONER, "deptford", (7, TUESDAY), time(13), 30, []),
    ("demo-leading-conversations", Kind.FACILITATOR, "catford", (8, SATURDAY), time(10), 15, [1, 1, 1, 1]),
]
OVER = [
    ("demo-catford-last-month", Kind.LOCAL, "catford", (-3, SATURDAY), time(10), 30, [1, 2, 1, 1, 4]),
    ("demo-catford-practitioners-past", Kind.PRACTITIONER, "catford", (-6, TUESDAY), time(13), 30, [4, 1, 5, 2, 3]),
    ("demo-facilitator-training", Kind.FACILITATOR, "deptford", (-9, SATURDAY), time(10), 15, [1, 1, 1]),
]
# What the demo trainer leads. The others wait for somebody.
LED = ["demo-downham-full", "demo-catford-saturday"]
# How many people gave each answer at a workshop of the past, to every statement alike: "Not at all" to "Fully".
SAID = {Moment.BEFORE: [2, 3, 4, 1, 0], Moment.AFTER: [0, 1, 3, 4, 2]}
# Begun an hour before the demo content was loaded, so that its trainer can mark who came.
RUNNING = ("demo-downham-now", Kind.LOCAL, "downham", 20, [1, 1, 2, 1, 3, 1])
POLICE = {"demo-catford-practitioners": Police.LEARNING, "demo-deptford-practitioners": Police.HELPING}
# The demo accounts that were at the workshops of the past.
PEOPLE_WHO_CAME = {Kind.LOCAL: ["champion"], Kind.FACILITATOR: ["facilitator", "trainer"]}
# What people have begun: invented, and says so.
BEGUN = [
    (InitiativeKind.STARTED, "Demo homework club", "Help with homework and a hot drink, for everybody under 18. "
     "This is demonstration content.", "Mondays and Wednesdays, 4pm to 6pm"),
    (InitiativeKind.VOLUNTEERING, "Demo walk home together", "Adults who walk beside young people from the bus stop "
     "after training. This is demonstration content.", "Weekdays in winter"),
    (InitiativeKind.SPACE, "Demo hall for groups", "A hall with a kitchen, free for groups of young people. "
     "This is demonstration content.", "Most evenings"),
]  # fmt: skip
WAITS = "Adults who read with children once a week. This is demonstration content."
TITLES = {
    Kind.LOCAL: "Community champions workshop",
    Kind.PRACTITIONER: "Workshop for practitioners",
    Kind.FACILITATOR: "Training to lead conversations",
}
DESCRIPTIONS = {
    Kind.LOCAL: Description.PARENT,
    Kind.PRACTITIONER: Description.YOUTH_WORKER,
    Kind.FACILITATOR: Description.HAS_ATTENDED,
}


@transaction.atomic
def load(root) -> None:
    """Put the demo workshops, bookings and dated roles in place, once. `root` is not used: none of this is a page."""
    venues = {code: _venue(**fields) for code, fields in VENUES.items()}
    for slug, kind, venue, day, begins, capacity, groups in TO_COME:
        if _is_new(slug):
            _book(_workshop(slug, kind, venues[venue], _moment(day, begins), capacity), groups)
    for slug, kind, venue, day, begins, capacity, groups in OVER:
        if _is_new(slug):
            workshop = _begun(slug, kind, venues[venue], _moment(day, begins), capacity, groups)
            _hold(workshop)
            _answer(workshop)
    slug, kind, venue, capacity, groups = RUNNING
    if _is_new(slug):
        an_hour_ago = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
        _begun(slug, kind, venues[venue], an_hour_ago, capacity, groups)
    _people()
    for workshop in Workshop.objects.filter(slug__in=LED, allocations=None):
        actions.allocate(workshop=workshop, leading=[_person("trainer")], by=None)
    _network()


def _is_new(slug: str) -> bool:
    return not Workshop.objects.filter(slug=slug).exists()


def _venue(**fields) -> Venue:
    area = fields["area"]
    venue, _ = Venue.objects.get_or_create(
        name=fields.pop("name"),
        defaults={
            **fields,
            "address": f"1 Invented Street\n{area}",
            "accessible_toilet": True,
            "getting_in": "This venue is invented for the demonstration.",
            "is_demo": True,
        },
    )
    return venue


def _workshop(slug: str, kind: Kind, venue: Venue, starts_at: datetime, capacity: int) -> Workshop:
    town = venue.area.split(",")[0]
    workshop = actions.create(
        slug=slug,
        kind=kind,
        title=f"{TITLES[kind]}, {town}",
        summary=SUMMARY,
        venue=venue,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        facilitating_team=TEAM,
        police_present=POLICE.get(slug, Police.NO),
        guests="Two local organisations (demo)",
        capacity=capacity,
        booking_opens_at=starts_at - timedelta(days=365),
        is_demo=True,
    )
    return actions.publish(workshop=workshop, by=None)


def _book(workshop: Workshop, groups: list[int]) -> None:
    for number, places in enumerate(groups, start=1):
        actions.book(
            workshop=workshop,
            key=f"demo-{number}",
            name=f"Demo Person {number}",
            email=f"person{number}@demo.example",
            description=DESCRIPTIONS[Kind(workshop.kind)],
            places=places,
            may_wait=True,
            confirmed=True,
        )


def _begun(slug, kind, venue, starts_at: datetime, capacity: int, groups: list[int]) -> Workshop:
    """A workshop that was booked while it was still to come, and began at `starts_at`."""
    workshop = _workshop(slug, kind, venue, timezone.now() + timedelta(days=1), capacity)
    _book(workshop, groups)
    # Straight to the database, because no action may move a workshop into the past.
    Workshop.objects.filter(pk=workshop.pk).update(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        booking_closes_at=starts_at - timedelta(hours=2),
    )
    return workshop


def _hold(workshop: Workshop) -> None:
    """All who booked came but the last, and some of the demo accounts with them."""
    came = list(Booking.objects.filter(workshop=workshop))[:-1]
    actions.record_attendance(workshop=workshop, came=came, by=None)
    for person in PEOPLE_WHO_CAME.get(Kind(workshop.kind), []):
        user = _person(person)
        actions.add_attendee(workshop=workshop, name=user.get_full_name(), email=user.email, by=None)
    actions.finish(workshop=workshop, by=None)


def _answer(workshop: Workshop) -> None:
    """What people said before and after: straight to the database, because the questions are closed."""
    AnswerCount.objects.bulk_create(
        AnswerCount(workshop=workshop, moment=moment, statement=statement, answer=answer, number=number)
        for moment, numbers in SAID.items()
        for statement in Statement
        for answer, number in zip(Answer, numbers, strict=True)
    )


def _people() -> None:
    """The roles of the demo champion, facilitator and trainer."""
    since = timezone.localdate() - timedelta(days=50)
    for name, kind in [
        ("champion", RoleKind.CHAMPION),
        ("facilitator", RoleKind.FACILITATOR),
        ("trainer", RoleKind.TRAINER),
    ]:
        actions.start_role(user=_person(name), kind=kind, on=since)
    invitation = Invitation.objects.filter(attendance__user=_person("champion"), used_at=None).first()
    if invitation:
        actions.join(
            invitation=invitation,
            role_type=RoleType.TRUSTED_ADULT,
            setting=Setting.SHOP,
            ward=Ward.objects.first(),
        )


def _network() -> None:
    """What lives in the network: a question with an answer, somebody to write to, and what people have begun."""
    champion, coordinator = _person("champion"), _person("coordinator")
    if Initiative.objects.exists() or not Champion.objects.filter(user=champion).exists():
        return
    for kind, title, text, when in BEGUN:
        sent = actions.send_initiative(user=champion, kind=kind, title=title, text=text, when=when)
        actions.decide_initiative(initiative=sent, by=coordinator, shown=True)
    actions.send_initiative(user=champion, kind=InitiativeKind.MENTORING, title="Demo reading mentors", text=WAITS)
    question = actions.ask_the_team(
        user=champion, topic=Topic.SERVICE, text="Which service helps a family that has nowhere to sleep tonight?"
    )
    answer = "Ring the council's housing line, at night the emergency duty team. Both stand in the directory."
    actions.answer_question(question=question, answer=answer, by=coordinator)
    shares = [Shared.NAME, Shared.SETTING, Shared.LANGUAGES]
    for name, languages in (("champion", "English"), ("facilitator", "French, Lingala")):
        user = _person(name)
        actions.start_role(user=user, kind=RoleKind.CHAMPION)
        one, _ = Champion.objects.get_or_create(
            user=user,
            defaults={
                "role_type": RoleType.ADVOCATE,
                "setting": Setting.FAITH,
                "promise_version": CURRENT_VERSION,
                "promise_agreed_on": timezone.localdate(),
            },
        )
        about = [ContactAbout.QUESTION, ContactAbout.TOGETHER]
        actions.open_to_others(
            champion=one, may_be_written_to=True, shares=shares, contact_about=about, languages=languages
        )


def _person(name: str):
    user, _ = get_user_model().objects.get_or_create(
        email=f"{name}@demo.example", defaults={"first_name": "Demo", "last_name": name.capitalize()}
    )
    return user


def _moment(day: tuple[int, int], begins: time) -> datetime:
    """That day of the week, so many weeks after this one, at that time in London."""
    weeks, weekday = day
    today = timezone.localdate()
    date = today + timedelta(weeks=weeks, days=weekday - today.weekday())
    return timezone.make_aware(datetime.combine(date, begins))
