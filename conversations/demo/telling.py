"""One release of figures and one published page of what was heard. All of it is invented, and says so."""

from accounts.models import User
from common.models import Release
from conversations import actions
from conversations.actions.releasing import SERIES
from conversations.demo.strategy import NOTICE
from conversations.models import Theme, WhatWeHeardPage

INTRO = (
    "Thank you to everybody who came, listened and spoke. "
    "This is what we understood so far, what people saw differently, and what comes of it."
)
# Theme: (what we understood, who saw it differently).
TOLD = {
    "after-six": ("People want warm, free places in the evening, with people they know.", ""),
    "trusted-adults": ("One adult who stays can change a life. Many are needed, and for years.", ""),
    "getting-home": ("The way home after dark is the part of the day that worries people most.", ""),
    "cameras": (
        "Some feel safer where there are cameras and patrols.",
        "Others feel watched by them, and would rather see the money go to youth work.",
    ),
}  # fmt: skip


def load(*, analyst: User) -> None:
    if WhatWeHeardPage.objects.exists():
        return
    if not Release.objects.filter(series=SERIES).exists():
        actions.release_themes(by=analyst)
    themes = Theme.objects.filter(code__in=TOLD).order_by("order")
    page = actions.draft_what_we_heard(by=analyst, title="What we heard so far", table=0, themes=themes)
    words = {told.pk: TOLD[told.theme.code] for told in page.heard_themes.all()}
    page.notice, page.summary = NOTICE, "Themes, figures and what comes of them. Demonstration content."
    actions.write_what_we_heard(page=page, by=analyst, intro=INTRO, words=words)
    page.get_latest_revision().publish()
