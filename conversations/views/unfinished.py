"""The page of a note sends what is in its boxes every few seconds. Without JavaScript nothing ever comes here."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from conversations import actions, answers
from conversations.models import Conversation
from conversations.views.doors import SignedInRequest, open_note


@open_note
@require_POST
def keep_typed(request: SignedInRequest, conversation: Conversation, screen: str) -> HttpResponse:
    """Keep it, and say so; or say in a sentence why not. The words stay in the page in either case."""
    try:
        stamp = answers.stamp_of_screen(conversation, screen)
        kept, left_out = actions.keep_typed(
            conversation=conversation, by=request.user, screen=screen, answers=dict(request.POST.lists()), stamp=stamp,
            revision=_number(request.POST.get("revision", "")),
        )  # fmt: skip
    except answers.NoSuchScreen as nothing:
        raise Http404 from nothing
    except (answers.ChangedElsewhere, actions.TooMuch) as refused:
        return JsonResponse({"problem": str(refused)}, status=409)
    return JsonResponse({"revision": kept.revision, "left_out": left_out})


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
