"""The tests: like dev, but tasks run at once and nothing is written outside the database."""

import tempfile

from .dev import *

DEBUG = False
DEMO = True
DATABASES = {"default": database(env.url("DATABASE_URL", DATABASE_SCHEMES, "sqlite://:memory:"))}
if "pool" in DATABASES["default"].get("OPTIONS", {}):
    # A pool keeps connections open, and the test database could then not be dropped.
    del DATABASES["default"]["OPTIONS"]["pool"]
# A migrated database that this server holds; each test database starts as a copy of it.
DATABASES["default"]["TEST"] = {"TEMPLATE": env.text("TEST_TEMPLATE", "") or None}

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
OUTBOX_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in ("default", "counts", "pages")}
# A test that wants finished pages to be kept says so.
WHOLE_PAGES_SECONDS = 0
SITE_KEPT_SECONDS = 0
# Else every visitor of a test would look through all files of the site first: an eighth of the time of tests/champions.
WHITENOISE_AUTOREFRESH = True
# The slow hash protects real people; the tests sign in hundreds of invented ones.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="stv-media-"))
PRIVATE_ROOT = Path(tempfile.mkdtemp(prefix="stv-private-"))
WAGTAILADMIN_BASE_URL = "http://testserver"
LOGGING["root"] = {"handlers": ["console"], "level": "WARNING"}
