"""Where somebody is in the booking form. What they said so far travels in the page, sealed, and is stored nowhere."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from champions.choices import Description, is_for
from champions.forms import AgeQuestion, ContactQuestion, DescriptionQuestion, PlacesQuestion, Question
from champions.models import Workshop
from common import form_state
from common.form_state import StateLost

FORM = "book-a-workshop"
QUESTIONS: dict[str, type[Question]] = {
    "age": AgeQuestion,
    "description": DescriptionQuestion,
    "places": PlacesQuestion,
    "contact": ContactQuestion,
}
STEPS = [*QUESTIONS, "check"]
# A person needs longer than this from the first answer to the last; most robots do not.
LEAST_SECONDS = 2


class Journey:
    """One person's way through the questions about one workshop."""

    def __init__(self, workshop: Workshop, state: dict) -> None:
        self.workshop = workshop
        self.state = state

    @classmethod
    def begin(cls, workshop: Workshop) -> "Journey":
        """A new form, with its own key. Made with the first answer, so that the first page is the same for everyone."""
        state = form_state.start() | {"workshop": workshop.pk, "began": timezone.now().timestamp(), "answers": {}}
        journey = cls(workshop, state)
        journey.accept_changes()
        return journey

    @classmethod
    def read(cls, workshop: Workshop, posted: Mapping) -> "Journey":
        """The journey that a page brings back; a new one with the first answer. Raises StateLost."""
        if posted.get("step") == STEPS[0] and not posted.get("state"):
            return cls.begin(workshop)
        state = form_state.unpack(posted.get("state", ""), form=FORM)
        if not isinstance(state, dict) or state.get("workshop") != workshop.pk:
            raise StateLost
        return cls(workshop, state)

    @property
    def packed(self) -> str:
        return form_state.pack(self.state, form=FORM)

    @property
    def answers(self) -> dict:
        return self.state["answers"]

    @property
    def next_step(self) -> str:
        """The first question without an answer; when there is none, to check them."""
        return next((step for step, question in QUESTIONS.items() if not self._is_answered(question)), "check")

    def question(self, step: str, posted: Mapping | None = None) -> Question:
        """The form of that step, with what was posted, or else with what was answered before."""
        return QUESTIONS[step](posted, workshop=self.workshop, initial=self.answers | {"email": self._contact})

    def keep(self, question: Question) -> None:
        self.answers.update(question.cleaned_data)

    @property
    def is_too_young(self) -> bool:
        return self.answers.get("is_adult") == "no"

    @property
    def is_for_somebody_else(self) -> bool:
        """Whether the workshop is for other people than the one who answers."""
        description = self.answers.get("description")
        return description is not None and not is_for(self.workshop.kind, description)

    @property
    def was_too_quick(self) -> bool:
        began = datetime.fromtimestamp(self.state["began"], tz=timezone.get_current_timezone())
        return (timezone.now() - began).total_seconds() < LEAST_SECONDS

    @property
    def details(self) -> dict:
        """What actions.book takes."""
        wanted = ("name", "email", "mobile", "description", "places")
        return {"key": self.state["key"], **{name: self.answers.get(name, "") for name in wanted}}

    @property
    def workshop_has_changed(self) -> bool:
        """Whether the workshop was moved since the person began: they must see that before they say yes."""
        return self.state["seen"] != self._seen_now()

    def accept_changes(self) -> None:
        self.state["seen"] = self._seen_now()

    @property
    def rows(self) -> list[dict]:
        """The answers, to be checked."""
        return [
            {"key": "You are", "value": Description(self.answers["description"]).label, "step": "description"},
            {"key": "People", "value": self.answers["places"], "step": "places"},
            {"key": "Name", "value": self.answers["name"], "step": "contact"},
            {"key": "Mobile" if self.answers.get("mobile") else "Email", "value": self._contact, "step": "contact"},
        ]

    @property
    def _contact(self) -> str:
        return self.answers.get("email") or self.answers.get("mobile", "")

    def _is_answered(self, question: type[Question]) -> bool:
        return question.base_fields.keys() <= self.answers.keys()

    def _seen_now(self) -> list:
        return [self.workshop.starts_at.isoformat(), self.workshop.ends_at.isoformat(), self.workshop.venue_id]
