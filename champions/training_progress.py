"""What each role needs, and what is there. The same rules as the ones that open the doors."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from champions.choices import FACILITATOR_KINDS, RoleKind
from champions.models import Champion
from champions.models.training import trained_until
from champions.promise import CURRENT_VERSION


@dataclass(frozen=True)
class Requirement:
    """One thing that a role needs. `until` or `missing` is said beside it; `url` leads to what can be done."""

    text: str
    met: bool
    hint: str = ""
    url: str = ""

    def as_task(self) -> dict:
        return {
            "text": self.text,
            "hint": self.hint,
            "url": "" if self.met else self.url,
            "status": "There" if self.met else "Missing",
            "tint": "" if self.met else "marigold",
            "done": self.met,
        }


@dataclass(frozen=True)
class Progress:
    role: str
    tasks: list[dict]
    complete: bool


def progress_of(user: User) -> list[Progress]:
    """For each role that the person holds today, what it needs. A handful of queries for each role."""
    found = []
    for kind in user.dated_roles.active().values_list("kind", flat=True).order_by("kind"):
        needed = [*NEEDS.get(RoleKind(kind), lambda user: [])(user), *_check(user, kind)]
        tasks = [requirement.as_task() for requirement in needed]
        found.append(Progress(RoleKind(kind).label, tasks, all(requirement.met for requirement in needed)))
    return found


def _promise(user: User) -> list[Requirement]:
    champion = Champion.objects.filter(user=user).first()
    agreed = champion is not None and champion.promise_version == CURRENT_VERSION
    hint = f"Agreed on {champion.promise_agreed_on:%-d %B %Y}" if champion else "You join by the link after a workshop"
    return [Requirement("The promise of today", agreed, hint, reverse("champions:my_network"))]


def _workshop(user: User) -> list[Requirement]:
    came = user.training.order_by("-attended_on").first()
    hint = f"You came on {came.attended_on:%-d %B %Y}" if came else "One free workshop of about four hours"
    return [Requirement("A workshop", came is not None, hint, reverse("champions:workshops"))]


def _facilitator_training(user: User) -> list[Requirement]:
    last = user.training.filter(kind__in=FACILITATOR_KINDS).order_by("-attended_on").first()
    until = trained_until(last.attended_on) if last else None
    met = until is not None and until >= timezone.localdate()
    hint = f"Counts until {until:%-d %B %Y}" if until else "Facilitator training, and a refresher every two years"
    return [Requirement("Facilitator training or a refresher", met, hint, reverse("champions:workshops"))]


def _check(user: User, kind: str) -> list[Requirement]:
    check = user.checks.filter(kind=kind).first()
    if check is None or check.level == "none":
        return []
    hint = "Your coordinator asks you to show it. We keep no copy and no number"
    if check.seen_on:
        hint = f"Seen on {check.seen_on:%-d %B %Y}"
        hint += f". We look again on {check.review_on:%-d %B %Y}" if check.review_on else ""
    return [Requirement(check.get_level_display(), check.counts(), hint)]


NEEDS = {
    RoleKind.CHAMPION: lambda user: [*_workshop(user), *_promise(user)],
    RoleKind.FACILITATOR: _facilitator_training,
    RoleKind.TRAINER: _workshop,
}
