"""Our platform without its lock: the control. If it does not sell too many places, the load proves nothing."""

from config.wsgi import application as application  # first, because it sets Django up

# isort: split

from champions.models.workshop_lists import WorkshopQuerySet

WorkshopQuerySet.locked = lambda self: self
