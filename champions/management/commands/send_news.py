from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from champions import actions


class Command(BaseCommand):
    help = (
        "Write to champions what changed last month in the services that they follow. Run it every day: each champion "
        "gets one letter for a month, and none for a month in which nothing changed."
    )

    def handle(self, *args, **options) -> None:
        until = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        since = (until - timedelta(days=1)).replace(day=1)
        self.stdout.write(f"{actions.send_news(since=since, until=until)} champions have news.")
