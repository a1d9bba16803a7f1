"""How old somebody is, as far as their words tell, and how well a service of an age fits."""

from services_directory.search.words import stem, words_in

# The youngest and the oldest that are meant.
Ages = tuple[int, int]

_YOUNG: Ages = (0, 17)
_OLD: Ages = (65, 120)
_OF_THE_YOUNG = """son daughter kid child teenager teen teenage boy girl lad nephew niece grandson granddaughter
    school class pupil student"""
_OF_THE_OLD = "nan nanny gran granny grandma grandad grandmother grandfather pensioner"
_WORDS: dict[str, Ages] = {stem(word): _YOUNG for word in _OF_THE_YOUNG.split()}
_WORDS |= {stem(word): _OLD for word in _OF_THE_OLD.split()}
# Smaller numbers are rather a year of school or a number of things; 101, 111 and 999 are numbers to ring.
_AGES = range(8, 100)
FITS_WELL, TOO_YOUNG_OR_OLD = 1.3, 0.5


def told(typed: str) -> Ages | None:
    """The age that the words tell of: a number before a word about family, and nothing when neither is there."""
    words = words_in(typed)
    numbers = [int(word) for word in words if word.isascii() and word.isdecimal() and len(word) == 2]
    if number := next((number for number in numbers if number in _AGES), None):
        return number, number
    return next((_WORDS[stem(word)] for word in words if stem(word) in _WORDS), None)


def fit(youngest: float | None, oldest: float | None, meant: Ages) -> float:
    """What the age makes of a service that takes people from `youngest` to `oldest` (nothing where not known)."""
    if (youngest is not None and youngest > meant[1]) or (oldest is not None and oldest < meant[0]):
        return TOO_YOUNG_OR_OLD
    made_for_them = oldest is not None and oldest <= 25 if meant[1] <= 25 else bool(youngest and youngest >= 50)
    return FITS_WELL if made_for_them else 1.0
