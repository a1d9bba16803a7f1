"""What every place shares. Each choice that a reader might undo has its reason above it."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.urls import reverse_lazy

from config import env

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var"))).absolute()

DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql", "psql"}


def database(address: str) -> dict:
    """Connection settings for a database address, with the options that were measured for its engine."""
    config = environ.Env.db_url_config(address)
    if "sqlite" in config["ENGINE"]:
        # Without IMMEDIATE, 6 of 10 simultaneous bookings fail with "database is locked".
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=2000;",
        }
    else:
        config.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8}
        # After a restart of the database every connection that the pool keeps is dead. Without this look at each
        # (a tenth of a millisecond) as many visitors met an error as there were connections.
        config["CONN_HEALTH_CHECKS"] = True
    return config


def shared_cache(address: str) -> dict:
    """A cache that every process shares. One whose server is away costs time, and never a page or a booking."""
    config = environ.Env.cache_url_config(address)
    if address.startswith("redis"):
        # Wagtail asks the cache for the address of every link, so an error there would take every page down.
        options = {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
        config = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": address, "OPTIONS": options}
    return config


INSTALLED_APPS = [
    "home",
    "conversations",
    "champions",
    "services_directory",
    "common",
    "accounts",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "phonenumber_field",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # Outermost, so that it counts and names every answer, also those of the others in this list.
    "common.operations.answers.AnswersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "common.middleware.ContentPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "common.middleware.CachePolicyMiddleware",
    # Outside of sessions and database, inside of what writes headers into every answer.
    "common.whole_pages.WholePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "common.middleware.LanguageFromAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SecondStepMiddleware",
    "common.operations.doors.CountedDoorsMiddleware",
    "common.publishing.SayWhyNotPublishedMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "common.which_site.WhichSiteMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "common.context_processors.frame",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/my/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "common.sign_in_mail.EvenAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
# No password: a code goes to the address. (allauth reads from these fields whether sign-in asks for one.)
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# One address for each person: a new one takes the old one's place once its code was typed in.
ACCOUNT_CHANGE_EMAIL = True
# Nobody is written to: common/sign_in_mail.py does the same work for them and drops it.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
# People hear by email when their way of signing in changed, in case it was not they who changed it.
ACCOUNT_EMAIL_NOTIFICATIONS = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "common.second_step_secrets.SealingAdapter"
MFA_TOTP_ISSUER = "Stop the Violence"
# A paper with codes that somebody copies in secret is worth nothing once it was shown.
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Nobody acts as staff without a passkey or an authenticator app: accounts/second_step.py.
STAFF_NEED_SECOND_STEP = True

# Signed-in people only: public pages never start a session. Twenty minutes, because phones are shared.
SESSION_COOKIE_AGE = 20 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

# Not "no-referrer": browsers then send `Origin: null` with forms, which the CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
PERMISSIONS_POLICY: dict = {name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")}

LANGUAGE_CODE = "en-gb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en-gb", "English"),
    ("es", "Español"),
    ("pt", "Português"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("so", "Soomaali"),
]
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
FORMAT_MODULE_PATH = ["config.formats"]
# Public pages remember nothing, so the language comes from the address alone.
LANGUAGE_COOKIE_NAME = "unused"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"
# Where nginx keeps an `internal` location over kept files, such as /_files/. Empty: Django sends the files itself.
PRIVATE_FILES_PREFIX = env.text("PRIVATE_FILES_PREFIX", "")
# Where a ClamAV daemon listens: host:port, or the path of its socket. Empty: no virus check but the test string.
ANTIVIRUS_ADDRESS = env.text("ANTIVIRUS_ADDRESS", "")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "common.uploads.storage.PrivateStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CACHES: dict = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"},
    # Daily totals before the clock stores them. In files, so that opening a page writes nothing into the database.
    "counts": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "counts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    # Finished public pages, so that opening one again asks no database.
    "pages": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "pages",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}
# How long a finished public page may be handed out again. None here, so that who writes templates sees each change.
WHOLE_PAGES_SECONDS = env.number("WHOLE_PAGES_SECONDS", 0)
SITE_KEPT_SECONDS = 5  # common.which_site
# A cache in front of all machines, that is asked to forget what changed (common.front_cache). None unless it is named.
WAGTAILFRONTENDCACHE: dict = {}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
TASKS_URL = ""

# Everything that is mailed is stored first (common.outbox); the worker hands it to OUTBOX_TRANSPORT.
EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"
OUTBOX_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Safer Lewisham <no-reply@lewisham-support.example>")
REPLY_TO_EMAIL = env.text("REPLY_TO_EMAIL", "hello@lewisham-support.example")

# Text messages through GOV.UK Notify. Without both, people are reached by mail alone.
NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID = env.notify("NOTIFY_API_KEY", "NOTIFY_TEMPLATE_ID")
NOTIFY_URL = env.text("NOTIFY_URL", "https://api.notifications.service.gov.uk")

WAGTAIL_SITE_NAME = "Stop the Violence"
# Our addresses are plain letters: one with an accent could not be written, and would take whole lists down.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_BASE_URL = env.text("BASE_URL", "http://localhost:8000")
# By our own view, which leads on those who are signed in already.
WAGTAILADMIN_LOGIN_URL = "/admin/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Nothing of ours calls another company's server, the admin included.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# A shared password would be stored as plain text.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
# Drawn again on the way in: nothing of the camera, the place or a hidden script stays.
WAGTAILIMAGES_IMAGE_FORM_BASE = "common.uploads.pictures.PictureForm"
# What a toolkit may hold. No SVG and no HTML: both may carry a script.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "common.uploads.documents.FileForm"
# Each file of staff is asked for by its number, so that one in a private collection stays private.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "pptx", "xlsx", "txt", "srt", "vtt", "mp3", "mp4", "jpg", "jpeg", "png", "zip"]
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILEMBEDS_FINDERS: list = []

PHONENUMBER_DEFAULT_REGION = "GB"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "common.uploads.receiving.LetGoOfTheHuge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# True in dev and test only: demo content, demo accounts and sign-in by password alone.
DEMO = False
# Where "Exit this page" leads.
EXIT_URL = "https://www.bbc.co.uk/weather"
# How many proxies in front of us may be believed about the visitor's address.
TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT

# Who may ask for /metrics. Empty: nobody, and nothing is counted.
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
# Where errors are reported: a server of our own that speaks Sentry's protocol. Empty: nowhere.
SENTRY_DSN = env.text("SENTRY_DSN", "")
# Which version runs, for reports of errors: a tag or a commit.
RELEASE = env.text("RELEASE", "unknown")
SECURITY_EMAIL = env.text("SECURITY_EMAIL", "security@lewisham-support.example")

LOGGING: dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "leave_out_secrets": {"()": "common.log_privacy.LeaveOutSecrets"},
        "know_the_request": {"()": "common.operations.request_ids.KnowTheRequest"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["leave_out_secrets", "know_the_request"],
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Django's own development server would print query strings past the filter.
    "loggers": {
        "django.server": {"handlers": ["console"], "propagate": False},
        # A line about each request: in production, where no other log keeps one.
        "common.operations": {"level": "WARNING"},
    },
}
