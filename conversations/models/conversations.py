"""A community conversation: planned, held, written down, handed in, understood."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.roles import Role
from common.disclosure import LEAST_CONVERSATIONS
from common.models import Ward
from conversations.choices import Audience, CountedHow, EnteredFrom, Language, SafetyAnswer, Setting
from conversations.models.guides import GuideVersion
from conversations.people import DIMENSIONS, QUESTIONS, counts_of_people
from conversations.states import CODABLE, COUNTED, HANDED_IN, NOTE_IS_DUE, WRITABLE, State

if TYPE_CHECKING:
    from accounts.models import User

# The lead organisation's readers of notes. Never the site administrator, the board or the editors (D2, B1).
NOTE_READERS = (Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)
MOST_PEOPLE = 500
# How long a facilitator may take back what they handed in.
OPEN_FOR = timedelta(days=14)
# Days after which a note is late, and very late (L6).
DAYS_UNTIL_OVERDUE = (7, 14)
# How many people's own words a pack has cards for.
QUOTE_CARDS = 6


def _is_overdue(days: int) -> Q:
    return Q(state__in=NOTE_IS_DUE, held_on__lte=timezone.localdate() - timedelta(days=days))


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, user: "User") -> "ConversationQuerySet":
        """Those that `user` may see at all: the own ones, and for the lead organisation's readers every one."""
        return self.readable().open_to(user) if user.has_role(*NOTE_READERS) else self.own_of(user)

    def readable(self) -> "ConversationQuerySet":
        """All but those that wait for the redactor, who finds them by `quarantined()` alone (F3)."""
        return self.exclude(state=State.QUARANTINE)

    def quarantined(self) -> "ConversationQuerySet":
        return self.filter(state=State.QUARANTINE)

    def open_to(self, user: "User") -> "ConversationQuerySet":
        """All but those that are kept from this reader, because they are part of what was said."""
        return self.exclude(kept_from=user)

    def own_of(self, user: "User") -> "ConversationQuerySet":
        """Those that they held, or typed in for whoever did."""
        return self.filter(Q(facilitator_id=user.pk) | Q(entered_by_id=user.pk))

    def launch(self) -> "ConversationQuerySet":
        """The first conversation, with the Mayor: there is one (seed 003)."""
        return self.filter(is_launch=True).exclude(state=State.WITHDRAWN)

    def counted(self) -> "ConversationQuerySet":
        """Those that count, in numbers and in the strategy."""
        return self.filter(state__in=COUNTED)

    def to_be_told(self) -> "ConversationQuerySet":
        """Those whose people should have heard by today what came of it, and have not."""
        waiting = HANDED_IN - {State.FED_BACK}
        return self.filter(state__in=waiting, tell_by__lte=timezone.localdate())

    def overdue(self, days: int) -> "ConversationQuerySet":
        """Those held so many days ago or more of which nothing was handed in (L6)."""
        return self.filter(_is_overdue(days))

    def counts_overdue(self) -> list[tuple[int, int]]:
        """(days, how many are so late), in one query."""
        found = self.aggregate(**{str(days): Count("pk", filter=_is_overdue(days)) for days in DAYS_UNTIL_OVERDUE})
        return [(days, found[str(days)]) for days in DAYS_UNTIL_OVERDUE]

    def writable(self) -> "ConversationQuerySet":
        return self.filter(state__in=WRITABLE)

    def with_points_counted(self) -> "ConversationQuerySet":
        """By subqueries: a page of 30 counts the points of 30 conversations, and not those of ten thousand."""
        from conversations.models.points import Point

        own = Point.objects.filter(conversation=OuterRef("pk")).order_by().values("conversation")
        all_points, uncoded = (points.annotate(found=Count("pk")) for points in (own, own.filter(codings=None)))
        return self.annotate(
            point_count=Coalesce(Subquery(all_points.values("found")), 0),
            uncoded_count=Coalesce(Subquery(uncoded.values("found")), 0),
        )

    def for_lists(self) -> "ConversationQuerySet":
        return self.select_related("ward", "facilitator").with_points_counted().order_by("-held_on", "-pk")

    def behind(self, priority) -> "ConversationQuerySet":
        """Those in which a theme was said that leads to `priority`."""
        themes = priority.links.answering().values("theme")
        return self.filter(points__codings__theme__in=themes, points__codings__stands=True).distinct()

    def wards_shown(self) -> str:
        """In how many wards they were held, or "" where so few would point at somebody (rule 7)."""
        wards = self.order_by().values("ward").exclude(ward=None).distinct().count()
        return str(wards) if wards >= LEAST_CONVERSATIONS else ""

    def counts_by_state(self) -> dict[str, int]:
        return dict(self.order_by().values_list("state").annotate(number=Count("pk")))


class Conversation(models.Model):
    """One conversation and the facts of its note. What was said is in its points. No names of people, anywhere."""

    reference = models.CharField("reference", max_length=8, unique=True, editable=False)
    facilitator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="conversations")
    # Who wrote on paper, or told it on the phone, is the facilitator all the same.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    entered_from = models.CharField("how it came to us", max_length=5, choices=EnteredFrom.choices, blank=True)
    # Readers who are part of what was said. The note does not exist for them, and nobody is told why.
    kept_from = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    guide = models.ForeignKey(
        GuideVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="conversations"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    is_launch = models.BooleanField("the launch conversation, with the Mayor", default=False)

    held_on = models.DateField("date")
    setting = models.CharField("kind of place", max_length=12, choices=Setting.choices)
    ward = models.ForeignKey(
        Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="conversations",
        help_text="Empty means online, or across the borough.",
    )  # fmt: skip
    audience = models.CharField("who it is for", max_length=14, choices=Audience.choices, default=Audience.EVERYONE)
    host = models.CharField("host organisation", max_length=120, blank=True)
    language = models.CharField("language", max_length=3, choices=Language.choices, default=Language.ENGLISH)
    expected_size = models.PositiveSmallIntegerField(
        "people expected", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )
    total_attended = models.PositiveSmallIntegerField(
        "people who came", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )
    people = models.JSONField("people in numbers", default=dict, blank=True, validators=[counts_of_people])
    people_counted = models.CharField("how they were counted", max_length=4, choices=CountedHow.choices, blank=True)
    under_18s_present = models.BooleanField("people under 18 took part", null=True, blank=True)
    opening_words_read = models.BooleanField("the opening words were read out", default=False)

    first_to_hear = models.CharField("first thing to hear", max_length=300, blank=True)
    second_to_hear = models.CharField("second thing to hear", max_length=300, blank=True)
    third_to_hear = models.CharField("third thing to hear", max_length=300, blank=True)
    strength_to_build_on = models.CharField("strength to build on", max_length=300, blank=True)
    who_was_missing = models.CharField("who was quiet or missing", max_length=500, blank=True)
    my_view = models.CharField("what the note-taker thinks", max_length=500, blank=True)
    promised = models.CharField("what was promised", max_length=500, blank=True)
    how_to_tell = models.CharField("how people will hear what came of it", max_length=300, blank=True)
    tell_by = models.DateField("when people will hear", null=True, blank=True)

    # On the card that people take home. Whoever has it may ask for what they said to be taken out.
    withdrawal_code = models.CharField(max_length=9, unique=True, null=True, editable=False)  # noqa: DJ001
    withdrawal_asked_at = models.DateTimeField(null=True, editable=False)
    # On the cards for those whose own words are written down: the first is card 1.
    quote_codes = models.JSONField(default=list, blank=True, editable=False)

    # Only the answer. What it was about is never stored (rule 5).
    safety_answer = models.CharField(max_length=3, choices=SafetyAnswer.choices, blank=True)
    steps_done = models.JSONField(default=list, blank=True, editable=False)
    return_reason = models.CharField("why it was sent back", max_length=500, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField("last saved", null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = ConversationQuerySet.as_manager()

    # Wagtail's "usage" pages would show a note's address to content staff (rule 4).
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                "is_launch",
                condition=Q(is_launch=True) & ~Q(state=State.WITHDRAWN),
                name="one_launch_conversation",
            )
        ]
        indexes = [models.Index(fields=["state", "-held_on"], name="conversations_by_state")]

    def __str__(self) -> str:
        return self.reference

    @property
    def place(self) -> str:
        """Where, as broadly as it is ever shown."""
        return self.ward.name if self.ward else "Across the borough"

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    @property
    def is_handed_in(self) -> bool:
        return self.state in HANDED_IN

    @property
    def is_quarantined(self) -> bool:
        return self.state == State.QUARANTINE

    @property
    def is_out_of_hand(self) -> bool:
        """The facilitator has given it away, and has not got it back."""
        return (self.is_handed_in or self.is_quarantined) and not self.is_writable

    @property
    def is_locked(self) -> bool:
        """Handed in more than 14 days ago: from then on it is changed by request alone, with a history."""
        return self.submitted_at is not None and timezone.now() - self.submitted_at > OPEN_FOR

    @property
    def is_codable(self) -> bool:
        return self.state in CODABLE

    @property
    def can_still_be_taken_out(self) -> bool:
        """Until its themes are complete: after that no point can be told from those of other conversations."""
        return self.state not in (State.CODED, State.FED_BACK, State.WITHDRAWN)

    @property
    def is_counted(self) -> bool:
        return self.state in COUNTED

    @property
    def people_in_words(self) -> list[tuple[str, str]]:
        """(what, "11 to 15: 4, 65 or over: 2"), for the few who may see it: its facilitator, and an analyst (F10)."""
        return [
            (QUESTIONS[dimension], ", ".join(f"{DIMENSIONS[dimension](code).label}: {n}" for code, n in counts.items()))
            for dimension, counts in self.people.items()
        ]

    @property
    def things_to_hear(self) -> list[str]:
        return [thing for thing in (self.first_to_hear, self.second_to_hear, self.third_to_hear) if thing]
