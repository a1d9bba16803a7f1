"""One sentence that a resident said, followed to what was decided and done, and back.

Every later part of the platform lengthens this story.
"""

import re
from datetime import date

import pytest

pytestmark = pytest.mark.browser

THEME = "Somewhere to go after six"
PRIORITY = "/strategy/somewhere-safe-after-six/"


def plan(facilitator) -> None:
    today = date.today()
    facilitator.open("/my/conversations/plan/")
    for part, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        facilitator.page.get_by_label(part, exact=True).fill(str(value))
    facilitator.page.get_by_label("What kind of place is it?").select_option(index=1)
    with facilitator.page.expect_navigation():
        facilitator.page.locator("main form button").last.click()
    facilitator.looked_at()


def write(facilitator, sentence: str) -> str:
    """Write the note screen by screen and hand it in. Gives its reference."""
    page = facilitator.page
    reference = re.search(r"C-[A-Z0-9]{4,}", page.content())[0]
    facilitator.open(f"/my/conversations/{reference}/facts/")
    page.get_by_label("How many people took part?").fill("9")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("The opening words were read out").check()
    facilitator.press("Save and continue")
    facilitator.press("Save and continue")
    page.get_by_label("Strength 1").fill("The barbers on the high street stay open and talk to the young ones.")
    facilitator.press("Save and continue")
    facilitator.press("Save and continue")
    page.get_by_label("Idea 1").fill(sentence)
    page.get_by_label("Council", exact=False).first.check()
    facilitator.press("Save and continue")
    facilitator.press("Save and continue")
    facilitator.press("Save and continue")
    page.get_by_label("The first thing to hear").fill("Young people need a warm place in the evening.")
    facilitator.press("Save and continue")
    page.get_by_label("No", exact=False).first.check()
    with page.expect_navigation():
        page.locator("main form button").last.click()
    facilitator.looked_at()
    facilitator.open(f"/my/conversations/{reference}/check/")
    assert sentence in page.inner_text("main")
    facilitator.press("Hand in the note")
    return reference


def understand(coordinator, reference: str, sentence: str) -> None:
    """Accept the note, and put a theme on each of its points."""
    coordinator.open(f"/workspace/conversations/{reference}/")
    assert sentence in coordinator.page.inner_text("main")
    coordinator.press("Accept this note")
    coordinator.open(f"/workspace/conversations/{reference}/")
    coordinator.follow("Choose themes, point by point")
    coordinator.page.get_by_label("None of these").check()
    coordinator.press("Save, next point")
    assert sentence in coordinator.page.inner_text("main")
    coordinator.page.get_by_label(THEME).check()
    with coordinator.page.expect_navigation():
        coordinator.page.locator("main form button").last.click()
    coordinator.open(f"/workspace/conversations/{reference}/")
    coordinator.press("Its themes are complete")


def conversations_behind(person) -> int:
    text = person.open(PRIORITY).inner_text("main")
    return int(re.search(r"(\d+) conversations", text)[1])


def merge_into_theme_and_split_priority(analyst, name: str) -> None:
    """A theme of its own leads to the priority and is merged into THEME; then the priority is split."""
    page = analyst.page
    analyst.open("/workspace/codebook/new/")
    page.get_by_label("Name", exact=True).fill(name)
    analyst.press("Add it")
    analyst.open(f"/workspace/themes/{name.lower().replace(' ', '-')}/")
    page.get_by_label("Somewhere safe to go after six").check()
    page.get_by_label("People asked for this").check()
    page.get_by_label("Why?").fill("It was said in the same breath.")
    analyst.press("Link it")
    analyst.open(f"/workspace/themes/{name.lower().replace(' ', '-')}/merge/")
    page.get_by_label("Merge it into which theme?").select_option(label=THEME)
    analyst.press("Merge them")
    analyst.open("/workspace/priorities/")
    analyst.follow("Somewhere safe to go after six")
    analyst.follow("Split it")
    page.get_by_label("What does the new priority promise?").fill(f"Warm halls, {name}")
    page.get_by_label(THEME).check()
    analyst.press("Split it")
    assert THEME in page.inner_text("main")


def two_clicks_there_and_back(resident, facilitator, reference: str, sentence: str) -> None:
    """For everyone, from the priority to what was heard and back, without the sentence; for its facilitator with it."""
    resident.open(PRIORITY)
    assert resident.page.get_by_text("Feel safe getting home").count() > 0
    resident.follow(THEME)
    assert re.search(r"\d+\s+conversations", resident.page.inner_text("main"))
    assert sentence not in resident.page.content()
    resident.follow("Somewhere safe to go after six")
    assert resident.page.url.endswith(PRIORITY)
    facilitator.open(f"/my/conversations/{reference}/came-of-it/")
    assert sentence in facilitator.page.inner_text("main")
    facilitator.follow("Somewhere safe to go after six")
    assert facilitator.page.url.endswith(PRIORITY)


def test_a_sentence_becomes_a_point_a_theme_a_priority_an_action_and_a_figure_and_back(visitor, unused_number):
    facilitator, coordinator, analyst, resident = visitor(), visitor(), visitor(), visitor()
    sentence = f"Give us somewhere warm to go after six, near the bus stop {unused_number()}."
    before = conversations_behind(resident)

    facilitator.sign_in("facilitator")
    plan(facilitator)
    reference = write(facilitator, sentence)
    coordinator.sign_in("coordinator")
    understand(coordinator, reference, sentence)

    # Forward: one more conversation stands behind the priority, and its actions are there to see.
    assert conversations_behind(resident) == before + 1
    assert resident.page.get_by_text("Work beside communities").count() > 0
    two_clicks_there_and_back(resident, facilitator, reference, sentence)
    # The same when two themes have become one, and the priority two.
    analyst.sign_in("analyst")
    merge_into_theme_and_split_priority(analyst, f"Warm places {unused_number()}")
    assert conversations_behind(resident) == before + 1
    two_clicks_there_and_back(resident, facilitator, reference, sentence)
    # And a note is for its readers alone.
    assert resident.page.goto(f"{resident.platform.url}/workspace/conversations/{reference}/").url.endswith(
        f"/accounts/login/?next=/workspace/conversations/{reference}/"
    )


def test_a_note_waits_on_the_server_for_another_device(visitor):
    phone, laptop = visitor(), visitor()
    phone.sign_in("facilitator")
    plan(phone)
    reference = re.search(r"C-[A-Z0-9]{4,}", phone.page.content())[0]
    phone.open(f"/my/conversations/{reference}/working/")
    phone.page.get_by_label("Strength 1").fill("Neighbours look out for each other.")
    phone.press("Save and continue")

    laptop.sign_in("facilitator")
    laptop.open(f"/my/conversations/{reference}/working/")

    assert "Neighbours look out for each other." in laptop.page.inner_text("main")
    assert phone.page.context.storage_state()["origins"] == []


def test_the_board_sees_how_it_goes_and_agrees_and_residents_read_how_we_measure(visitor):
    member, resident = visitor(), visitor()
    member.sign_in("board")
    member.open("/board/")
    member.follow("Edition 1 of the strategy")
    assert member.page.get_by_text("Looked at together with people who live here").count() > 0
    member.open("/workspace/priorities/somewhere-safe-after-six/")
    member.open("/board/decisions/")

    resident.open("/strategy/")
    resident.follow("How we measure")
    assert resident.page.get_by_text("Feel safe getting home").count() > 0
    resident.open("/conversations/what-came-of-it/")
    assert resident.page.context.cookies() == []
