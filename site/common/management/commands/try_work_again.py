from django.core.management.base import BaseCommand

from common.operations import work


class Command(BaseCommand):
    help = (
        "Put back into the queue what a worker left undone because it was killed or because it failed, and forget what "
        "is over for two weeks. Run it every few minutes; five tries are made, each a little later."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{work.try_again()} put back, {work.forget()} forgotten.")
