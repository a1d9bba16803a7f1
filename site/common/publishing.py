"""What keeps a page or a snippet off the site. One place for every door: buttons, bulk actions, workflows, code."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.admin_url_finder import AdminURLFinder

SCHEDULED = "wagtail.publish.scheduled"


class NotPublishedError(Exception):
    """Raised when a page or a snippet may not be published; says why, and what to do, in sentences."""

    def __init__(self, thing, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.thing, self.sentences = thing, list(sentences)


class SayWhyNotPublishedMiddleware:
    """Brings whoever tried back to the editor, with the sentences. What they wrote is saved as a draft."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotPublishedError):
            return None
        for sentence in exception.sentences:
            messages.error(request, sentence)
        return redirect(AdminURLFinder().get_edit_url(exception.thing) or "wagtailadmin_home")
