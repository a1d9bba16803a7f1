"""The form in which every page of ours is written."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

CLOCKS_CHANGE = (
    "The clocks change that night, so this time comes twice or not at all. Choose a time before 1 am or after 2 am."
)


class PageForm(WagtailAdminPageForm):
    """The editor's form: says in the form itself, with everything still typed in, what keeps a page from going out."""

    def clean(self) -> dict:
        cleaned = super().clean()
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
