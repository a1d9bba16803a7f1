from django.core.management.base import BaseCommand

from champions import actions


class Command(BaseCommand):
    help = (
        "Ask champions whose promise is a year old, or has new words, whether they are still active; and end the role "
        "of those who were asked four weeks ago and said nothing. Run it every day. Running it twice does nothing more."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{actions.end_silent_roles()} champions did not answer and have left.")
        self.stdout.write(f"{actions.ask_who_is_still_active()} champions were asked.")
