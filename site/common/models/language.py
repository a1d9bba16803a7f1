"""How we talk about people: words that we do not use, and what to say instead. Edited by staff."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import RevisionMixin


class StyleRule(RevisionMixin, models.Model):
    """Words to look for, how bad they are, and better ones."""

    class Level(models.TextChoices):
        BLOCK = "block", "Stops publishing"
        WARN = "warn", "Warns"
        SUGGEST = "suggest", "Suggests plainer words"

    words = models.TextField(
        "words to look for",
        help_text="One on each line. A star stands for any ending: “offend*” finds offender and offending.",
    )
    level = models.CharField("what it does", max_length=8, choices=Level, default=Level.WARN)
    instead = models.CharField("say instead", max_length=160, blank=True)
    why = models.CharField("why", max_length=240, blank=True)

    class Meta:
        ordering = ["level", "words"]
        verbose_name = "rule about words"
        verbose_name_plural = "rules about words"

    def __str__(self) -> str:
        return ", ".join(self.phrases())

    def clean(self) -> None:
        super().clean()
        short = [phrase for phrase in self.phrases() if len(re.findall(r"\w", phrase)) < 3]
        if short:
            raise ValidationError({"words": f"“{short[0]}” is too short: it would be found everywhere."})

    def phrases(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]
