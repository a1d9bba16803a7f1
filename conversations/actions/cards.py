"""The codes on cards: one for everybody who took part, one for each person whose own words are written down."""

from django.db import transaction

from common import audit, codes
from conversations import emails
from conversations.models import Conversation, Quote
from conversations.models.conversations import QUOTE_CARDS


def new_code() -> str:
    """Such as 7Q4K-93WX: one of fifty thousand million, so that nobody guesses it."""
    return codes.new((4, 4))


def new_codes() -> list[str]:
    return [new_code() for _ in range(QUOTE_CARDS)]


def new_reference() -> str:
    """Such as C-7Q4K."""
    return "C-" + codes.new((4,))


@transaction.atomic
def make_cards(*, conversation: Conversation) -> Conversation:
    """Codes for those that were planned before there were cards. The same cards every time."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not conversation.withdrawal_code or not conversation.quote_codes:
        conversation.withdrawal_code = conversation.withdrawal_code or new_code()
        conversation.quote_codes = conversation.quote_codes or new_codes()
        conversation.save(update_fields=["withdrawal_code", "quote_codes"])
    return conversation


def code_of_card(conversation: Conversation, card: int | None) -> str:
    """The code on printed card `card` (1 is the first), or a new one for a speaker who got none of them."""
    printed = conversation.quote_codes
    return printed[card - 1] if card and card <= len(printed) else new_code()


@transaction.atomic
def take_quotes_out(*, code: str) -> int:
    """Whoever has a speaker's card takes their own words out, everywhere and at any time: they are destroyed.

    How many quotes that were. What the note-taker wrote in plain words stays: it is nobody's own.
    """
    # Quotes of before there were cards have no code, and no code may take those out.
    found = Quote.objects.select_for_update(of=("self",)).filter(withdrawal_code=code).exclude(withdrawal_code="")
    quotes = list(found.select_related("point__conversation"))
    for quote in quotes:
        conversation = quote.point.conversation
        quote.delete()
        _forget_what_is_being_typed(conversation, f"point-{quote.point.number}")
        audit.record("own words taken out by their speaker", thing=quote.point)
        emails.tell_words_are_out(conversation)
    return len(quotes)


def _forget_what_is_being_typed(conversation: Conversation, screen: str) -> None:
    """Somebody has the point open on a phone: its words stay, those of the speaker go."""
    for unfinished in conversation.unfinished.of_screen(screen):
        unfinished.answers = {name: kept for name, kept in unfinished.answers.items() if not name.startswith("quote_")}
        unfinished.revision += 1
        unfinished.save(update_fields=["answers", "revision"])
