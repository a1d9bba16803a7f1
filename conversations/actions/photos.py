"""Photos of flip charts: kept in private until they are typed up, then deleted for good."""

import hashlib
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from common.uploads.photos import SafePhoto
from common.uploads.storage import private_files
from conversations.actions.writing import opened, saved
from conversations.models import Conversation, Photo
from conversations.models.photos import FOLDER, MOST_PHOTOS
from conversations.permissions import can_see_photos


@transaction.atomic
def add_photo(*, conversation: Conversation, by: User, photo: SafePhoto, shows_people: bool) -> Photo:
    """Store a photo that was drawn again. The same photo twice is one. Raises PermissionDenied, ValidationError."""
    conversation = opened(conversation, by)
    digest = hashlib.sha256(photo.content).hexdigest()
    if already := conversation.photos.filter(digest=digest).first():
        return already
    if conversation.photos.count() >= MOST_PHOTOS:
        raise ValidationError(f"You can keep {MOST_PHOTOS} photos. Type one up and delete it, then add this one")
    stored = Photo(
        conversation=conversation, by=by, shows_people=shows_people, digest=digest,
        width=photo.width, height=photo.height,
    )  # fmt: skip
    stored.file.save("", ContentFile(photo.content), save=False)
    stored.save()
    saved(conversation, "")
    audit.record("photo added", actor=by, thing=stored)
    return stored


@transaction.atomic
def delete_photo(*, photo: Photo, by: User) -> None:
    """Delete it for good, because it has been typed up. Its writer may do so at any time."""
    if not can_see_photos(by, photo.conversation):
        raise PermissionDenied
    destroy_photo(photo, by=by)


def delete_due_photos(*, now: datetime | None = None) -> int:
    """Delete the photos whose time is over, each in its own transaction, and files that no row knows. How many."""
    due = list(Photo.objects.due(now))
    for photo in due:
        with transaction.atomic():
            destroy_photo(photo, by=None)
    for name in stray_files():
        private_files().delete(name)
    return len(due)


def stray_files() -> list[str]:
    """Kept photos for which there is no row: a crash between the two left them. Not those of the last hour."""
    storage = private_files()
    known = set(Photo.objects.values_list("file", flat=True))
    try:
        names = [f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]]
    except FileNotFoundError:  # The first photo makes the folder. A bucket has none.
        return []
    old = timezone.now() - timedelta(hours=1)
    return [name for name in names if name not in known and storage.get_modified_time(name) < old]


def destroy_photo(photo: Photo, *, by: User | None) -> None:
    audit.record("photo deleted", actor=by, thing=photo)
    storage, name = photo.file.storage, photo.file.name or ""
    photo.delete()
    # Only once the row is gone for certain: a picture without its row is swept up, a row without picture breaks.
    transaction.on_commit(lambda: storage.delete(name))
