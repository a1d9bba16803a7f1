"""The demo content of the whole platform, composed from each app's own, from the ground up."""

from accounts import demo as accounts_demo
from champions import demo as champions_demo
from common import start
from conversations import demo as conversations_demo
from home import tree
from home.campaigns import demo as campaigns_demo
from home.hubs import demo as hubs_demo
from home.languages import demo as languages_demo
from services_directory import demo as services_demo
from services_directory import start as services_start


def load() -> None:
    """Put the demo content in place. Running it again changes nothing that is there."""
    start.load()
    services_start.load()
    accounts_demo.load()
    root = tree.build()
    services_demo.load(root)
    champions_demo.load(root)
    conversations_demo.load(root)
    campaigns_demo.load(root)
    hubs_demo.load(root)
    languages_demo.load(root)


def load_messy() -> None:
    """Two hundred more conversations, uneven and contradictory. Twice is as once."""
    conversations_demo.load_messy()
