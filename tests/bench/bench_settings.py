"""The demo's settings with the cache in memory, so that the database is asked for the work itself alone.

The demo counts its rate limits in a table, which costs eleven statements a booking; production names a shared cache.
"""

import os

from config.settings.dev import *

_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in ("default", "counts", "pages")}
# Pages are measured as they are made. The server that hands out finished ones says so.
WHOLE_PAGES_SECONDS = int(os.environ.get("WHOLE_PAGES_SECONDS", "0"))
