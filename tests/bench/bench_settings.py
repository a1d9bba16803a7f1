"""The demo's settings with the cache in memory, so that the database is asked for the work itself alone.

The demo counts its rate limits in a table, which costs eleven statements a booking; production names a shared cache.
"""

from config.settings.dev import *

_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in ("default", "counts")}
