"""Tells a Sentry-compatible server of our own choice (SENTRY_DSN) that something broke: what kind, and where.

What is sent is built from a list of what may be sent, and everything else of the library's report is dropped: no
address, body, header, cookie, person, value of a variable or words of the exception. Without SENTRY_DSN nothing runs.
"""

from typing import Any

from django.conf import settings

from common.operations.request_ids import current

MAY_BE_SENT = ("event_id", "timestamp", "level", "platform", "release", "environment")
OF_A_FRAME = ("filename", "module", "function", "lineno")


def start(address: str) -> None:
    """Report to `address` from now on. An empty address reports nothing."""
    if not address:
        return
    # Imported here: it takes a tenth of starting and 11 MB of every worker, and most sites name no server.
    import sentry_sdk
    from sentry_sdk.integrations.django import DjangoIntegration
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=address,
        default_integrations=False,
        auto_enabling_integrations=False,
        # Without an event of its own for a line in the log: the exception behind it is reported once, by Django's.
        integrations=[DjangoIntegration(middleware_spans=False), LoggingIntegration(level=None, event_level=None)],
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        traces_sample_rate=None,
        server_name="",
        release=settings.RELEASE,
        before_send=_only_what_may_be_sent,
    )


def _only_what_may_be_sent(event: Any, hint: dict[str, Any]) -> Any:
    kept = {name: event[name] for name in MAY_BE_SENT if name in event}
    errors = event.get("exception", {}).get("values", [])
    kept["exception"] = {"values": [_kind_and_place(error) for error in errors]}
    kept["tags"] = {"request_id": current()}
    return kept


def _kind_and_place(error: dict[str, Any]) -> dict[str, Any]:
    frames = (error.get("stacktrace") or {}).get("frames", [])
    return {
        "type": error.get("type"),
        "module": error.get("module"),
        "stacktrace": {"frames": [{name: frame.get(name) for name in OF_A_FRAME} for frame in frames]},
    }
