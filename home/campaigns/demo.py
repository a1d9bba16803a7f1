"""Two invented campaigns: one that runs, and one that waits for a publisher. Both say that they are demo."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Page, Workflow

from accounts.demo import address
from accounts.models import User
from common.models import KeyMessage
from home.approving.lanes import Lane
from home.campaigns.pages import CampaignIndexPage, CampaignPage
from home.content.written import Block, html, join, say, steps, strengths, text
from home.toolkit.models import CampaignAsset

DEMO_NOTE = text("<strong>This is a demo campaign.</strong> It was made up to show what a campaign looks like.")

WALK: dict = {
    "slug": "demo-walk-home-together",
    "title": "Demo campaign: walk home together",
    "summary": "Going the same way? Go as a group. A demo campaign, made up to show what one looks like.",
    "audience": "young people on their way home, and adults who work nearby",
    "messages": ["knife-crime", "bullying"],
    "body": [
        DEMO_NOTE,
        strengths("You know this already", html("Friends make a walk shorter, and safer.")),
        say(
            ("Which way are you going? Shall we walk?", "To someone in your class"),
            ("Come in for a minute, if you like. I am open until six.", "If you work in a shop"),
        ),
        steps(
            "Find out who goes your way.",
            "Pick a place to meet, and a time.",
            "If you feel unsafe, go where there are people.",
            heading="How to start",
        ),
        join("Be an adult they can turn to", "A workshop takes about four hours.", "Become a champion", "/workshops/"),
    ],
    "objective": "Demo: more young people say that they have somebody to walk home with, by the summer.",
    "insight": "Demo: the way home is when many feel least safe.",
    "strategy": "Demo: posters where people wait, and words for shops.",
    "implementation": "Demo: two schools, six shops, one printer.",
    "scoring": "Demo: posters put up, and what the Youth Panel says.",
}

ASK: dict = {
    "slug": "demo-ask-do-not-guess",
    "title": "Demo campaign: ask, do not guess",
    "summary": "A kind question beats a warning. A demo campaign that waits for a publisher.",
    "audience": "parents and carers",
    "messages": ["online-dangers", "drugs-and-alcohol"],
    "body": [
        DEMO_NOTE,
        text("Children talk more to adults who ask than to adults who warn. Ask one thing, then wait."),
        say(("What was the best thing you saw online today?", "To your child")),
    ],
}


@transaction.atomic
def load(root: Page) -> None:
    """Put both in place. Running it again changes nothing."""
    index = CampaignIndexPage.objects.child_of(root).get()
    comms, publisher = (User.objects.get(email=address(name)) for name in ("comms", "publisher"))
    if walk := _draft(index, WALK, comms, days=365):
        walk.assets.add(_easy_read(walk))
        walk.save_revision(user=comms).publish(user=publisher)
    if ask := _draft(index, ASK, comms, days=60):
        ask.save_revision(user=comms)
        Workflow.objects.get(name=Lane.STANDARD.value).start(ask, comms)


def _easy_read(page: CampaignPage) -> CampaignAsset:
    """Where an Easy Read leaflet will be; the file says that it is not here yet."""
    words = "Placeholder. The Easy Read leaflet is not here yet. It is written with people who use Easy Read."
    file = Document.objects.create(title="Easy Read placeholder", file=ContentFile(words.encode(), "easy-read.txt"))
    return CampaignAsset(
        campaign=page, kind=CampaignAsset.Kind.POSTER, title="Easy Read leaflet (placeholder)", file=file,
        language="easy-read", in_words=words,
    )  # fmt: skip


def _draft(index: Page, words: dict, author: User, *, days: int) -> CampaignPage | None:
    """An unpublished campaign, or nothing when it is there already."""
    if index.get_children().filter(slug=words["slug"]).exists():
        return None
    now = timezone.now()
    fields: dict[str, str | list[Block]] = {name: value for name, value in words.items() if name != "messages"}
    page = CampaignPage(live=False, owner=author, starts=now, expires=now + timedelta(days=days), **fields)
    page.messages = KeyMessage.objects.filter(code__in=words["messages"])
    index.add_child(instance=page)
    return page
