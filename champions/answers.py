"""What people said before and after, all workshops together, as it may be shown (rule 7)."""

from champions.models import AnswerCount, Workshop
from common import before_and_after


def results() -> before_and_after.Results:
    """Two queries."""
    keys = list(Workshop.objects.answered().values_list("pk", flat=True))
    return before_and_after.results(keys, lambda some: AnswerCount.objects.filter(workshop__in=some).together())
