"""Write to the audit log."""

from django.db.models import Model

from common.models import AuditEntry


def record(action: str, *, actor=None, thing: Model | None = None, reason: str = "") -> AuditEntry:
    """Store that `actor` did `action` to `thing`. `reason` must not quote a note or name a resident."""
    return AuditEntry.objects.create(
        action=action,
        actor=actor if getattr(actor, "pk", None) else None,
        thing=thing._meta.label_lower if thing is not None else "",
        thing_id=str(thing.pk) if thing is not None else "",
        reason=reason[:240],
    )
