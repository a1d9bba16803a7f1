from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('conversations', '0025_strategy_thread'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='indicator',
            name='priority',
        ),
        migrations.RemoveField(
            model_name='reading',
            name='unit',
        ),
    ]
