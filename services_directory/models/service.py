"""A service that helps somebody (HSDS `service`), as a Wagtail page: drafts, preview, approval and history.

Its id for other systems is the page's `translation_key`: one service in five languages stays one service.
"""

from decimal import Decimal
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import PageManager

from common.models import Domain, EcologicalLevel, KeyMessage, Need, Ward
from common.pages import BasePage
from services_directory.choices import (
    BankHolidays,
    Confidentiality,
    Coverage,
    Gender,
    PoliceInvolvement,
    Referral,
    ServiceStatus,
    StepFree,
)
from services_directory.models.checked import Checked
from services_directory.models.organisation import Organisation
from services_directory.models.service_query import OWN_BEHAVIOUR, ServicePageQuerySet
from services_directory.models.taxonomy import TaxonomyTerm
from services_directory.models.vocabulary import Audience
from services_directory.models.who_will_know import WhoWillKnow
from services_directory.panels import SERVICE_PANELS, ServicePageForm

AGE_LIMITS = [MinValueValidator(0), MaxValueValidator(120)]

ONE_MUST_STAY = (
    "This is the only crisis line for one of its situations, and somebody may need it tonight. "
    "Publish another one for them first."
)


class ServicePage(WhoWillKnow, Checked, BasePage):
    """What help there is, for whom, how to get it, and who will know. `summary` says what it is in one sentence."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        help_text="Who runs it. Leave empty if not known: readers are then told to ask.",
    )
    status = models.CharField(
        "is it running?", max_length=18, choices=ServiceStatus, default=ServiceStatus.ACTIVE,
        help_text="What is closed for good, or not running, leaves the site.",
    )  # fmt: skip
    alternate_names = models.TextField(
        "other names and misspellings",
        blank=True,
        help_text="One per line. Never shown; the search finds the service by them. Old names belong here.",
    )
    description = models.TextField(
        "what it does", blank=True, help_text="Short sentences. An empty line starts a new part."
    )

    needs = ParentalManyToManyField(Need, blank=True, related_name="services", verbose_name="when it helps")
    audiences = ParentalManyToManyField(Audience, blank=True, related_name="services", verbose_name="who it is for")
    key_messages = ParentalManyToManyField(KeyMessage, blank=True, related_name="services")
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, null=True, blank=True, related_name="services")
    level = models.ForeignKey(EcologicalLevel, on_delete=models.PROTECT, null=True, blank=True, related_name="services")

    terms = ParentalManyToManyField(TaxonomyTerm, blank=True, related_name="services", verbose_name="imported words")

    gender = models.CharField(
        "women only, or men only", max_length=5, choices=Gender, blank=True, help_text="Leave empty if it is for all."
    )
    minimum_age = models.DecimalField(
        "from age", max_digits=5, decimal_places=2, null=True, blank=True, validators=AGE_LIMITS,
        help_text="0 if it takes people of any age. Leave empty if not known.",
    )  # fmt: skip
    maximum_age = models.DecimalField(
        "up to and including age", max_digits=5, decimal_places=2, null=True, blank=True, validators=AGE_LIMITS
    )
    eligibility_description = models.CharField("who else can use it", max_length=240, blank=True)
    referral = models.CharField("how people get to it", max_length=13, choices=Referral, blank=True)
    drop_in = models.BooleanField("people can drop in", default=False, help_text="Without an appointment.")
    application_process = models.TextField("what happens first", blank=True)
    wait_time = models.CharField("how long people wait", max_length=120, blank=True)
    in_person = models.BooleanField("in person", default=False)
    by_phone = models.BooleanField("by phone", default=False)
    online = models.BooleanField("online", default=False)
    hours = models.CharField("when it is open", max_length=240, blank=True)
    bank_holidays = models.CharField(
        "bank holidays", max_length=8, choices=BankHolidays, blank=True, help_text="Leave empty if not known."
    )
    website = models.URLField("website", blank=True)
    email = models.EmailField("email", blank=True)
    languages = models.CharField("languages", max_length=240, blank=True)
    interpretation_services = models.CharField("interpreters", max_length=240, blank=True)
    step_free = models.CharField("step-free", max_length=3, choices=StepFree, blank=True)
    accessibility = models.CharField("getting in and taking part", max_length=240, blank=True)

    coverage = models.CharField("whom it serves, by area", max_length=8, choices=Coverage, default=Coverage.BOROUGH)
    wards = ParentalManyToManyField(Ward, blank=True, related_name="services", verbose_name="wards it serves")
    area = models.CharField("area, in words", max_length=80, blank=True, help_text="Such as Catford. Never an address.")
    confidentiality = models.CharField(
        "address", max_length=12, choices=Confidentiality, default=Confidentiality.PUBLIC
    )
    crisis = models.BooleanField("crisis line", default=False, help_text="Comes first in lists and is never hidden.")
    police_involvement = models.CharField("police", max_length=9, choices=PoliceInvolvement, blank=True)
    source = models.CharField("where the entry came from", max_length=200, blank=True, editable=False)
    source_modified = models.DateTimeField("when it was changed there", null=True, editable=False)
    imported_at = models.DateTimeField("when we took it in", null=True, editable=False)
    last_modified = models.DateTimeField(auto_now=True, db_index=True)

    objects = PageManager.from_queryset(ServicePageQuerySet)()

    base_form_class = ServicePageForm
    content_panels = SERVICE_PANELS
    parent_page_types = ["services_directory.ServiceIndexPage"]
    subpage_types: list[str] = []
    # The directory is public as a whole: an entry that must not be seen is not published.
    private_page_options: list[str] = []
    template = "services_directory/service.html"

    class Meta:
        verbose_name = "service"

    def clean(self) -> None:
        super().clean()
        errors = {}
        youngest, oldest = self.minimum_age, self.maximum_age
        if youngest is not None and oldest is not None and youngest > oldest:
            errors["maximum_age"] = "The ages are the wrong way round. Write the younger age first."
        if self.checked_on and self.checked_on > timezone.localdate():
            errors["checked_on"] = "This day has not come yet. Write the day on which the entry was checked."
        if self.checked_on and not self.checked_by:
            errors["checked_by"] = "Write which team checked it, such as: the directory team."
        if self._hides_a_crisis_line() and not self.has_replacement:
            errors["crisis"] = ONE_MUST_STAY
        if errors:
            raise ValidationError(errors)

    def _hides_a_crisis_line(self) -> bool:
        """Whether people find a crisis line here now, and would not, or not as one, once this is published."""
        runs = self.status in (ServiceStatus.ACTIVE, ServiceStatus.TEMPORARILY_CLOSED)
        stays = self.crisis and runs and not self.expire_at
        return not stays and type(self).objects.filter(pk=self.pk, live=True, crisis=True).exists()

    @property
    def has_replacement(self) -> bool:
        """Whether people find another crisis line for each situation in which this one helps."""
        others = type(self).objects.published().crisis().exclude(pk=self.pk)
        needs = [need.pk for need in self.needs.all()]
        return all(others.helping_with([need]).exists() for need in needs) if needs else others.exists()

    def save(self, *args, **kwargs):
        self.set_check_dates()
        return super().save(*args, **kwargs)

    def get_url_parts(self, request: HttpRequest | None = None):
        """The address of the contract, wherever the directory stands in the tree."""
        parts = super().get_url_parts(request)
        return parts and (parts[0], parts[1], self.address)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        # Imported late: what a page shows knows the model, and not the other way round.
        from services_directory.facts import facts
        from services_directory.my_list import PARAMETER, MyList
        from services_directory.search.current import opening_of

        # Read in several places of the page, so read once now.
        self.phones.get_object_list()  # type: ignore[attr-defined]  # of modelcluster
        # A draft is not in the index, and its hours are not yet those of the page.
        opening = opening_of(self, drafted=getattr(request, "is_preview", False))
        mine = MyList.read(request.GET.get(PARAMETER, ""))
        lists = {"mine": mine, "with_this": mine.with_service(self.pk)}
        context = {"service": self, "facts": facts(self, opening), **lists}
        return {**super().get_context(request, *args, **kwargs), **context}

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Checked entries only: a search engine must not learn what nobody has checked."""
        seen = not self.demo and type(self).objects.published().filter(pk=self.pk, checked_on__isnull=False).exists()
        return super().get_sitemap_urls(request) if seen else []

    @property
    def address(self) -> str:
        return reverse("services_directory:service", args=[self.slug])

    @property
    def website_name(self) -> str:
        """The website as people read and print it, such as childline.org.uk."""
        return urlsplit(self.website).netloc.removeprefix("www.")

    @property
    def location_is_confidential(self) -> bool:
        return self.confidentiality == Confidentiality.CONFIDENTIAL

    @property
    def addresses(self) -> list[str]:
        """Where it is, place by place. The only way to an address: a confidential location has none."""
        if self.location_is_confidential:
            return []
        places = [place.location for place in self.places.all() if not place.location.is_virtual]
        return [", ".join(part for part in (place.name, place.address) if part) for place in places]

    @property
    def where(self) -> str:
        """The area in words, never an address."""
        if self.area:
            return self.area
        return self.get_coverage_display() if self.coverage != Coverage.WARDS else ""

    @property
    def ages(self) -> str:
        """Whom it takes, by age, in words. Empty if not known."""
        youngest, oldest = (_years(age) for age in (self.minimum_age, self.maximum_age))
        if not youngest and not oldest:
            return ""
        if not oldest:
            return "Any age" if youngest == "0" else f"{youngest} and over"
        return f"{youngest} to {oldest}" if youngest and youngest != "0" else f"Up to {oldest}"

    @property
    def channels(self) -> str:
        """How people are seen or heard: in person, by phone, online. Empty if not known."""
        ways = [("in person", self.in_person), ("by phone", self.by_phone), ("online", self.online)]
        return ", ".join(way for way, is_so in ways if is_so).capitalize()

    @property
    def is_for_own_behaviour(self) -> bool:
        return any(need.code == OWN_BEHAVIOUR for need in self.needs.all())

    @property
    def shows_demo_flag(self) -> bool:
        return settings.DEMO and (self.demo or not self.checked_on)


def _years(age: Decimal | None) -> str:
    return "" if age is None else f"{age.normalize():f}"
