"""Those who booked before addresses were confirmed have had our mail, and need not confirm now."""

from django.db import migrations
from django.db.models import F


def trust_those_who_booked(apps, schema_editor):
    bookings = apps.get_model("champions", "Booking").objects
    bookings.filter(state="booked", confirmed_at=None).update(confirmed_at=F("created"))


class Migration(migrations.Migration):
    dependencies = [("champions", "0002_offers_and_holds")]

    operations = [migrations.RunPython(trust_those_who_booked, migrations.RunPython.noop, elidable=True)]
