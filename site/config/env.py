"""Typed readers of the environment. An odd value stops the start and names the variable."""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


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
    if len(value) < least or value.startswith(("django-insecure", "change-me", "insecure")):
        raise ImproperlyConfigured(f"{name} must be a random text of at least {least} characters.")
    return value


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
