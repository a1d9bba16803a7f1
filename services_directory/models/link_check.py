"""Whether a web address of the directory still answers: the last time we asked, and since when it has been so."""

from django.db import models

from services_directory.choices import LinkState


class LinkCheck(models.Model):
    """One address, however many entries name it."""

    address = models.URLField(unique=True)
    state = models.CharField(max_length=9, choices=LinkState)
    checked_on = models.DateField(db_index=True)
    since = models.DateField()

    class Meta:
        ordering = ["since", "address"]

    def __str__(self) -> str:
        return self.address
