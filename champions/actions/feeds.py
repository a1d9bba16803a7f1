"""The calendar that follows somebody's bookings."""

from champions.models import CalendarFeed
from champions.models.feeds import new_key


def open_feed(*, user) -> CalendarFeed:
    """Give `user` a fresh address; the old one, if there was one, answers nobody from now on."""
    return CalendarFeed.objects.update_or_create(user=user, defaults={"key": new_key()})[0]


def close_feed(*, user) -> None:
    """The address answers nobody any more. Harmless if there is none."""
    CalendarFeed.objects.filter(user=user).delete()
