"""A person's own machine: demo content, password sign-in, mail written to files."""

from .base import *

DEBUG = env.flag("DEBUG", True)
DEMO = env.flag("DEMO", True)
if DEMO:
    # The demo accounts sign in with a password, because their mail goes nowhere.
    ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
STAFF_NEED_SECOND_STEP = False
SECRET_KEY = "dev-only-" + "not-a-secret-" * 4
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database(env.url("DATABASE_URL", DATABASE_SCHEMES, f"sqlite:///{VAR_DIR}/db.sqlite3"))}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True

# WhiteNoise warns at each start when the folder is not there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
OUTBOX_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
# Wagtail tells of every page that the demo makes.
LOGGING["loggers"] = {**LOGGING["loggers"], "wagtail": {"level": "WARNING"}}
