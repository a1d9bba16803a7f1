"""Typed readers of the environment. An odd value stops the start and names the variable."""

import os
import re
from importlib.util import find_spec
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def text(name: str, default: str | None = None) -> str:
    """The variable as text. Raises ImproperlyConfigured when it is missing or empty and has no default."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return default


def secret(name: str, least: int = 50) -> str:
    """A secret of at least `least` characters that is not one of the examples people copy."""
    value = text(name)
    if len(value) < least or len(set(value)) < 5 or value.startswith(("django-insecure", "change-me", "insecure")):
        raise ImproperlyConfigured(f"{name} must be a random text of at least {least} characters.")
    return value


def notify(key_name: str, template_name: str) -> tuple[str, str]:
    """A key of GOV.UK Notify (`name-uuid-uuid`) and the id of a template: both, or neither (two empty texts)."""
    key, template = text(key_name, ""), text(template_name, "")
    if not key and not template:
        return "", ""
    if not key or not template:
        missing, given = (template_name, key_name) if key else (key_name, template_name)
        raise ImproperlyConfigured(f"{given} is set, and {missing} is not. Set both, or neither.")
    if not re.fullmatch(rf".*-{_UUID}-{_UUID}", key):
        raise ImproperlyConfigured(f"{key_name} must be a whole key of GOV.UK Notify: a name and two ids, with dashes.")
    if not re.fullmatch(_UUID, template):
        raise ImproperlyConfigured(f"{template_name} must be the id of a text message template on GOV.UK Notify.")
    if find_spec("notifications_python_client") is None:
        raise ImproperlyConfigured(f"{key_name} is set, and the package notifications-python-client is not installed.")
    return key, template


def flag(name: str, default: bool = False) -> bool:
    value = text(name, str(default))
    if value not in ("True", "False"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Write True or False.")
    return value == "True"


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}. Write a whole number, 0 or more.")
    return int(value)


def names(name: str, default: str | None = None) -> list[str]:
    """A list written with commas. Empty parts are dropped; an empty list is refused when there is no default."""
    parts = [part.strip() for part in text(name, default).split(",") if part.strip()]
    if not parts and default is None:
        raise ImproperlyConfigured(f"{name} needs at least one value.")
    return parts


def url(name: str, schemes: set[str], default: str | None = None) -> str:
    """An address whose scheme is one of `schemes`, as django-environ reads it."""
    value = text(name, default)
    scheme = urlsplit(value).scheme
    if scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} starts with {scheme!r}. It must start with one of: {', '.join(sorted(schemes))}."
        )
    return value
