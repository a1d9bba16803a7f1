"""Words of other systems that came in with their entries (HSDS `taxonomy` and `taxonomy_term`).

Our own words (need, audience, domain, level, key message) are models of their own. These are kept so that what came
in goes out again; no page shows them.
"""

import uuid

from django.db import models


class Taxonomy(models.Model):
    """A list of words that another system uses."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name", max_length=120)
    description = models.TextField("what it is", blank=True)
    uri = models.URLField("address", blank=True)
    version = models.CharField("version", max_length=40, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "taxonomies"

    def __str__(self) -> str:
        return self.name


class TaxonomyTerm(models.Model):
    """A word of another system."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, unique=True, editable=False)
    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, null=True, blank=True, related_name="terms")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="children")
    code = models.CharField("code", max_length=120, blank=True)
    name = models.CharField("name", max_length=200)
    description = models.TextField("what it means", blank=True)
    language = models.CharField("language", max_length=12, blank=True)
    term_uri = models.URLField("address", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
