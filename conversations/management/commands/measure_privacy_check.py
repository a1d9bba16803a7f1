"""manage.py measure_privacy_check: recall per naming tradition, and false alarms, on the committed evaluation set."""

from django.core.management.base import BaseCommand

from conversations.privacy import measuring


class Command(BaseCommand):
    help = "Say how well the privacy check finds names, by naming tradition, and how often it warns of nobody."

    def handle(self, *args, **options) -> None:
        measured = measuring.measure()
        self.stdout.write(
            "tradition                       people  listed  cased  small letters  (unlisted: cased, small)"
        )
        for t in measured.traditions:
            self.stdout.write(
                f"{t.name:30} {t.people:7} {t.listed:7} {t.cased.share:5.0f}% {t.uncased.share:13.0f}%"
                f"  {t.unlisted_cased.share:15.0f}% {t.unlisted_uncased.share:5.0f}%"
            )
        for words, pick, aim in (
            ("Names, cased", lambda t: t.cased, measuring.LEAST_CASED),
            ("Names, small letters", lambda t: t.uncased, measuring.LEAST_UNCASED),
            ("Names that no list has, cased", lambda t: t.unlisted_cased, None),
            ("Names that no list has, small letters", lambda t: t.unlisted_uncased, None),
        ):
            total = measured.total(pick)
            self.stdout.write(
                f"{words}: {total.share:.1f}% of {total.asked}" + (f" (aim: at least {aim}%)" if aim else "")
                + (f"; the worst tradition has {measured.worst_of_best(pick):.0f}% of the best" if aim else "")
            )  # fmt: skip
        for words, tally in (
            ("False alarms, as written", measured.false_alarms),
            ("False alarms, small letters", measured.false_alarms_uncased),
        ):
            self.stdout.write(f"{words}: {tally.share:.1f}% of {tally.asked} (aim: at most {measuring.MOST_FALSE}%)")
        for kind, tally in measured.identifiers.items():
            self.stdout.write(f"Identifiers, {kind}: {tally.found} of {tally.asked} refused")
