"""An id of its own for each number and place that is there: adding the column gave all of them the same."""

import uuid

from django.db import migrations


def give_each_its_own(apps, schema_editor):
    for name in ("Phone", "ServiceAtLocation"):
        model = apps.get_model("services_directory", name)
        parts = list(model.objects.all())
        for part in parts:
            part.uuid = uuid.uuid4()
        model.objects.bulk_update(parts, ["uuid"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("services_directory", "0002_hsds_record")]

    operations = [migrations.RunPython(give_each_its_own, migrations.RunPython.noop)]
