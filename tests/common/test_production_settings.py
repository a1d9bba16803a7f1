"""Production is configured by the environment alone, and refuses to start on a wrong value."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fake_notify import KEY, TEMPLATE

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "k9f3pq7z" * 10,
    "ALLOWED_HOSTS": "support.example",
    "BASE_URL": "https://support.example",
    "DATABASE_URL": "postgres://someone@db/name",
    "CACHE_URL": "redis://cache:6379/0",
    "EMAIL_URL": "smtp+tls://user:word@mail.example:587",
    "STORAGE_URL": "file:///srv/files",
    "SECURITY_EMAIL": "security@support.example",
}


def start(**changes) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from config.settings import production as p; print(p.DEMO, p.DEBUG, p.ACCOUNT_SIGNUP_FIELDS)",
        ],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_good_environment_starts_without_demo_and_without_passwords():
    started = start()

    assert started.stdout.strip() == "False False ['email*']", started.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "abab" * 20),
        ("SECRET_KEY", "django-insecure-" + "x" * 60),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "http://support.example"),
        ("DATABASE_URL", "sqlite:///db.sqlite3"),
        ("DATABASE_URL", None),
        ("CACHE_URL", "locmem://"),
        ("EMAIL_URL", "console://"),
        ("STORAGE_URL", "ftp://files"),
        ("STORAGE_URL", "s3://store.example/platform"),
        ("STORAGE_URL", "s3://key:secret@store.example/"),
        ("STORAGE_URL", "s3://key:secret@store.example/two/names"),
        ("STORAGE_URL", "s3+http://key:secret@store.example/platform"),
        ("SECURITY_EMAIL", None),
        ("FRONT_CACHE_URL", "varnish"),
        ("TASKS_URL", "amqp://queue"),
        ("METRICS_TOKEN", "short"),
        ("SENTRY_DSN", "http://key@errors.example/1"),
        ("SECURE_SSL_REDIRECT", "yes"),
        ("TRUSTED_PROXY_COUNT", "-1"),
        ("NOTIFY_API_KEY", KEY),
        ("NOTIFY_TEMPLATE_ID", TEMPLATE),
        ("NOTIFY_URL", "http://notify.example"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(name, value):
    started = start(**{name: value})

    assert started.returncode != 0
    assert name in started.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"NOTIFY_API_KEY": "half-a-key"}, "NOTIFY_API_KEY"),
        ({"NOTIFY_API_KEY": KEY[:-1]}, "NOTIFY_API_KEY"),
        ({"NOTIFY_TEMPLATE_ID": "our template"}, "NOTIFY_TEMPLATE_ID"),
    ],
)
def test_half_a_way_to_send_text_messages_stops_the_start_and_is_named(changes, named):
    started = start(**{"NOTIFY_API_KEY": KEY, "NOTIFY_TEMPLATE_ID": TEMPLATE, **changes})

    assert started.returncode != 0
    assert named in started.stderr.splitlines()[-1]


def test_text_messages_are_configured_by_a_key_and_a_template():
    assert start(NOTIFY_API_KEY=KEY, NOTIFY_TEMPLATE_ID=TEMPLATE).returncode == 0


@pytest.mark.parametrize("files", ["s3://key:a%2Fb@store.example/platform", "s3+http://key:secret@127.0.0.1:1/x"])
def test_files_may_be_kept_in_buckets(files):
    assert start(STORAGE_URL=files).returncode == 0


def test_a_cache_in_front_may_be_named():
    assert start(FRONT_CACHE_URL="http://127.0.0.1:6081").returncode == 0


def test_work_may_wait_in_redis():
    assert start(TASKS_URL="redis://queue:6379/1").returncode == 0


def test_django_finds_nothing_to_warn_of():
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.production", **GOOD},
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout
