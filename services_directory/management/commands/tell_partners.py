from django.core.management.base import BaseCommand

from services_directory import partners
from services_directory.models import Delivery


class Command(BaseCommand):
    help = (
        "Tell partners which services changed or left since the last time, and try again what did not arrive. Run it "
        "every few minutes. Running it twice at once tells nothing twice."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{len(partners.tell())} changes to tell")
        due = list(Delivery.objects.due().values_list("pk", flat=True))
        for delivery_id in due:
            partners.send(delivery_id)
        self.stdout.write(f"{len(due)} messages tried")
