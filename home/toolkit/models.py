"""Files that staff add to a campaign, each with what somebody needs who cannot see or hear it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

# Ways of saying it that are no language of the site.
OTHER_WAYS = [("easy-read", "Easy Read"), ("bsl", "British Sign Language")]


def languages() -> list[tuple[str, str]]:
    return [*settings.LANGUAGES, *OTHER_WAYS]


class AssetQuerySet(models.QuerySet):
    def current(self) -> "AssetQuerySet":
        """Those that may be handed out today."""
        return self.filter(Q(expires=None) | Q(expires__gte=timezone.localdate()))


class CampaignAsset(Orderable):
    """One file of a toolkit."""

    class Kind(models.TextChoices):
        POSTER = "poster", "Poster or leaflet"
        PICTURE = "picture", "Picture"
        SLIDES = "slides", "Slides"
        FILM = "film", "Film"
        SOUND = "sound", "Sound"
        WORDS = "words", "Words, such as a script or subtitles"

    class Licence(models.TextChoices):
        OGL = "ogl", "Open Government Licence v3.0"
        CC_BY = "cc-by", "Creative Commons Attribution 4.0"
        ASK = "ask", "Only for this campaign: ask us first"

    campaign = ParentalKey("home.CampaignPage", on_delete=models.CASCADE, related_name="assets")
    kind = models.CharField("what it is", max_length=8, choices=Kind)
    title = models.CharField("title", max_length=120)
    file = models.ForeignKey("wagtaildocs.Document", on_delete=models.PROTECT, related_name="+", verbose_name="file")
    language = models.CharField("language", max_length=12, choices=languages, default="en-gb")
    in_words = models.TextField(
        "the same in words",
        help_text="For people who cannot see or hear it: what a picture shows; every word of a film or a sound.",
    )
    licence = models.CharField("licence", max_length=8, choices=Licence, default=Licence.OGL)
    version = models.CharField("version", max_length=20, default="1")
    contact = models.EmailField("whom to ask", blank=True, help_text="A shared mailbox, never a person’s own.")
    expires = models.DateField("may be used until", null=True, blank=True)

    objects = AssetQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("in_words"),
        FieldRowPanel([FieldPanel("licence"), FieldPanel("version")]),
        FieldRowPanel([FieldPanel("expires"), FieldPanel("contact")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "file of a toolkit"
        verbose_name_plural = "files of a toolkit"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not (self.in_words or "").strip():
            raise ValidationError({"in_words": "Say it in words, so that nobody is left out. One sentence may do."})

    @property
    def code_of_count(self) -> str:
        return f"asset:{self.pk}"
