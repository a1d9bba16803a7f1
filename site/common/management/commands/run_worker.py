from django.conf import settings
from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    help = "Do the work that waits, until it is stopped: in Redis if TASKS_URL names one, else in the database."

    def handle(self, *args, **options) -> None:
        if settings.TASKS_URL:
            from common.operations import work_in_redis

            # Its usual lines tell the arguments of each piece of work.
            work_in_redis.worker().work(logging_level="WARNING")
        else:
            call_command("db_worker", reload=False, verbosity=options["verbosity"])
