"""What libraries do with accounts is written into the log too: signing in, and who was given which role (D7).

Signals, because allauth signs people in and Wagtail's own form changes their roles: there is no action of ours to ask.
"""

from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.db.models import Q
from django.db.models.signals import m2m_changed
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common import audit, outbox


def connect() -> None:
    """Called once, when the app is ready."""
    user_logged_in.connect(signed_in, dispatch_uid="common.watching.signed_in")
    m2m_changed.connect(roles_changed, sender=User.groups.through, dispatch_uid="common.watching.roles_changed")


def signed_in(sender, user: User, **kwargs) -> None:
    audit.record("signed in", actor=user, thing=user)
    if user.is_superuser:
        _alert(user)


def roles_changed(sender, instance, action: str, pk_set: set[int] | None, reverse: bool, **kwargs) -> None:
    """One line for each role that a person was given or that was taken from them."""
    if reverse or action not in ("post_add", "post_remove", "pre_clear"):
        return
    groups = instance.groups.all() if action == "pre_clear" else Group.objects.filter(pk__in=pk_set or ())
    for name in groups.values_list("name", flat=True):
        audit.record(f"role {'given' if action == 'post_add' else 'taken'}: {name}", thing=instance)


def _alert(user: User) -> None:
    """The account that may do everything is for the day when nothing else helps: others hear of it at once (D2)."""
    watchers = User.objects.filter(Q(groups__name__in=[Role.DPO, Role.ADMIN]), is_active=True).exclude(pk=user.pk)
    for watcher in watchers.distinct():
        outbox.queue(
            "common/emails/break_glass",
            key=f"{user.pk}-{watcher.pk}-{timezone.now():%Y%m%d%H%M%S}",
            to=watcher.email,
            context={"at": timezone.localtime(), "number": user.pk},
        )
