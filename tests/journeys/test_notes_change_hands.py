"""A note that somebody else types in, that is kept from a reader, and that is taken back; and a phone laid aside."""

import re
from datetime import date

import pytest

pytestmark = pytest.mark.browser
LIFE = "19:00"  # minutes of a page that nobody touched: one less than a sign-in lasts


def typed_in_for_a_facilitator(coordinator) -> str:
    """The coordinator has a sheet of paper on the desk; gives the reference of the note."""
    today = date.today()
    coordinator.sign_in("coordinator")
    coordinator.open("/workspace/conversations/")
    coordinator.follow("Type in a note for somebody")
    coordinator.page.get_by_label("Who held it?").select_option(label="Demo Facilitator")
    coordinator.page.get_by_label("On paper").check()
    for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        coordinator.page.get_by_label(part, exact=True).fill(str(value))
    coordinator.press("Begin the note")
    return re.search(r"C-[A-Z0-9]{4}", coordinator.page.content())[0]


def written(person, reference: str, words: str) -> None:
    """The screens that a note cannot do without, and one point."""
    person.open(f"/my/conversations/{reference}/facts/")
    person.page.get_by_label("How many people took part?").fill("9")
    person.page.get_by_label("No", exact=True).check()
    person.page.get_by_label("The opening words were read out at the start").check()
    person.press("Save and continue")
    person.open(f"/my/conversations/{reference}/harm/")
    person.page.get_by_label("Cause 1", exact=True).fill(words)
    person.press("Save and continue")
    person.open(f"/my/conversations/{reference}/safety/")
    person.page.get_by_label("No", exact=True).check()
    person.press("Continue")


def test_paper_becomes_a_note_that_one_reader_never_finds(visitor, unused_number):
    words = f"The hall on the corner was locked {unused_number()} evenings."
    coordinator, facilitator, analyst, other = (visitor() for _ in range(4))
    reference = typed_in_for_a_facilitator(coordinator)
    written(coordinator, reference, words)
    coordinator.follow("Is somebody who reads notes part of what was said?")
    coordinator.page.get_by_label("Demo Analyst2 (analyst)").check()
    coordinator.press("Save")
    coordinator.press("Hand in the note")
    assert "We have your note" in coordinator.page.inner_text("main")

    facilitator.sign_in("facilitator")
    assert reference in facilitator.open("/my/conversations/").inner_text("main")
    facilitator.open(f"/my/conversations/{reference}/")
    facilitator.press("Take it back and change it")
    facilitator.open(f"/my/conversations/{reference}/check/")
    facilitator.press("Hand in the note")

    analyst.sign_in("analyst")
    note = analyst.open(f"/workspace/conversations/{reference}/").inner_text("main")
    assert words in note
    assert "Told on paper, and typed in by Demo Coordinator" in note
    other.sign_in("analyst2")
    assert reference not in other.open("/workspace/conversations/").inner_text("main")
    assert other.page.goto(f"/workspace/conversations/{reference}/").status == 404


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_somebody_who_only_reads_is_asked_and_stays_by_one_key(visitor):
    reader = visitor()
    reader.page.clock.install()
    reader.sign_in("coordinator")
    reader.open("/workspace/conversations/")

    reader.page.clock.fast_forward(LIFE)
    dialog = reader.page.get_by_role("dialog", name="Are you still there?")
    dialog.wait_for()
    reader.looked_at()
    assert reader.page.evaluate("document.activeElement.innerText") == "Stay signed in"
    reader.page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")

    assert "/workspace/conversations/" in reader.page.url


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_a_phone_laid_aside_while_writing_loses_no_word(visitor, unused_number):
    words = f"Lights were out on {unused_number()} nights."
    writer = visitor()
    writer.page.clock.install()
    coordinator = visitor()
    reference = typed_in_for_a_facilitator(coordinator)
    writer.sign_in("facilitator")
    writer.open(f"/my/conversations/{reference}/harm/")
    writer.page.get_by_label("Cause 1", exact=True).fill(words)

    with writer.page.expect_response(lambda answer: "/typed/" in answer.url and answer.ok):
        writer.page.clock.fast_forward("00:03")
    writer.page.clock.fast_forward(LIFE)
    stay = writer.page.get_by_role("button", name="Stay signed in")
    stay.wait_for()
    stay.focus()
    writer.page.keyboard.press("Enter")
    stay.wait_for(state="hidden")

    assert writer.page.get_by_label("Cause 1", exact=True).input_value() == words
    again = visitor()
    again.sign_in("facilitator")
    again.open(f"/my/conversations/{reference}/harm/")
    assert again.page.get_by_label("Cause 1", exact=True).input_value() == words
