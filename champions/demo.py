"""Invented workshops, so that every page has something to show. All of it says that it is demo content."""

from datetime import datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from champions import actions
from champions.choices import Description, Kind, Police, RoleKind, RoleType, Setting
from champions.models import Booking, Invitation, Venue, Workshop
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
# Slug, kind, venue, days from today, start, places, groups that booked, groups that wait, police.
WORKSHOPS = [
    ("demo-catford-saturday", Kind.LOCAL, "catford", 14, time(10), 30, [2, 1, 5, 1, 3, 4, 2, 5], [], Police.NO),
    ("demo-deptford-evening", Kind.LOCAL, "deptford", 26, time(17), 24, [1, 2], [], Police.NO),
    ("demo-downham-full", Kind.LOCAL, "downham", 9, time(10), 12, [5, 4, 3], [2, 1], Police.NO),
    ("demo-catford-practitioners", Kind.PRACTITIONER, "catford", 19, time(9, 30), 30, [3, 5, 1], [], Police.LEARNING),
    ("demo-deptford-practitioners", Kind.PRACTITIONER, "deptford", 40, time(13), 30, [], [], Police.HELPING),
    ("demo-leading-conversations", Kind.FACILITATOR, "catford", 33, time(10), 15, [1, 1, 1, 1], [], Police.NO),
]
PAST = [
    ("demo-catford-last-month", Kind.LOCAL, "catford", -21, time(10), 30, [1, 2, 1, 1, 4]),
    ("demo-facilitator-training", Kind.FACILITATOR, "deptford", -60, time(10), 15, [1, 1, 1]),
]
# The demo accounts that were at the workshops of the past.
PEOPLE_WHO_CAME = {Kind.LOCAL: ["champion"], Kind.FACILITATOR: ["facilitator", "trainer"]}
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
    for slug, kind, venue, days, begins, capacity, groups, waiting, police in WORKSHOPS:
        if not Workshop.objects.filter(slug=slug).exists():
            workshop = _workshop(slug, kind, venues[venue], _moment(days, begins), capacity, police)
            _book(workshop, [*groups, *waiting])
    for slug, kind, venue, days, begins, capacity, groups in PAST:
        if not Workshop.objects.filter(slug=slug).exists():
            _hold_in_the_past(slug, kind, venues[venue], _moment(days, begins), capacity, groups)
    _people()


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


def _workshop(slug: str, kind: Kind, venue: Venue, starts_at: datetime, capacity: int, police: Police) -> Workshop:
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
        police_present=police,
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
        )


def _hold_in_the_past(slug, kind, venue, starts_at: datetime, capacity: int, groups: list[int]) -> None:
    """A workshop that is over: booked while it was still to come, then held. All but the last came."""
    workshop = _workshop(slug, kind, venue, timezone.now() + timedelta(days=1), capacity, Police.NO)
    _book(workshop, groups)
    # Straight to the database, because no action may move a workshop into the past.
    Workshop.objects.filter(pk=workshop.pk).update(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        booking_closes_at=starts_at - timedelta(hours=2),
    )
    came = list(Booking.objects.filter(workshop=workshop))[:-1]
    actions.record_attendance(workshop=workshop, came=came, by=None)
    for person in PEOPLE_WHO_CAME[kind]:
        user = _person(person)
        actions.add_attendee(workshop=workshop, name=user.get_full_name(), email=user.email, by=None)
    actions.finish(workshop=workshop, by=None)


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


def _person(name: str):
    user, _ = get_user_model().objects.get_or_create(
        email=f"{name}@demo.example", defaults={"first_name": "Demo", "last_name": name.capitalize()}
    )
    return user


def _moment(days: int, begins: time) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, begins))
