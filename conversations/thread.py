"""The golden thread, read: what has an answer, and what was not taken forward. Public figures obey rule 7."""

from django.db.models import Sum

from common.disclosure import LEAST_CONVERSATIONS, count_of_people
from conversations.models import Aim, Coding, Conversation, Point, Theme

# A share is shown only of 20 or more (users.md 3.10, house rule 2).
LEAST_FOR_A_SHARE = 20


def came_of(conversation: Conversation) -> list[Theme]:
    """The themes of one conversation with what they led to, for a card that may be passed on.

    Without those that fewer than three conversations had: they would tell what this one group said (rule 7).
    """
    themes = Theme.objects.said().said_in(conversation).with_conversations_counted().with_answers()
    shown = themes.filter(conversation_count__gte=LEAST_CONVERSATIONS)
    return list(shown.prefetch_related("links__priority__actions"))


def not_taken_forward():
    """The themes that lead to no priority, with the published reason."""
    return Theme.objects.filter(not_taken_forward__isnull=False).select_related("not_taken_forward")


def share_answered() -> int | None:
    """Of what people said and we understood, how much has an answer: per cent, to the nearest 5; None if too little.

    An answer is a published priority, or a published reason why not.
    """
    understood = Point.objects.counted().filter(codings__isnull=False).distinct().count()
    answered = (
        Point.objects.counted()
        .filter(codings__theme__in=Theme.objects.answered(), codings__stands=True)
        .distinct()
        .count()
    )
    if understood < LEAST_FOR_A_SHARE:
        return None
    whole, part = (_rounded(number) for number in (understood, answered))
    return 5 * round(100 * part / whole / 5)


def _rounded(number: int) -> int:
    shown = count_of_people(number)
    return int(shown) if shown.isdigit() else 0


def strategy_as_it_stands(priorities) -> dict:
    """What the strategy says today, as everybody may read it: for an edition that is kept, and for open data."""
    return {
        "aims": [{"code": aim.code, "name": aim.name} for aim in Aim.objects.all()],
        "priorities": [_priority(page) for page in priorities.for_lists().prefetch_related("links__theme")],
        "not_taken_forward": [
            {"theme": theme.name, "code": theme.code, "because": theme.reason_not_taken_forward}
            for theme in not_taken_forward()
        ],
    }


def _priority(page) -> dict:
    return {
        "slug": page.slug,
        "title": page.title,
        "aim": page.aim.code if page.aim else "",
        "summary": page.summary,
        "understood": page.understood,
        "in_years": dict(page.horizons),
        "owner": page.owner_role,
        "agreed_on": f"{page.agreed_on or ''}",
        "conversations": page.heard,
        "themes": [
            {"code": link.theme.code, "name": link.theme.name, "how": link.kind, "why": link.reason}
            for link in page.links.all()
        ],
        "actions": [
            {
                "code": action.code, "title": action.title, "owner": action.owner, "partners": action.partners,
                "due": f"{action.due or ''}", "cost": action.cost, "status": action.status,
                "why": action.status_reason,
            }
            for action in page.actions.all()
        ],
    }  # fmt: skip


def outcomes() -> dict[int, str]:
    """For each conversation that counts: what came of it, as one text that differs where the answer does. Five queries.

    "" where nothing has come of it yet. Only answers that its card may show (rule 7) are in it.
    """
    themes = Theme.objects.said().in_use().with_conversations_counted().with_answers()
    shown = themes.filter(conversation_count__gte=LEAST_CONVERSATIONS).prefetch_related("links__priority__actions")
    answers = {theme.pk: set(_outcomes_of(theme)) for theme in shown}
    found: dict[int, set[str]] = {pk: set() for pk in Conversation.objects.counted().values_list("pk", flat=True)}
    said = Coding.objects.counted().standing().order_by().values_list("point__conversation", "theme").distinct()
    for conversation, theme in said:
        found[conversation] |= answers.get(theme, set())
    return {conversation: "\n".join(sorted(lines)) for conversation, lines in found.items()}


def _outcomes_of(theme: Theme) -> list[str]:
    """One line for each priority and action. The theme's own name is in none, so that merging it is no news."""
    lines = [f"{priority.pk}: {priority.progress}" for priority in theme.answers]
    lines += [f"{action.code}: {action.status}" for priority in theme.answers for action in priority.actions.all()]
    if not theme.answers and theme.reason_not_taken_forward:
        lines.append(f"because {theme.reason_not_taken_forward}")
    return lines


def people_heard(page, before: dict) -> dict:
    """How many people took part in the conversations behind a priority, for an edition: rounded, and not of too few.

    It is told in editions alone, which have a date. `before` is what the edition before said of the same priority:
    while fewer than three conversations came or went since it was counted, its figure stays, because the difference
    would be theirs.
    """
    behind = Conversation.objects.counted().behind(page)
    number, counted_of = behind.count(), before.get("people_of")
    if number < LEAST_CONVERSATIONS:
        return {}
    if counted_of is not None and abs(number - counted_of) < LEAST_CONVERSATIONS:
        return {"people": before["people"], "people_of": counted_of}
    heard = Conversation.objects.filter(pk__in=behind.values("pk")).aggregate(all=Sum("total_attended"))["all"]
    return {"people": count_of_people(heard or 0), "people_of": number}
