"""Ben writes down a conversation of twelve points on his phone, on the bus home: by taps, not by scripts.

How long it takes depends on the thumb and not on this machine, so no second is asserted. What he must do is: how many
pages, taps and letters. The seconds of the machine stand in the report of pytest (--junit-xml), for whoever compares.
"""

import re
import time
from dataclasses import dataclass
from datetime import date
from itertools import chain

import pytest

pytestmark = pytest.mark.browser

# Screen → what people said on it. Twelve in all, one of them in somebody's own words.
SAID = {
    "strength": [
        "The library is warm and open to everyone.",
        "Neighbours look out for the little ones.",
        "The barbers talk to the boys.",
    ],
    "cause": [
        "Everything shuts at six.",
        "Older ones offer money to younger ones.",
        "Young people are stopped for how they look.",
        "There is no one to talk to after something happens.",
    ],
    "idea": [
        "Open the school hall in the evening.",
        "Pay young people to run sessions.",
        "Somebody kind on the late bus.",
    ],
    "offer": ["A parent will run football on Sundays."],
    "point": ["Some want more police, some want fewer."],
}
MOST_TAPS = 45
MOST_PAGES = 18


@dataclass
class Thumb:
    """Counts what a person must do."""

    person: object
    taps: int = 0
    pages: int = 0
    letters: int = 0

    def write(self, label: str, words: str) -> None:
        self.person.page.get_by_label(label, exact=True).fill(words)
        self.taps += 1
        self.letters += len(words)

    def choose(self, label: str) -> None:
        self.person.page.get_by_label(label, exact=True).check()
        self.taps += 1

    def press(self, name: str, *, seen_before: bool = False) -> None:
        """Press a button. A screen that was looked at a moment ago is not checked again."""
        self.taps += 1
        self.pages += 1
        if not seen_before:
            self.person.press(name)
            return
        with self.person.page.expect_navigation():
            self.person.page.get_by_role("button", name=name, exact=True).click()


def planned(person) -> str:
    """A conversation of today; gives its reference."""
    today = date.today()
    person.open("/my/conversations/plan/")
    for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        person.page.get_by_label(part, exact=True).fill(str(value))
    person.press("Plan it")
    return re.search(r"C-[A-Z0-9]{4}", person.page.content())[0]


def write_points(thumb: Thumb, one: str, sentences: list[str]) -> None:
    """One box after the other; the last one goes on to the next screen."""
    for number, sentence in enumerate(sentences, start=1):
        thumb.write(f"{one.capitalize()} {number}", sentence)
        if number < len(sentences):
            thumb.press(f"Save and add another {one}", seen_before=True)
    thumb.press("Save and continue")


def in_their_own_words(thumb: Thumb) -> None:
    thumb.person.page.get_by_text("Say more about this one").click()
    thumb.taps += 1
    thumb.write("Their own words", "It is my second home.")
    thumb.choose("Anyone, without saying who said it")
    thumb.choose("They told me")
    thumb.person.page.get_by_label("Which card did you give them?").select_option(label="Card 1")
    thumb.taps += 1


def test_twelve_points_are_written_down_and_handed_in_with_few_taps(visitor, javascript, record_testsuite_property):
    ben = visitor()
    ben.sign_in("facilitator")
    reference = planned(ben)
    ben.open(f"/my/conversations/{reference}/facts/")
    thumb, began = Thumb(ben), time.monotonic()

    thumb.write("How many people took part?", "14")
    thumb.choose("Yes")
    thumb.choose("The opening words were read out at the start")
    thumb.press("Save and continue")
    thumb.press("Save and continue")
    in_their_own_words(thumb)
    for one, sentences in SAID.items():
        write_points(thumb, one, sentences)
    thumb.write("The first thing to hear", "Keep places open in the evening.")
    thumb.write("How will you tell them what came of this?", "A letter to the school.")
    thumb.press("Save and continue")
    thumb.choose("No")
    thumb.press("Continue")
    thumb.press("Hand in the note")

    seconds = round(time.monotonic() - began, 1)
    for name, value in (("taps", thumb.taps), ("pages", thumb.pages), ("letters", thumb.letters), ("seconds", seconds)):
        record_testsuite_property(f"twelve points {'with' if javascript else 'without'} JavaScript, {name}", value)
    assert "We have your note" in ben.page.inner_text("main")
    assert thumb.taps <= MOST_TAPS
    assert thumb.pages <= MOST_PAGES
    # Every word is there for those who read it, and nothing stayed on the phone.
    reader = visitor()
    reader.sign_in("coordinator")
    note = reader.open(f"/workspace/conversations/{reference}/").inner_text("main")
    for sentence in [*chain.from_iterable(SAID.values()), "It is my second home.", "A letter to the school."]:
        assert sentence in note
    assert ben.page.context.storage_state()["origins"] == []
