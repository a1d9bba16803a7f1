"""Views that only some roles may open."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from accounts.roles import Role


class SignedInRequest(HttpRequest):
    """A request that came through a door: its user is one of ours."""

    user: User


def for_roles(*roles: Role) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Open a view to people who hold one of `roles`: others get 403, and those not signed in the sign-in page."""

    def guard(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not (request.user.is_authenticated and request.user.has_role(*roles)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard
