"""What stands around every page, in another language: the way out and what to do in danger."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from common.models.two_people import NeedsTwoPeople


class FrameWords(NeedsTwoPeople):
    """The words of one language. Until two people who read it have agreed on them, the frame is in English."""

    language = models.CharField("language", max_length=10, choices=settings.LANGUAGES[1:], unique=True)
    leave = models.CharField("“Exit this page”", max_length=40)
    to_content = models.CharField("“Skip to main content”", max_length=60)
    in_danger = models.CharField("“In danger now?”", max_length=40)
    call = models.CharField("“Call 999”", max_length=40)
    cannot_speak = models.CharField("“Can’t speak?”", max_length=40)
    press = models.CharField("“Press 55”", max_length=40)
    young = models.CharField("“Under 19?”", max_length=40)

    class Meta:
        ordering = ["language"]
        verbose_name = "words around every page"
        verbose_name_plural = "words around every page"

    def __str__(self) -> str:
        return self.get_language_display()

    def clean(self) -> None:
        """A number that a translation lost would cost more than any other slip."""
        for name, number in (("call", "999"), ("press", "55"), ("young", "19")):
            if number not in getattr(self, name):
                raise ValidationError({name: f"Write the number {number} in figures, as it is dialled or read."})
