"""How staff see a service in the admin: groups in their words, and what stops it from going out."""

from django import forms
from django.conf import settings
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

from common.page_form import PageForm

ANSWERS = ("name_needed", "tells_others", "asks_status", "cost")


class ServicePageForm(PageForm):
    """Keeps an entry from going out while one of the five answers is missing. A draft may be as empty as it likes."""

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.is_deferred_validation or settings.DEMO:
            return cleaned
        for name in ANSWERS:
            if name in self.fields and not cleaned.get(name):
                self.add_error(name, "Answer this before the service goes out, or save it as a draft.")
        organisation = cleaned.get("organisation")
        if "organisation" in self.fields and not (organisation and organisation.kind):
            self.add_error("organisation", "Choose who runs it, and say on its own page what kind of body it is.")
        if "checked_on" in self.fields and not cleaned.get("checked_on"):
            self.add_error("checked_on", "Nobody has checked it yet. Write the day on which somebody did.")
        return cleaned


def _pair(choice: str, text: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(choice), FieldPanel(text)])


SERVICE_PANELS = [
    TitleFieldPanel("title"),
    FieldPanel("summary", heading="What it is, in one sentence"),
    MultiFieldPanel(
        [
            FieldPanel("organisation"),
            FieldPanel("description"),
            FieldPanel("alternate_names"),
            FieldPanel("status"),
        ],
        "What it is",
    ),
    MultiFieldPanel(
        [
            FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
            FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age"), FieldPanel("gender")]),
            FieldPanel("eligibility_description"),
        ],
        "Who it helps, and when",
        help_text="People find it by these. A service for people who use abuse has the need "
        "“I want to change how I behave” and no other: it is then never listed beside help for survivors.",
    ),
    MultiFieldPanel(
        [
            FieldPanel("name_needed"),
            FieldPanel("name_needed_text"),
            FieldPanel("run_by_text"),
            _pair("tells_others", "tells_others_text"),
            _pair("asks_status", "asks_status_text"),
            _pair("cost", "fees_description"),
        ],
        "Who will know",
        help_text="Five answers that people need before they dare to ring. Leave one empty if you do not know: "
        "the page then says “Not known: ask first”, and the service cannot go out on the real site.",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("referral"), FieldPanel("drop_in")]),
            FieldRowPanel([FieldPanel("in_person"), FieldPanel("by_phone"), FieldPanel("online")]),
            InlinePanel("phones", heading="Phone numbers", label="Phone number"),
            FieldRowPanel([FieldPanel("email"), FieldPanel("website")]),
            FieldPanel("application_process"),
            FieldPanel("wait_time"),
        ],
        "How to get in touch, and what happens then",
    ),
    MultiFieldPanel(
        [
            FieldPanel("hours", heading="In words"),
            FieldPanel("bank_holidays"),
            InlinePanel("schedules", heading="Opening hours", label="Opening hours"),
            InlinePanel("exceptions", heading="Days that are different", label="Day"),
        ],
        "When it is open",
        help_text="From the opening hours the page works out “Open now, until 8pm”. Write in words only what they "
        "cannot say. Leave all empty if not known: readers are then told to ring first.",
    ),
    MultiFieldPanel(
        [InlinePanel("cost_options", heading="Prices", label="Price")],
        "What it costs",
    ),
    MultiFieldPanel(
        [
            FieldPanel("confidentiality"),
            FieldPanel("area"),
            FieldPanel("coverage"),
            FieldPanel("wards", widget=forms.CheckboxSelectMultiple),
            InlinePanel("places", heading="Places", label="Place"),
            FieldRowPanel([FieldPanel("step_free"), FieldPanel("accessibility")]),
            FieldPanel("languages", heading="Languages, in words"),
            InlinePanel("spoken_languages", heading="Languages", label="Language"),
            FieldPanel("interpretation_services"),
        ],
        "Where it is, getting in, and languages",
        help_text="A confidential location shows its area and its phone numbers, and never an address. "
        "Do not write the address of a refuge anywhere in here.",
    ),
    MultiFieldPanel(
        [FieldPanel("crisis"), FieldPanel("police_involvement")],
        "Safety",
    ),
    MultiFieldPanel(
        [FieldPanel("domain"), FieldPanel("level"), FieldPanel("key_messages", widget=forms.CheckboxSelectMultiple)],
        "Where it stands in the borough's work",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("checked_on"), FieldPanel("checked_by")]),
            FieldPanel("review_days"),
            InlinePanel("contacts", heading="Who answers for this entry", label="Contact"),
            FieldPanel("demo"),
        ],
        "The last check",
        help_text="Everyone sees this date. An entry that nobody checks in time leaves the site by itself.",
    ),
]
