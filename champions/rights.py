"""What this app holds about a person: bookings, training, the network, wishes for a workshop."""

from champions import actions
from champions.models import Away, Booking, CalendarFeed, Guest, Invitation, KeptApart, PlaceScoping, TrainingRecord
from champions.models.people import DatedRole
from common.rights import Facts, Source
from common.rights.sources import account_of


def _bookings(contact: str) -> list[Facts]:
    bookings = Booking.objects.by_contact(contact).named().with_workshop().prefetch_related("needs")
    return [
        {
            "Workshop": f"{booking.workshop.title}, {booking.workshop.day}", "Name": booking.name,
            "Contact": booking.contact, "Describes themself as": booking.get_how_described_display(),
            "Places": str(booking.places), "State": booking.get_state_display(),
            "What they need": "; ".join(f"{need.get_kind_display()} {need.detail}" for need in booking.needs.all()),
        }
        for booking in bookings
    ]  # fmt: skip


def _booked_by() -> list[str]:
    return [contact for pair in Booking.objects.named().values_list("email", "mobile") for contact in pair]


def _guests(contact: str) -> list[Facts]:
    """That they came along. Not with whom: that is somebody else's."""
    guests = Guest.objects.filter(email__iexact=contact).select_related("booking__workshop")
    return [{"Came along to": guest.booking.workshop.title, "Name": guest.name} for guest in guests]


def _training(contact: str) -> list[Facts]:
    records = TrainingRecord.objects.by_email(contact).select_related("workshop")
    return [
        {"Workshop": record.workshop.title, "On": f"{record.attended_on:%-d %B %Y}", "Name": record.name}
        for record in records
    ]


def _erase_training(contact: str) -> int:
    mine = TrainingRecord.objects.by_email(contact)
    Invitation.objects.filter(attendance__in=mine, used_at=None).delete()
    return mine.update(name="", email="")


def _network(contact: str) -> list[Facts]:
    user = account_of(contact)
    if user is None:
        return []
    facts = [
        {"Role": role.get_kind_display(), "From": f"{role.starts_on:%-d %B %Y}", "To": f"{role.ends_on or 'today'}"}
        for role in user.dated_roles.all()
    ]
    if champion := getattr(user, "champion", None):
        facts.append({
            "Joined as": champion.get_role_type_display(), "Meets people in": champion.get_setting_display(),
            "News by email": "Yes" if champion.wants_news else "No",
            "About": ", ".join(str(need) for need in champion.follows.all()),
            "Languages": champion.languages, "Others see": ", ".join(champion.shown_to_others) or "nothing",
            "Others may write about": ", ".join(champion.may_be_asked_about) or "nothing",
            "Ward": str(champion.ward or ""), "Promise agreed": f"{champion.promise_agreed_on:%-d %B %Y}",
        })  # fmt: skip
    facts += [{"Check": str(check), "Seen on": f"{check.seen_on or 'not yet'}"} for check in user.checks.all()]
    facts += [{"Asked the team": asked.text, "Answer": asked.answer} for asked in user.team_questions.all()]
    facts += [{"Sent to be shown": sent.title, "Text": sent.text} for sent in user.initiatives.all()]
    facts += [{"Away": str(away)} for away in Away.objects.filter(trainer=user)]
    return facts


def _erase_network(contact: str) -> int:
    """The roles stay with their dates, on an account that no longer says whose it was."""
    user = account_of(contact)
    if user is None:
        return 0
    for role in DatedRole.objects.filter(user=user).active():
        actions.end_role(role=role, reason="Asked to be erased")
    CalendarFeed.objects.filter(user=user).delete()
    gone, _ = Away.objects.filter(trainer=user).delete()
    gone += user.checks.all().delete()[0] + user.team_questions.all().delete()[0]
    user.initiatives.update(sent_by=None)
    if champion := getattr(user, "champion", None):
        actions.forget_champion(champion)
        gone += 1
    return gone


def _wishes(contact: str) -> list[Facts]:
    wishes = PlaceScoping.objects.filter(email__iexact=contact)
    return [{"Name": wish.name, "Where": wish.place, "Why there": wish.why, "Email": wish.email} for wish in wishes]


def _pairs(contact: str) -> list[Facts]:
    pairs = KeptApart.objects.filter(one=contact) | KeptApart.objects.filter(other=contact)
    return [{"Noted on": f"{pair.created:%-d %B %Y}"} for pair in pairs]


SOURCES = [
    Source(
        "bookings", "Bookings of workshops", _bookings,
        lambda contact: actions.forget_bookings_of(contact=contact),
        stays="How many places were booked, for whom and whether they came: numbers only.",
        contacts=_booked_by,
    ),
    Source(
        "guests", "Coming along with somebody", _guests,
        lambda contact: Guest.objects.filter(email__iexact=contact).delete()[0],
        contacts=lambda: Guest.objects.values_list("email", flat=True),
    ),
    Source(
        "training", "Workshops that they came to", _training, _erase_training,
        stays="That somebody came, on which day, and the code of the certificate.",
        contacts=lambda: TrainingRecord.objects.values_list("email", flat=True),
    ),
    Source(
        "network", "The network of champions, and roles", _network, _erase_network,
        stays="From when to when a role was held, without a name: it says who could open what (public task). What they "
        "began for everybody, without who sent it.",
    ),
    Source(
        "wishes", "Wishes for a workshop where they live", _wishes,
        lambda contact: PlaceScoping.objects.filter(email__iexact=contact).update(name="", email=""),
        stays="The place, and what staff found out about it.",
        contacts=lambda: PlaceScoping.objects.values_list("email", flat=True),
    ),
    Source(
        "apart", "Kept apart from somebody", _pairs, lambda contact: 0,
        stays="The pair stays, because it keeps somebody safe. It is not in the person's own file, because it would "
        "tell about another person (Data Protection Act 2018, Schedule 2, paragraph 16).",
        is_withheld=True,
    ),
]  # fmt: skip
