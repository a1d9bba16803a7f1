"""Small numbers never show (rule 7). Everything that leaves the analyst's desk goes through here.

Source: the NHS HES method (0 stays, 1 to 7 become *, the rest goes to the nearest 5), and the partnership's own
rule that the number of conversations, which is not personal, is exact from 3 up.
"""

SMALL = "*"
LEAST_CONVERSATIONS = 3


def count_of_people(number: int) -> str:
    """A count of people, or of what they are, as it may be shown: "0", "*" or a multiple of 5."""
    if number < 0:
        raise ValueError("A count cannot be less than 0.")
    if number == 0:
        return "0"
    if number <= 7:
        return SMALL
    return str(5 * ((number + 2) // 5))


def count_of_conversations(number: int) -> str:
    """A number of conversations as it may be shown: exact from 3 up, "0", or "fewer than 3"."""
    if number < 0:
        raise ValueError("A count cannot be less than 0.")
    if number == 0 or number >= LEAST_CONVERSATIONS:
        return str(number)
    return f"fewer than {LEAST_CONVERSATIONS}"
