"""People whom somebody brings: they say themselves who they are, if they like, by a link that they are handed."""

from django.db import models
from django.utils import timezone

from champions.models.bookings import Booking
from champions.models.needs import KEPT_FOR


class GuestQuerySet(models.QuerySet):
    def coming_to(self, workshop) -> "GuestQuerySet":
        """Those of bookings whose places are kept."""
        seated = Booking.objects.seated().filter(workshop=workshop)
        return self.filter(booking__in=seated).select_related("booking")

    def of_the_past(self) -> "GuestQuerySet":
        return self.filter(booking__workshop__ends_at__lt=timezone.now() - KEPT_FOR)


class Guest(models.Model):
    """One of those who come with a booking. It takes no place: the booking holds the places."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="guests")
    name = models.CharField("name", max_length=120)
    # Given only by those who want their own record and their own link to join.
    email = models.EmailField("email address", blank=True)
    # Once they were signed in on the day.
    attendance = models.OneToOneField(
        "champions.TrainingRecord", on_delete=models.SET_NULL, null=True, blank=True, editable=False
    )
    form_key = models.CharField(max_length=40, unique=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        ordering = ["created", "id"]

    def __str__(self) -> str:
        return f"With {self.booking.reference}"
