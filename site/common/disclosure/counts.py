"""One number by itself, as it may be shown.

Source: the NHS HES method (0 stays, 1 to 7 become *, the rest goes to the nearest 5), and the partnership's own
rule that the number of conversations, which is not personal, is exact from 3 up.
"""

SMALL = "*"
LEAST_CONVERSATIONS = 3
# A share is shown only of 20 or more.
LEAST_FOR_A_SHARE = 20
STEP, MOST_HIDDEN = 5, 7


def count_of_people(number: int) -> str:
    """A count of people, or of what they are, as it may be shown: "0", "*" or a multiple of 5."""
    if number < 0:
        raise ValueError("A count cannot be less than 0.")
    if number == 0:
        return "0"
    if number <= MOST_HIDDEN:
        return SMALL
    return str(STEP * ((number + 2) // STEP))


def count_of_conversations(number: int) -> str:
    """A number of conversations as it may be shown: exact from 3 up, "0", or "fewer than 3"."""
    if number < 0:
        raise ValueError("A count cannot be less than 0.")
    if number == 0 or number >= LEAST_CONVERSATIONS:
        return str(number)
    return f"fewer than {LEAST_CONVERSATIONS}"


def share_of(part: int, whole: int) -> int | None:
    """Per cent to the nearest 5, from the rounded numbers and of 20 or more; None where it may not be shown."""
    shown_part, shown_whole = count_of_people(part), count_of_people(whole)
    if whole < LEAST_FOR_A_SHARE or shown_part == SMALL:
        return None
    return min(100, STEP * round(100 * int(shown_part) / int(shown_whole) / STEP))


def could_be(shown: str) -> tuple[int, int]:
    """The least and the most that a shown number of people stands for."""
    if shown == SMALL:
        return 1, MOST_HIDDEN
    middle = int(shown)
    return (0, 0) if middle == 0 else (middle - 2, middle + 2)
