"""Tell partners which services changed or left. Run by the clock, because some entries leave without anybody's doing.

What is sent holds ids and times alone: the partner asks the API for the rest, which keeps back what must be kept back.
Signed as Standard Webhooks 1.0 says (github.com/standard-webhooks), so that partners have libraries for it.
"""

import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common import outside
from services_directory import emails
from services_directory.choices import Confidentiality
from services_directory.models import Delivery, KnownService, ServiceAtLocation, ServicePage, Subscriber

# Minutes between tries double from 1 to 1024: twelve tries take a day and ten hours.
LAST_ATTEMPT = 12
MOST_IN_ONE = 500
CHANGED, GONE = "changed", "gone"


@transaction.atomic
def tell(*, now: datetime | None = None) -> list[dict]:
    """Write down what changed since the last time, and queue it for every active partner. What it found.

    The first time there is nothing to compare with: partners begin with a copy of all, so nothing is sent.
    """
    now = now or timezone.now()
    known = {row.service: row for row in KnownService.objects.select_for_update()}
    found = _differences(known, _latest_changes(), now)
    if not known:
        return []
    for start in range(0, len(found), MOST_IN_ONE):
        for subscriber in Subscriber.objects.filter(active=True):
            _queue(subscriber, found[start : start + MOST_IN_ONE])
    return found


def send(delivery_id: int) -> None:
    """Try one message. Whoever tries it first puts its next try off, so two workers never send it at once.

    If the worker dies half-way, that next try comes by itself: a partner may get a message twice, and never not at all.
    """
    now = timezone.now()
    mine = Delivery.objects.due().filter(pk=delivery_id)
    delivery = mine.select_related("subscriber").first()
    if delivery is None:
        return
    later = now + timedelta(minutes=2**delivery.attempts)
    claimed = mine.filter(attempts=delivery.attempts).update(attempts=F("attempts") + 1, next_attempt_at=later)
    if claimed:
        delivery.attempts += 1
        _settle(delivery, *_try(delivery, now))


def signed(delivery: Delivery, body: bytes, now: datetime) -> dict[str, str]:
    """The headers that prove that a message is ours and not an old one sent again."""
    moment = str(int(now.timestamp()))
    content = b".".join([str(delivery.code).encode(), moment.encode(), body])
    digest = hmac.new(delivery.subscriber.secret.encode(), content, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        "webhook-id": str(delivery.code),
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _latest_changes() -> dict[UUID, datetime]:
    """When each service that readers may see last changed: itself, who runs it, or a place that may be known."""
    services = ServicePage.objects.published()
    open_places = ServiceAtLocation.objects.exclude(service__confidentiality=Confidentiality.CONFIDENTIAL)
    at_places = dict(
        open_places.order_by().values("service_id").annotate(latest=Max("location__last_modified")).values_list(
            "service_id", "latest"
        )
    )  # fmt: skip
    rows = services.values_list("pk", "translation_key", "last_modified", "organisation__last_modified")
    return {key: max(filter(None, (own, body, at_places.get(pk)))) for pk, key, own, body in rows}


def _differences(known: dict[UUID, KnownService], there: dict[UUID, datetime], now: datetime) -> list[dict]:
    found, new, changed = [], [], []
    for key, moment in there.items():
        row = known.get(key)
        if row is None:
            new.append(KnownService(service=key, changed_at=moment))
        elif row.gone_at or row.changed_at != moment:
            row.changed_at, row.gone_at = moment, None
            changed.append(row)
        else:
            continue
        found.append({"id": str(key), "what": CHANGED, "at": moment.isoformat()})
    for key in known.keys() - there.keys():
        if not known[key].gone_at:
            known[key].gone_at = now
            changed.append(known[key])
            found.append({"id": str(key), "what": GONE, "at": now.isoformat()})
    KnownService.objects.bulk_create(new, batch_size=MOST_IN_ONE)
    KnownService.objects.bulk_update(changed, ["changed_at", "gone_at"], batch_size=MOST_IN_ONE)
    return found


def _queue(subscriber: Subscriber, changes: list[dict]) -> None:
    from services_directory.tasks import send_to_partner_task

    delivery = Delivery.objects.create(subscriber=subscriber, changes=changes)
    transaction.on_commit(lambda: send_to_partner_task.enqueue(delivery.pk))


def _try(delivery: Delivery, now: datetime) -> tuple[bool, str]:
    """Whether it arrived, and what was answered."""
    message = {"type": "services.changed", "timestamp": now.isoformat(), "data": {"changes": delivery.changes}}
    body = json.dumps(message, separators=(",", ":")).encode()
    try:
        status = outside.post(delivery.subscriber.url, body=body, headers=signed(delivery, body, now))
    except (outside.NotAllowed, outside.NoAnswer) as fault:
        return False, str(fault)
    return 200 <= status < 300, str(status)


@transaction.atomic
def _settle(delivery: Delivery, arrived: bool, answer: str) -> None:
    delivery.answer = answer[:120]
    if arrived:
        delivery.state = Delivery.State.SENT
    elif delivery.attempts >= LAST_ATTEMPT or answer == "410":
        # 410 is how a partner says that nobody lives there any more.
        delivery.state = Delivery.State.FAILED
        _pause(delivery)
    delivery.save(update_fields=["answer", "state"])


def _pause(delivery: Delivery) -> None:
    """Stop sending, and say so to whoever looks after the directory."""
    subscriber = delivery.subscriber
    why = f"Paused on {timezone.localdate():%d %B %Y}: it did not take {delivery.attempts} tries. {delivery.answer}"
    if Subscriber.objects.filter(pk=subscriber.pk, active=True).update(active=False, paused_because=why[:200]):
        for person in User.objects.filter(groups__name=Role.DIRECTORY, is_active=True):
            emails.partner_is_paused(person, subscriber, delivery)
