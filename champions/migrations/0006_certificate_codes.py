import champions.models.training
from django.db import migrations, models


def give_codes(apps, schema_editor):
    records = apps.get_model("champions", "TrainingRecord").objects.filter(certificate_code=None)
    for record in records.only("pk").iterator():
        record.certificate_code = champions.models.training.new_certificate_code()
        record.save(update_fields=["certificate_code"])


class Migration(migrations.Migration):
    dependencies = [("champions", "0005_place_scoping")]

    operations = [
        migrations.AddField(
            "trainingrecord", "certificate_code", models.CharField(max_length=19, null=True, editable=False)
        ),
        migrations.RunPython(give_codes, migrations.RunPython.noop),
        migrations.AlterField(
            "trainingrecord",
            "certificate_code",
            models.CharField(
                max_length=19, unique=True, default=champions.models.training.new_certificate_code, editable=False
            ),
        ),
    ]
