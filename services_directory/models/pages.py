"""The place of the directory in the page tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common.pages import BasePage


class ServiceIndexPage(BasePage):
    """Holds the services for staff. Readers are sent on: the list with its filters is at /find-support/."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["services_directory.ServicePage"]
    max_count = 1
    private_page_options: list[str] = []

    class Meta:
        verbose_name = "services directory"

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect("services_directory:find_support")

    def get_sitemap_urls(self, request=None) -> list[dict]:
        """Nothing: the address only leads on."""
        return []
