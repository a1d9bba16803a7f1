"""The five answers that a frightened person needs before they get in touch (rule 8)."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from services_directory.choices import NOT_KNOWN, AsksStatus, Cost, NameNeeded, TellsOthers


@dataclass(frozen=True)
class Answer:
    """One question with what we know. `known` is false where a person has to ask first."""

    question: str
    answer: str
    known: bool


class WhoWillKnow(models.Model):
    """Five questions, each with a fixed answer and room for a sentence. "Who runs it?" comes from the organisation."""

    name_needed = models.CharField("Do I have to give my name?", max_length=8, choices=NameNeeded, blank=True)
    name_needed_text = models.CharField("more about names", max_length=240, blank=True)
    run_by_text = models.CharField("more about who runs it", max_length=240, blank=True)
    tells_others = models.CharField("When would they tell someone else?", max_length=8, choices=TellsOthers, blank=True)
    tells_others_text = models.CharField("more about telling others", max_length=240, blank=True)
    asks_status = models.CharField(
        "Will they ask about immigration status?", max_length=12, choices=AsksStatus, blank=True
    )
    asks_status_text = models.CharField("more about immigration status", max_length=240, blank=True)
    cost = models.CharField("Does it cost anything?", max_length=4, choices=Cost, blank=True)
    fees_description = models.CharField("more about the cost", max_length=240, blank=True)

    organisation: Any  # The service's own field.

    # What must be answered before anybody outside the demo sees the entry: one rule for row and query.
    ANSWERS = ("name_needed", "organisation__kind", "tells_others", "asks_status", "cost")

    class Meta:
        abstract = True

    @classmethod
    def all_answered(cls) -> Q:
        """Entries whose five answers are known."""
        unanswered = Q(organisation=None)
        for name in cls.ANSWERS:
            unanswered |= Q(**{name: ""})
        return ~unanswered

    @property
    def who_will_know(self) -> list[Answer]:
        """The five answers, in the order in which they are always shown."""
        runs = self.organisation.get_kind_display() if self.organisation else ""
        named = f"{runs}: {self.organisation.name}" if runs else ""
        return [
            _answer("Do I have to give my name?", self.get_name_needed_display(), self.name_needed_text),
            _answer("Who runs it?", named, self.run_by_text),
            _answer("When would they tell someone else?", self.get_tells_others_display(), self.tells_others_text),
            _answer("Will they ask about immigration status?", self.get_asks_status_display(), self.asks_status_text),
            _answer("Does it cost anything?", self.get_cost_display(), self.fees_description),
        ]

    @property
    def unanswered(self) -> list[str]:
        """The questions that nobody has answered yet."""
        return [answer.question for answer in self.who_will_know if not answer.known]


def _answer(question: str, chosen: str, text: str) -> Answer:
    sentences = [f"{sentence.rstrip('.')}." for sentence in (chosen or NOT_KNOWN, text) if sentence]
    return Answer(question=question, answer=" ".join(sentences), known=bool(chosen))
