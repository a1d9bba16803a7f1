"""Links to private files: for one thing and one person, and for five minutes. A link opens nothing by itself."""

from django.db.models import Model

from accounts.models import User
from common.sealed import SealBroken, seal, unseal

# Seconds. Long enough for a page with its pictures on a slow line.
LASTS = 5 * 60
_PURPOSE = "private-file.v1"


def token_for(thing: Model, user: User) -> str:
    """What the address of `thing`'s file ends in, for `user` and for the next five minutes."""
    return seal([thing._meta.label_lower, str(thing.pk), user.pk], purpose=_PURPOSE)


def opens(token: str, thing: Model, user: User) -> bool:
    """Whether `token` was made for this thing and this person, and is still good. Ask the permission as well."""
    try:
        return unseal(token, purpose=_PURPOSE, max_age=LASTS) == [thing._meta.label_lower, str(thing.pk), user.pk]
    except SealBroken:
        return False
