"""Short addresses for posters: /go/<code>. Inside targets only; a code is never used twice."""

from django.db import models


class ShortLink(models.Model):
    """A code on a poster and the page that it opens. A code whose page is not live opens the fallback."""

    class Place(models.TextChoices):
        """Kinds of places and never one shop or school: that could point at a person."""

        ANY = "any", "Anywhere"
        SCHOOL = "school", "Schools and colleges"
        SHOP = "shop", "Shops"
        HEALTH = "health", "Surgeries and chemists"
        FAITH = "faith", "Places of worship"
        YOUTH = "youth", "Youth clubs and sports"
        TRANSPORT = "transport", "Stops and stations"
        HOUSING = "housing", "Housing offices and estates"
        SCREEN = "screen", "Screens and social media"

    code = models.CharField("code", max_length=6, unique=True, editable=False)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="short_links")
    place = models.CharField("kind of place", max_length=12, choices=Place, default=Place.ANY)
    note = models.CharField("where it is printed", max_length=120, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created"]
        verbose_name = "short link"

    def __str__(self) -> str:
        return f"/go/{self.code}"
