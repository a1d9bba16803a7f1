"""The form in which every page of ours is written."""

from typing import Any

from django import forms
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm

CLOCKS_CHANGE = (
    "The clocks change that night, so this time comes twice or not at all. Choose a time before 1 am or after 2 am."
)
NO_ADDRESS = "The title has no letter or number to make an address of. Write an address here, such as: our-day."


class PageForm(WagtailAdminPageForm):
    """The editor's form: says in the form itself, with everything still typed in, what keeps a page from going out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The editor's script makes the address out of the title. Where it came too late, Wagtail does when it saves.
        self.fields["slug"].required = False

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("title") and cleaned.get("slug") == "" and not slugify(cleaned["title"], allow_unicode=True):
            self.add_error("slug", NO_ADDRESS)
        for name, errors in list(self.errors.as_data().items()):
            if any(error.code == "ambiguous_timezone" for error in errors):
                self._errors[name] = self.error_class([CLOCKS_CHANGE])
        return cleaned

    def _post_clean(self) -> None:
        # After the words have reached the page, so that the page can look at itself.
        super()._post_clean()
        if self.data.get("action-publish") or self.data.get("action-submit"):
            sentences = self.instance.what_stops_it(approving=bool(self.data.get("action-submit")))
            for sentence in [] if self.errors else sentences:
                self.add_error(None, forms.ValidationError(sentence))
