"""Two invented hubs. Both say that they are demo."""

from datetime import time

from champions.models import Venue
from home.content.written import text
from home.hubs.pages import HubIndexPage, HubPage, HubSession
from services_directory.choices import Weekday

NOTE = text("<strong>This is a demo hub.</strong> It was made up to show what a hub looks like. Do not go there.")
HUBS = [
    ("demo-catford-hub", "Demo hub: Catford", "Demo Hall", [(Weekday.TU, 15, 18, ""), (Weekday.SA, 11, 13, "")]),
    ("demo-deptford-hub", "Demo hub: Deptford", "Demo Community Centre", [(Weekday.WE, 16, 19, "Parents and carers")]),
]


def load(root) -> None:
    """Put the demo hubs in place, once."""
    index = HubIndexPage.objects.child_of(root).get()
    for slug, title, venue_name, sessions in HUBS:
        if HubPage.objects.filter(slug=slug).exists():
            continue
        venue = Venue.objects.get(name=venue_name, is_demo=True)
        page = HubPage(
            slug=slug, title=title, summary="Come in and talk to somebody who listens. You need no appointment.",
            area=venue.area, address=f"1 Invented Street\n{venue.area}", step_free=venue.step_free, venue=venue,
            body=[NOTE],
        )  # fmt: skip
        page.sessions = [
            HubSession(weekday=day, opens_at=time(opens), closes_at=time(closes), what=what)
            for day, opens, closes, what in sessions
        ]
        index.add_child(instance=page)
