"""Where a workshop is held."""

from django.db import models


class Venue(models.Model):
    """A place for workshops. Its name and address are told to people who have booked, and to nobody else (C5)."""

    name = models.CharField("name", max_length=120, help_text="Told only to people who have booked.")
    address = models.TextField("address", help_text="Told only to people who have booked.")
    area = models.CharField("area", max_length=80, help_text="What everybody sees, such as “Catford, SE6”.")
    step_free = models.BooleanField("step-free from the street", default=False)
    accessible_toilet = models.BooleanField("accessible toilet", default=False)
    hearing_loop = models.BooleanField("hearing loop", default=False)
    getting_in = models.TextField(
        "getting there and getting in", blank=True, help_text="Told only to people who have booked."
    )
    is_demo = models.BooleanField("invented for the demonstration", default=False)

    class Meta:
        ordering = ["area", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.area}"

    @property
    def access_facts(self) -> list[str]:
        """What the building offers, and what it lacks, in words that give away no address."""
        facts = [
            ("Step-free from the street", "Not step-free", self.step_free),
            ("Accessible toilet", "No accessible toilet", self.accessible_toilet),
            ("Hearing loop", "No hearing loop", self.hearing_loop),
        ]
        return [there if has else lacking for there, lacking, has in facts]
