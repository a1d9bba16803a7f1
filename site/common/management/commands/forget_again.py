from django.core.management.base import BaseCommand

from common.rights import asking


class Command(BaseCommand):
    help = (
        "After a backup was put back: take out again whoever was forgotten after it was made. Give the codes of their "
        "certificates, which are to be kept outside the platform. Needs the same SECRET_KEY."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("codes", nargs="+", help="the codes of the certificates")

    def handle(self, *args, codes: list[str], **options) -> None:
        self.stdout.write(f"Forgot {asking.forget_again(set(codes))} people again.")
