from django.core.management.base import BaseCommand, CommandError

from common import audit_chain


class Command(BaseCommand):
    help = (
        "Read the whole log and check that no line was changed, added or taken away. Prints the line at which it ends "
        "and its digest: kept outside this machine, they also show a log whose end was cut off."
    )

    def handle(self, *args, **options) -> None:
        try:
            whole = audit_chain.check()
        except audit_chain.ChainBroken as broken:
            raise CommandError(str(broken)) from broken
        self.stdout.write(f"{whole.checked} lines are as they were written; {whole.waiting} wait to be sealed.")
        self.stdout.write(f"The log ends at line {whole.number}: {whole.digest or 'empty'}")
