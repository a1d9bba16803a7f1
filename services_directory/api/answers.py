"""Answers of the API: JSON for everybody, faults included, readable from any site and setting nothing."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from services_directory.api.parameters import Asked, BadParameter, read

# Long enough to spare the server, short enough that an entry which left the site leaves a partner's app too.
KEPT_FOR = 300


class NotThere(Exception):
    """What was asked for is not here, or may not be seen."""


def answer(record: dict, status: int = 200) -> JsonResponse:
    """`record` as JSON. Anybody may read it from any site; there is nothing in it about the reader."""
    response = JsonResponse(record, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = f"public, max-age={KEPT_FOR}" if status == 200 else "no-store"
    return response


def fault(status: int, sentence: str, parameter: str = "") -> JsonResponse:
    """What went wrong and what to do, in the same form every time."""
    error = {"status": status, "message": sentence}
    return answer({"error": {**error, "parameter": parameter} if parameter else error}, status)


def open_to_all(view: Callable[..., dict]) -> Callable[..., HttpResponse]:
    """Make an API view of a function that takes what was asked and returns a record."""

    @wraps(view)
    def answered(request: HttpRequest, **kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return _allowed(answer({}))
        if request.method not in ("GET", "HEAD"):
            return _allowed(fault(405, "This can be read only: send GET."))
        try:
            return answer(view(request, read(request.GET), **kwargs))
        except BadParameter as wrong:
            return fault(400, wrong.sentence, wrong.name)
        except NotThere:
            return fault(404, "There is nothing here. It may have left the directory, or the address is mistyped.")

    return answered


def _allowed(response: HttpResponse) -> HttpResponse:
    response["Allow"] = response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "*"
    return response


def page_of(asked: Asked, total: int, cut: Callable[[int, int], list[dict]]) -> dict:
    """The envelope of the standard. `cut` gives the records from one place in the order to another."""
    pages = -(-total // asked.per_page)
    if asked.page > max(pages, 1):
        raise BadParameter("page", f"There is no page {asked.page}: the last one is {max(pages, 1)}.")
    start = (asked.page - 1) * asked.per_page
    contents = cut(start, start + asked.per_page) if total else []
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": total == 0,
        "contents": contents,
    }


def key(text: str) -> UUID:
    """The id in an address. What is no id is nowhere."""
    try:
        return UUID(text)
    except ValueError:
        raise NotThere from None
