"""Run once a week: ask whether the web addresses of the directory still answer."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from services_directory import dead_links
from services_directory.choices import LinkState


class Command(BaseCommand):
    help = "Once a week: asks the web addresses of the directory whether they are still there. It follows none inside."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--most", type=int, default=dead_links.MOST, help="how many addresses to ask at most")

    def handle(self, *args, most: int = dead_links.MOST, **options) -> None:
        found = dead_links.check(today=timezone.localdate(), most=most)
        if not found:
            self.stdout.write("Nobody answered at all, so nothing is known: the addresses stay as they were.")
            return
        dead = sum(state == LinkState.DEAD for state in found.values())
        self.stdout.write(f"{len(found)} addresses asked, {dead} dead")
