"""Live. Configured by the environment alone; refuses to start on a wrong or missing value."""

from django.core.exceptions import ImproperlyConfigured

from config.buckets import buckets
from config.redis_queue import redis_queue

from .base import *

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.names("SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is '*'. List the real host names.")
WAGTAILADMIN_BASE_URL = env.url("BASE_URL", {"https"})
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

DATABASES = {"default": database(env.url("DATABASE_URL", {"postgres", "postgresql", "psql"}))}
# A cache per process would let each worker count wrong passwords on its own.
CACHES = {"default": shared_cache(env.url("CACHE_URL", {"redis", "rediss", "dbcache"}))}
# With a shared cache outside the database, counting writes nothing into it; files would be one per machine.
CACHES["counts"] = CACHES["pages"] = CACHES["default"]
vars().update(environ.Env.email_url_config(env.url("EMAIL_URL", {"smtp", "smtps", "smtp+tls", "smtp+ssl"})))
EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"
EMAIL_TIMEOUT = 10
NOTIFY_URL = env.url("NOTIFY_URL", {"https"}, NOTIFY_URL)

STORAGE_URL = env.url("STORAGE_URL", {"file", "s3", "s3+http"})
if STORAGE_URL.startswith("s3"):
    STORAGES |= buckets(STORAGE_URL)
else:
    MEDIA_ROOT = Path(STORAGE_URL.removeprefix("file://")) / "media"
    PRIVATE_ROOT = Path(STORAGE_URL.removeprefix("file://")) / "private"

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

if env.text("TASKS_URL", ""):
    TASKS_URL = env.url("TASKS_URL", {"redis", "rediss"})
    INSTALLED_APPS += ["django_rq"]
    vars().update(redis_queue(TASKS_URL))

WHOLE_PAGES_SECONDS = env.number("WHOLE_PAGES_SECONDS", 60)
if env.text("FRONT_CACHE_URL", ""):
    INSTALLED_APPS += ["wagtail.contrib.frontend_cache"]
    WAGTAILFRONTENDCACHE = {
        "front": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": env.url("FRONT_CACHE_URL", {"http", "https"}),
        }
    }
SECURITY_EMAIL = env.text("SECURITY_EMAIL")
METRICS_TOKEN = env.secret("METRICS_TOKEN", 32) if env.text("METRICS_TOKEN", "") else ""
SENTRY_DSN = env.url("SENTRY_DSN", {"https"}) if env.text("SENTRY_DSN", "") else ""
LOGGING["formatters"]["json"] = {"()": "common.operations.log_lines.JsonLines"}
LOGGING["handlers"]["console"]["formatter"] = "json"
LOGGING["loggers"]["common.operations"]["level"] = "INFO"
# Its warnings name addresses, and the line about each request says that it was not found.
LOGGING["loggers"]["django.request"] = {"level": "ERROR"}
