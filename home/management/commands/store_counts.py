from django.core.management.base import BaseCommand

from home.toolkit import counts


class Command(BaseCommand):
    help = "Move the daily totals of pages, codes and files from the cache into the database. Safe to run at any time."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{counts.store()} counted.")
