"""What the Violence Reduction Board has before it: risks, decisions, and other reports seen through its lens."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from conversations.choices import LensAnswer, RiskLevel

# The lens: asked of every report that comes to the council, about homes, parks, licences, schools.
LENS = (
    ("safety", "Does it make people safer, or less safe? Do they feel it?"),
    ("causes", "Does it reach what lies behind violence: money, homes, school, health, loss?"),
    ("voice", "Were the people whom it touches asked, young people too? What did they change?"),
    ("fairness", "Does it weigh more on one group than on others? What is done about that?"),
    ("learning", "How would we notice what it does, and who looks again, when?"),
)


class RiskQuerySet(models.QuerySet):
    def open(self) -> "RiskQuerySet":
        return self.filter(closed_on=None)


class Risk(models.Model):
    """What may go wrong with the strategy, and what is done about it. Never about one person, place or event."""

    words = models.CharField("what may go wrong", max_length=300)
    level = models.CharField("how much it would matter", max_length=6, choices=RiskLevel.choices)
    what_we_do = models.CharField("what we do about it", max_length=300)
    owner = models.CharField("who looks after it", max_length=120, help_text="A role, never a name.")
    priority = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.PROTECT, null=True, blank=True, related_name="risks"
    )
    since = models.DateField("since")
    closed_on = models.DateField("over since", null=True, blank=True)

    objects = RiskQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return self.words


def lens_answers(value) -> None:
    """`answers` holds, for each question of the lens, an answer and a note. Raises ValidationError."""
    codes = {code for code, _ in LENS}
    right = isinstance(value, dict) and value.keys() <= codes
    if not right or any(one.get("answer") not in LensAnswer.values for one in value.values()):
        raise ValidationError("Answer the questions of the lens from the list")


class DecisionQuerySet(models.QuerySet):
    def due(self) -> "DecisionQuerySet":
        return self.filter(decided_on=None).order_by("due", "pk")

    def taken(self) -> "DecisionQuerySet":
        return self.exclude(decided_on=None).order_by("-decided_on", "-pk")


class Decision(models.Model):
    """Something to decide: of the strategy, or another report of the council that was seen through the lens."""

    title = models.CharField("what is to be decided", max_length=200)
    report = models.CharField("which report of the council", max_length=200, blank=True)
    due = models.DateField("by when")
    answers = models.JSONField("seen through the lens", default=dict, blank=True, validators=[lens_answers])
    outcome = models.CharField("what was decided, and why", max_length=500, blank=True)
    decided_on = models.DateField("decided on", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def seen(self) -> list[tuple[str, str, str]]:
        """(question, answer in words, note) for each question of the lens that was answered."""
        return [
            (question, LensAnswer(self.answers[code]["answer"]).label, self.answers[code].get("note", ""))
            for code, question in LENS
            if code in self.answers
        ]

    def is_late(self, today: date) -> bool:
        return self.decided_on is None and self.due < today
