"""Short addresses for posters: /go/<code>. Inside targets only; a code is never used twice."""

from django.db import models


class ShortLink(models.Model):
    """A code on a poster and the page that it opens. A code whose page is not live opens the fallback."""

    code = models.CharField("code", max_length=6, unique=True, editable=False)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="short_links")
    note = models.CharField("where it is printed", max_length=120, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created"]
        verbose_name = "short link"

    def __str__(self) -> str:
        return f"/go/{self.code}"
