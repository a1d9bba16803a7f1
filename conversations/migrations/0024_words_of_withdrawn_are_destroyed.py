from django.db import migrations

EMPTY = {
    "host": "", "total_attended": None, "expected_size": None, "people": {}, "people_counted": "",
    "under_18s_present": None, "first_to_hear": "", "second_to_hear": "", "third_to_hear": "",
    "strength_to_build_on": "", "who_was_missing": "", "my_view": "", "promised": "", "how_to_tell": "",
    "tell_by": None, "return_reason": "", "withdrawal_code": None, "quote_codes": [], "steps_done": [],
}


def destroy(apps, schema_editor):
    """Those withdrawn before withdrawing destroyed words. Their photos go with the next `delete_photos`."""
    withdrawn = apps.get_model("conversations", "Conversation").objects.filter(state="withdrawn")
    for name in ("Point", "Unfinished", "KeptWords", "Correction"):
        apps.get_model("conversations", name).objects.filter(conversation__in=withdrawn).delete()
    withdrawn.update(**EMPTY)


class Migration(migrations.Migration):
    dependencies = [("conversations", "0023_pulse_reasons_buddies_and_talks")]

    operations = [migrations.RunPython(destroy, migrations.RunPython.noop)]
