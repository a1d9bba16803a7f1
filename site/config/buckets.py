"""STORAGE_URL where files are kept in buckets that speak S3."""

from importlib.util import find_spec
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_SHAPE = "s3://KEY:SECRET@host/NAME?region=eu-west-2"
_THIS_MACHINE = ("127.0.0.1", "localhost")


def buckets(address: str) -> dict:
    """Settings for two buckets of one store: NAME-media, and NAME-private, which nobody else may open.

    The key and the secret are percent-encoded, as in any address. `s3+http` is for a store on this machine alone.
    Raises ImproperlyConfigured with a sentence for any other shape.
    """
    parts = urlsplit(address)
    name = parts.path.strip("/")
    if not (parts.username and parts.password and parts.hostname and name) or "/" in name:
        raise ImproperlyConfigured(f"STORAGE_URL must look like {_SHAPE}.")
    secure = parts.scheme == "s3"
    if not secure and parts.hostname not in _THIS_MACHINE:
        raise ImproperlyConfigured("STORAGE_URL may only start with 's3+http' for a store on this machine.")
    if find_spec("storages") is None:
        raise ImproperlyConfigured("STORAGE_URL names a bucket, and the package django-storages is not installed.")
    options = {
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "endpoint_url": f"{'https' if secure else 'http'}://{parts.netloc.rpartition('@')[2]}",
        "region_name": parse_qs(parts.query).get("region", ["us-east-1"])[0],
    }
    return {
        "default": _bucket("PublicBucket", options, f"{name}-media"),
        "private": _bucket("PrivateBucket", options, f"{name}-private"),
    }


def _bucket(kind: str, options: dict, name: str) -> dict:
    return {"BACKEND": f"common.uploads.buckets.{kind}", "OPTIONS": options | {"bucket_name": name}}
