"""Text into words that can be compared: folded, stemmed, and by sound."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W_]+")

LONGEST_WORD = 40

# Words that say nothing about what a person needs.
STOP_WORDS = frozenset(
    """a about all am an and any are as at be been being but by can cant could d did do does doing for from get
    getting go going got had happened happening happens has have having he
    her hers him his how i im if in is it its just like ll m me my need
    of on one or our out please re really s she should so some someone somebody that the their them then there they
    this to too u up us ve want was we were what when where which who will with would you your""".split()  # noqa: SIM905
)

# Words that count only where nothing else was said: everybody here wants help.
WEAK_WORDS = frozenset({"help", "helping", "helps", "support", "advice"})


def words_in(text: str) -> list[str]:
    """The words of `text` in small letters, without accents, in their order, stop words included."""
    plain = text.replace("’", "'").casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = plain.replace("'", "")
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain)]


def stems_of(text: str) -> list[str]:
    """The stems of the words of `text` that say something."""
    return [stem(word) for word in words_in(text) if word not in STOP_WORDS]


# Forms that the stemmer cannot see belong together.
_IRREGULAR = {
    form: plain
    for plain, forms in {
        "beat": "beaten", "bite": "bit bitten", "break": "broke broken", "child": "children", "drink": "drank drunk",
        "fight": "fought", "hide": "hid hidden", "keep": "kept", "knife": "knives", "leave": "left", "lose": "lost",
        "meet": "met", "run": "ran", "sell": "sold", "send": "sent", "sleep": "slept", "speak": "spoke spoken",
        "steal": "stole stolen", "take": "took taken", "tell": "told", "think": "thought", "throw": "threw thrown",
        "wife": "wives",
    }.items()
    for form in forms.split()
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    return _STEMMER.stemWord(_IRREGULAR.get(word, word))


# English spells one sound in many ways. Longer spellings first.
_SOUNDS = [
    ("tch", "ch"), ("gz", "x"), ("ks", "x"), ("cks", "x"), ("ck", "k"), ("ph", "f"), ("kn", "n"), ("wr", "r"),
    ("gh", ""), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("q", "k"), ("z", "s"), ("y", "i"),
]  # fmt: skip


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """How `word` sounds, roughly: "cooth" as "kooth", "domestik" as "domestic"."""
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    return re.sub(r"(.)\1+", r"\1", word)
