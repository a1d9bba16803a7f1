"""A view that breaks as it is told to, for tests of what is shown and told then."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler500

__all__ = ["handler500"]


def breaks_with(make: Callable[[], Exception]) -> list:
    """Addresses with one view at /breaks/ that raises what `make` makes."""

    def breaks(request: HttpRequest) -> HttpResponse:
        their_name = "canary-of-amira"
        raise make() from KeyError(their_name)

    return [path("breaks/", breaks, name="breaks")]


urlpatterns = breaks_with(lambda: RuntimeError("could not book canary-of-amira"))
