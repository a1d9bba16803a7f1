"""Our platform, whose booking form books nothing: what the same request costs without the promise."""

from config.wsgi import application as application  # first, because it sets Django up

# isort: split

from champions import actions
from champions.models import Booking


def _books_nothing(**given) -> Booking:
    return Booking.objects.with_workshop().filter(workshop=given["workshop"]).first()


actions.book = _books_nothing
