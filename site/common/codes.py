"""Codes that people read aloud, write down and type: the reference of a booking, the code of a certificate."""

import secrets

# No vowels, and none of the pairs that people mix up when they read a code aloud or write it down.
LETTERS = "34679CDFGHJKMNPQRTVWXY"
REFERENCE = (3, 4)
# 71 bits: nobody guesses one.
CERTIFICATE = (4, 4, 4, 4)


def new(groups: tuple[int, ...]) -> str:
    """A fresh code of so many letters in each group, such as "KD7-94MX"."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(length)) for length in groups)


def is_whole(code: str, groups: tuple[int, ...]) -> bool:
    """Whether `code` has every letter, and no other sign: it may still be nobody's."""
    parts = code.split("-")
    return [len(part) for part in parts] == list(groups) and all(sign in LETTERS for part in parts for sign in part)


def tidied(typed: str, groups: tuple[int, ...]) -> str:
    """What somebody typed, in the shape of a code: small letters, blanks and forgotten hyphens are all right."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    ends = [sum(groups[:place]) for place in range(1, len(groups))]
    # Letters too many stay in the last group: then it is nobody's code, and not somebody else's.
    parts = [signs[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True)]
    return "-".join(part for part in parts if part)
