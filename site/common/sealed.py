"""Encrypt small things that leave our hands or must not be readable at rest. Keys come from SECRET_KEY."""

import base64
import json
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class SealBroken(Exception):
    """The text was changed, was made for another purpose, or is too old."""


@lru_cache(maxsize=32)
def _box(purpose: str, secrets: tuple[str, ...]) -> MultiFernet:
    def key(secret: str) -> Fernet:
        derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())
        return Fernet(base64.urlsafe_b64encode(derived))

    return MultiFernet([key(secret) for secret in secrets])


def _box_for(purpose: str) -> MultiFernet:
    return _box(purpose, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def seal(value, *, purpose: str) -> str:
    """`value` (anything JSON can hold) as text safe in an address. Each purpose has its own key."""
    return _box_for(purpose).encrypt(json.dumps(value, separators=(",", ":")).encode()).decode().rstrip("=")


def unseal(token: str, *, purpose: str, max_age: int | None = None):
    """What was sealed, at most `max_age` seconds ago. Raises SealBroken."""
    try:
        padded = token + "=" * (-len(token) % 4)
        return json.loads(_box_for(purpose).decrypt(padded.encode(), ttl=max_age))
    except (InvalidToken, ValueError, UnicodeError) as error:
        raise SealBroken from error
