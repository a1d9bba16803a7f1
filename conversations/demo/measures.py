"""The demonstration's measures, what was learned, and its first edition. Every figure is invented, and says so."""

# ruff: noqa: E501 - one line for each measure

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import User
from conversations import actions
from conversations.choices import FedBy, IndicatorKind, LearningKind
from conversations.models import Decision, Indicator, Learning, PriorityPage, Reading, Risk, StrategyVersion

SOURCE = "Invented for this demonstration"
# code, name, what it counts, kind, unit, priorities, start, aim, figures by quarter (the newest last)
MEASURES = [
    ("safe-getting-home", "Feel safe getting home", "Of young people who were asked, the share who said “safe” or “very safe”.", IndicatorKind.OUTCOME, "%", (0,), 48, 70, (50, 53, 57)),
    ("places-after-six", "Places open after six", "Places where young people can be until ten, on two evenings a week or more.", IndicatorKind.OUTPUT, "places", (0,), 6, 18, (7, 9, 11)),
    ("one-adult", "Have an adult to talk to", "Of young people who were asked, the share who could name one.", IndicatorKind.OUTCOME, "%", (1,), 71, 90, (72, 74, 74)),
    ("back-in-school", "Back in school after a talk", "Children who came back to lessons after a restorative meeting.", IndicatorKind.OUTCOME, "children", (2,), None, None, (4, 12, 23)),
    ("trust", "Trust public services", "Of those who answered after a workshop, the share who said “a lot” or “fully”.", IndicatorKind.OUTCOME, "%", (3,), None, None, ()),
    ("waiting-to-heal", "Days until somebody listens", "Days from asking for help after a loss to the first talk, in the middle of all.", IndicatorKind.OUTPUT, "days", (4,), 21, 7, (20, 18, 15)),
    ("custody", "Young people in custody", "Young people of the borough in custody on the day. Many things change this, and not the strategy alone.", IndicatorKind.CONTEXT, "young people", (3,), None, None, (14, 12, 9)),
]  # fmt: skip
PEOPLE = ("back-in-school", "custody")
LEARNED = [
    (LearningKind.STOPPED, 0, "We stopped putting up posters with numbers only. People told us that nobody rings a number alone."),
    (LearningKind.SURPRISED, 1, "Barbers and dinner ladies were named as trusted adults more often than staff."),
    (LearningKind.CHANGED, 2, "Meetings now start with what goes well for the child."),
]  # fmt: skip


# title, kind, status, what it looks at, what it found, what we do, which priority it supports
RECORDS = [
    ("How families find early help", "review", "done", "Help for families before things go wrong (invented).", "Families told their story to nine people before somebody helped.", "One person for a family, from next year.", 4),
    ("What we know about harm in the borough", "needs", "under_way", "Health, school and police figures together (invented).", "", "", 3),
    ("Learning from serious harm", "cases", "done", "What came before, and where somebody could have helped (invented).", "A school, a doctor and a club each knew a part.", "They talk to each other within a day.", 1),
    ("Community conversations", "strand", "under_way", "Conversations led by people who live here.", "", "Thirty people are trained to lead them.", 0),
]  # fmt: skip


def load(*, priorities: list[PriorityPage], by: User) -> None:
    """Safe to run again: what is there stays."""
    if Indicator.objects.exists():
        return
    for line in MEASURES:
        _measure(priorities, by, *line)
    for kind, place, words in LEARNED:
        Learning.objects.create(kind=kind, words=words, priority=priorities[place], on=_quarter(1), by=by)
    _edition(by)
    for title, what, status, scope, findings, response, place in RECORDS:
        record = actions.add_record(
            by=by, title=title, kind=what, status=status, scope=scope, findings=findings, response=response,
            year=_quarter(1).year, source=SOURCE,
        )  # fmt: skip
        actions.support(record=record, priority=priorities[place], reason="It says the same as people did.", by=by)
        if not record.needs_sign_off:
            actions.show_record(record=record, by=by, is_public=True)
    Risk.objects.create(
        words="Youth work is paid for one year at a time.", level="high", owner="Head of Public Protection",
        what_we_do="We ask for five years, together with other boroughs.", priority=priorities[1], since=_quarter(2),
    )  # fmt: skip
    in_a_month = timezone.localdate() + timedelta(days=30)
    Decision.objects.create(title="Which two wards open a place next", due=in_a_month, by=by)
    Decision.objects.create(
        title="Longer hours for the Catford park", report="Parks and open spaces, item 5 (invented)", due=in_a_month,
        by=by, answers={"safety": {"answer": "helps", "note": "Lights until ten."},
                        "voice": {"answer": "unknown", "note": "Nobody has asked the young people yet."}},
    )  # fmt: skip


def _measure(priorities, by, code, name, definition, kind, unit, places, start, aim, figures) -> None:
    share = unit == "%"
    indicator = Indicator.objects.create(
        code=code, name=name, definition=definition, kind=kind, unit=unit, source=SOURCE, owner="Evidence working group",
        order=Indicator.objects.count(), most=Decimal(100) if share else None, counts_people=code in PEOPLE,
        baseline=start, baseline_on=_quarter(len(figures)) if start is not None else None, target=aim,
        target_on=date(timezone.localdate().year + 3, 12, 31) if aim is not None else None,
        defined_on=_quarter(4), fed_by=FedBy.TRUST if code == "trust" else "",
    )  # fmt: skip
    for back, value in enumerate(reversed(figures)):
        Reading.objects.create(indicator=indicator, on=_quarter(back), value=value, note=SOURCE)
    for place in places:
        actions.measure(
            priority=priorities[place], indicator=indicator, by=by, reason="It would show whether people notice it."
        )


def _edition(by: User) -> None:
    """The first edition, as far as a draft goes: with the board."""
    if StrategyVersion.objects.exists():
        return
    version = actions.open_version(by=by, what="The first edition: five priorities and fifteen actions, all drafts.")
    actions.record_review(
        version=version, by=by, on=_quarter(0), with_whom="The Youth Panel, two parents’ groups and a faith forum (invented)",
        changed="“Somewhere safe to go” now says until ten, and not until eight. “Families helped early” is new.",
    )  # fmt: skip
    actions.propose(version=version, by=by)


def _quarter(back: int) -> date:
    """The last day of a quarter that is over: 0 is the newest."""
    today = timezone.localdate()
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    for _ in range(back):
        before = first - timedelta(days=1)
        first = date(before.year, 3 * ((before.month - 1) // 3) + 1, 1)
    return first - timedelta(days=1)
