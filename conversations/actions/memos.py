"""What coders note down beside their choice."""

from accounts.models import User
from conversations.models import Memo, Point


def keep_memo(*, point: Point, coder: User, words: str) -> None:
    """One memo per coder and point; none where `words` are empty."""
    if words:
        Memo.objects.update_or_create(point=point, coder=coder, defaults={"words": words})
    else:
        Memo.objects.filter(point=point, coder=coder).delete()
