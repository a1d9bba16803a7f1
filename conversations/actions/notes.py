"""What a facilitator does: plan, write screen by screen, hand in."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import answers, emails, steps
from conversations.actions.cards import code_of_card, new_code, new_codes, new_reference
from conversations.actions.unfinished import let_go
from conversations.actions.writing import opened, saved
from conversations.answers import refuse_if_changed
from conversations.choices import PointKind, SafetyAnswer
from conversations.models import Conversation, GuideVersion, Point, Quote, SafetyPointer
from conversations.people import as_allowed, counts_of_people, problems
from conversations.permissions import can_plan, can_record, can_type_in
from conversations.privacy import refuse_identifiers
from conversations.privacy.notes import PrivacyCheck
from conversations.states import State, move


class NoteIncomplete(Exception):
    """The note cannot be handed in yet. `gaps` says what is missing, as `steps.missing` does."""

    def __init__(self, gaps: list) -> None:
        super().__init__("; ".join(sentence for _, sentence in gaps))
        self.gaps = gaps


class LaunchIsPlanned(Exception):
    """There is one launch conversation, and somebody has planned it already."""


class NotYetDecided(Exception):
    """The privacy check found something that nobody has changed or explained."""


@transaction.atomic
def type_in(*, facilitator: User, by: User, entered_from: str, **facts) -> Conversation:
    """Begin the note of a facilitator who wrote on paper or told it on the phone. Raises as `plan` does.

    It is theirs, and says who typed it: that person reads it no more as one of the lead organisation.
    """
    if not can_type_in(by) or by == facilitator:
        raise PermissionDenied
    conversation = plan(facilitator=facilitator, entered_by=by, entered_from=entered_from, **facts)
    audit.record("note typed in for somebody", actor=by, thing=conversation)
    emails.tell_typed_in(conversation)
    return conversation


@transaction.atomic
def plan(*, facilitator: User, **facts) -> Conversation:
    """Register a conversation to come, with a reference to read out. Raises PermissionDenied, LaunchIsPlanned.

    Without `guide`, it is held by the newest one in use.
    """
    if not can_plan(facilitator):
        raise PermissionDenied
    refuse_identifiers({"Host organisation": facts.get("host", "")})
    facts["guide"] = facts.get("guide") or GuideVersion.objects.in_use().first()
    while True:
        reference = new_reference()
        try:
            with transaction.atomic():
                return Conversation.objects.create(
                    reference=reference, facilitator=facilitator, withdrawal_code=new_code(),
                    quote_codes=new_codes(), **facts,
                )  # fmt: skip
        except IntegrityError:
            if facts.get("is_launch") and Conversation.objects.launch().exists():
                raise LaunchIsPlanned from None
            # Two people were dealt the same code: deal again.
            if not Conversation.objects.filter(reference=reference).exists():
                raise


@transaction.atomic
def save_facts(*, conversation: Conversation, by: User, seen: str = "", **facts) -> Conversation:
    """Store when, where and how many. `facts` are fields of Conversation. Raises ChangedElsewhere, as below.

    `seen` is the stamp of what the page showed when it was opened: newer words are never written over unseen.
    """
    conversation = opened(conversation, by)
    if "total_attended" in facts:
        # A room that turns out to be small is no longer counted by anything but ages.
        conversation.people = as_allowed(conversation.people, facts["total_attended"])
    return _save_answers(conversation, "facts", answers.FACTS, seen, facts)


@transaction.atomic
def save_people(
    *, conversation: Conversation, by: User, people: dict, people_counted: str, seen: str = ""
) -> Conversation:
    """Store whom it reached, in numbers. Raises ValidationError where they do not agree, and ChangedElsewhere."""
    conversation = opened(conversation, by)
    counts_of_people(people)
    if wrong := problems(
        people, total=conversation.total_attended, under_18s=conversation.under_18s_present, how=people_counted
    ):
        raise ValidationError([sentence for _, sentence in wrong])
    new = {"people": people, "people_counted": people_counted if people else ""}
    return _save_answers(conversation, "people", answers.PEOPLE, seen, new)


@transaction.atomic
def save_close(*, conversation: Conversation, by: User, seen: str = "", **words) -> Conversation:
    """Store what the partnership should hear, the strength to build on, what was promised, and how people will hear."""
    conversation = opened(conversation, by)
    texts = {name: text for name, text in words.items() if isinstance(text, str)}
    refuse_identifiers({name.replace("_", " ").capitalize(): text for name, text in texts.items()})
    return _save_answers(conversation, "close", answers.CLOSE, seen, words)


def _save_answers(conversation: Conversation, screen: str, fields: list[str], seen: str, new: dict) -> Conversation:
    if any(getattr(conversation, name) != value for name, value in new.items()):
        refuse_if_changed(conversation, fields, seen)
    for name, value in new.items():
        setattr(conversation, name, value)
    let_go(conversation, screen)
    return saved(conversation, screen)


@transaction.atomic
def save_point(
    *, conversation: Conversation, by: User, key: str = "", or_another: bool = False, quote: dict | None = None, **said
) -> Point:
    """Store one thing that was said. The same `key` again changes nothing and returns the first point.

    With `or_another`, other words under the same key are another point: somebody went on writing on a second phone,
    or went back and changed them. Two points can be made one again; words that were dropped are gone.
    """
    conversation = opened(conversation, by)
    already = conversation.points.filter(key=key).first() if key else None
    if already and not (or_another and already.words != said["words"]):
        return already
    number = (conversation.points.aggregate(last=Max("number"))["last"] or 0) + 1
    point = _add(conversation, number, "" if already else key, said, quote)
    _written(conversation, point, key)
    return point


@transaction.atomic
def save_points(
    *, conversation: Conversation, by: User, points: Iterable[tuple[str, dict, dict | None]]
) -> Conversation:
    """Store many at once, as `save_point` does: (key, what was said, their own words). Keys that are there are left."""
    conversation = opened(conversation, by)
    known = set(conversation.points.values_list("key", flat=True))
    number = conversation.points.aggregate(last=Max("number"))["last"] or 0
    for key, said, quote in points:
        if key not in known:
            number += 1
            point = _add(conversation, number, key, said, quote)
            slug = steps.step_of_kind(point.kind).slug
            conversation.steps_done = [*dict.fromkeys([*conversation.steps_done, slug])]
    return saved(conversation, "")


def _add(conversation: Conversation, number: int, key: str, said: dict, quote: dict | None) -> Point:
    _refuse_identifiers_in_point(said, quote)
    point = Point(conversation=conversation, number=number, key=key, **said)
    point.full_clean(exclude=["conversation"])
    point.save()
    if quote:
        _keep_quote(point, quote)
    return point


@transaction.atomic
def change_point(*, point: Point, by: User, seen: str = "", quote: dict | None = None, **said) -> Point:
    """Put other words in the place of a point's. Its number stays. Raises ChangedElsewhere, as `save_facts` does."""
    conversation = opened(point.conversation, by)
    refuse_if_changed(Point.objects.get(pk=point.pk), answers.POINT, seen)
    _refuse_identifiers_in_point(said, quote)
    for name, value in said.items():
        setattr(point, name, value)
    point.full_clean(exclude=["conversation"])
    point.save()
    _keep_quote(point, quote)
    let_go(conversation, answers.screen_of(point))
    _written(conversation, point)
    return point


def _written(conversation: Conversation, point: Point, key: str = "") -> None:
    screen = steps.step_of_kind(point.kind).slug
    let_go(conversation, screen, key)
    saved(conversation, screen)


@transaction.atomic
def delete_point(*, point: Point, by: User) -> None:
    conversation = opened(point.conversation, by)
    let_go(conversation, answers.screen_of(point))
    point.delete()
    saved(conversation, "")


@transaction.atomic
def finish_step(*, conversation: Conversation, by: User, step: steps.Step, key: str = "") -> Conversation:
    """Mark a screen as seen, also when there was nothing to write on it."""
    conversation = opened(conversation, by)
    let_go(conversation, step.slug, key)
    return saved(conversation, step.slug)


@transaction.atomic
def answer_safety(*, conversation: Conversation, by: User, answer: str) -> Conversation:
    """Store yes or no. A yes that was followed by a call stays a yes."""
    conversation = opened(conversation, by)
    called = SafetyPointer.objects.filter(conversation=conversation).exists()
    conversation.safety_answer = SafetyAnswer.YES if called else answer
    return saved(conversation, "safety" if called or answer == SafetyAnswer.NO else "")


@transaction.atomic
def submit(*, conversation: Conversation, by: User) -> Conversation:
    """Hand the note in. Handing it in twice is handing it in once. Raises NoteIncomplete, NotYetDecided.

    With words that somebody kept although they may name a person, it goes to the redactor before anybody reads it.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_record(by, conversation):
        raise PermissionDenied
    if conversation.is_quarantined or (conversation.is_handed_in and conversation.state != State.RETURNED):
        return conversation
    if gaps := steps.missing(conversation):
        raise NoteIncomplete(gaps)
    check = PrivacyCheck(conversation)
    if check.to_decide:
        raise NotYetDecided
    move(conversation, State.QUARANTINE if check.kept else State.SUBMITTED)
    conversation.submitted_at = timezone.now()
    conversation.save()
    return conversation


def _refuse_identifiers_in_point(said: dict, quote: dict | None) -> None:
    label = PointKind(said["kind"]).label if "kind" in said else "What people said"
    refuse_identifiers({
        label: said.get("words", ""),
        "Who saw it differently": said.get("dissent", ""),
        "Their own words": (quote or {}).get("words", ""),
    })  # fmt: skip


def _keep_quote(point: Point, quote: dict | None) -> None:
    """Words without consent are not kept, and taking the words out takes the quote out."""
    before = Quote.objects.filter(point=point).first()
    if not (quote and quote.get("words") and quote.get("consent")):
        Quote.objects.filter(point=point).delete()
        return
    said = {name: value for name, value in quote.items() if name != "card"}
    if not before or not before.withdrawal_code or before.card != quote.get("card"):
        said["withdrawal_code"] = code_of_card(point.conversation, quote.get("card"))
    Quote.objects.update_or_create(point=point, defaults=said)
