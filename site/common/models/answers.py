"""How often each answer was given before and after something, as numbers that nobody can trace back to a person."""

from collections.abc import Mapping

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Sum

from common.before_and_after import Answer, Counts, Moment, Statement


class AnswerCountQuerySet(models.QuerySet):
    def counted(self) -> "AnswerCountQuerySet":
        return self.filter(number__gt=0)

    def together(self) -> Counts:
        """Of all these rows together."""
        found = self.order_by().values_list("moment", "statement", "answer").annotate(total=Sum("number"))
        return {(moment, statement, answer): total for moment, statement, answer, total in found}

    def add(self, answers: Mapping[str, str], *, most: int, **of) -> bool:
        """Add one to each given answer (by statement) of one moment of one event; `of` says which.

        False, and nothing is added, where `most` people have answered one of them. Whoever calls holds a lock on the
        event: people who answer at once would lock many rows in many orders.
        """
        counts = self.filter(**of)
        if not counts:
            # All are made at once, so that their order says nothing.
            pairs = [(statement, answer) for statement in Statement for answer in Answer]
            self.bulk_create(self.model(statement=one, answer=other, **of) for one, other in pairs)
        rows = list(counts.values_list("pk", "statement", "answer", "number"))
        if any(sum(number for _, one, _, number in rows if one == statement) >= most for statement in answers):
            return False
        given = [key for key, statement, answer, _ in rows if answers.get(statement) == answer]
        self.filter(pk__in=given).update(number=F("number") + 1)
        return True


class AnswerCountBase(models.Model):
    """How many people gave one answer. All that is kept: no row of anybody's own, no time, no key to a person."""

    moment = models.CharField(max_length=10, choices=Moment)
    statement = models.CharField(max_length=10, choices=Statement)
    answer = models.CharField(max_length=10, choices=Answer)
    number = models.PositiveSmallIntegerField(default=0, validators=[MinValueValidator(0)])

    objects = AnswerCountQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_statement_display()}: {self.get_answer_display()} ({self.get_moment_display()})"
