"""The demo's settings with the cache in memory, so that the database is asked for the work itself alone.

The demo counts its rate limits in a table, which costs eleven statements a booking; production names a shared cache.
"""

import os

from config.redis_queue import redis_queue
from config.settings.dev import *

_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in ("default", "counts", "pages")}
# Pages are measured as they are made. The server that hands out finished ones says so.
WHOLE_PAGES_SECONDS = int(os.environ.get("WHOLE_PAGES_SECONDS", "0"))
# Mail goes to nobody, and work waits where the run that is measured says.
OUTBOX_TRANSPORT = "django.core.mail.backends.dummy.EmailBackend"
if os.environ.get("TASKS_URL"):
    TASKS_URL = os.environ["TASKS_URL"]
    INSTALLED_APPS += ["django_rq"]
    vars().update(redis_queue(TASKS_URL))
