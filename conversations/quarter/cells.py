"""Cells as people write them: a day, a number, words. What cannot be read is a sentence, and never a guess."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from common.disclosure.formats import FORMULA_STARTS


class Unreadable(Exception):
    """What is wrong with a cell and what to write instead, in a sentence."""


def words(cell) -> str:
    """Text without the sign that keeps a spreadsheet from running it. Raises Unreadable for a formula."""
    text = "" if cell is None else str(cell).strip()
    if text.startswith("="):
        raise Unreadable("There is a formula in it. Write the words or the number itself")
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def day(cell) -> date | None:
    """27/3/2027, 2027-03-27, or a cell that is a date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = words(cell)
    if not text:
        return None
    for shape in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, shape).date()
        except ValueError:
            continue
    raise Unreadable(f"“{text[:20]}” is no date. Write it like 27/3/2027")


def number(cell) -> Decimal | None:
    """12, 12.5, 1,200 or 40%."""
    text = words(cell).replace(",", "").removesuffix("%").strip()
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Unreadable(f"“{text[:20]}” is no number. Write digits, like 12.5") from None
    if not value.is_finite() or abs(value) >= Decimal(10) ** 10 or value != value.quantize(Decimal("0.01")):
        raise Unreadable("Write a number with two places after the point or fewer")
    return value.quantize(Decimal("0.01"))


def choice(cell, choices) -> str:
    """The code that is meant, by its code or its words. Raises Unreadable with all of them."""
    text = words(cell).casefold()
    for code, label in choices.choices:
        if text in (str(code).casefold(), str(label).casefold()):
            return code
    raise Unreadable(f"Write one of: {'; '.join(choices.labels)}")
