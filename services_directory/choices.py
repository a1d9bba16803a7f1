"""The fixed answers of a directory entry. A blank answer means that nobody knows yet: "Not known: ask first"."""

from django.db.models import TextChoices

NOT_KNOWN = "Not known: ask first"


class OrganisationKind(TextChoices):
    COMMUNITY = "community", "A community organisation"
    CHARITY = "charity", "A charity"
    NHS = "nhs", "The NHS"
    SCHOOL = "school", "Schools and colleges"
    COUNCIL = "council", "The council"
    POLICE = "police", "The police"
    GOVERNMENT = "government", "Another public body"
    COMPANY = "company", "A company"


class NameNeeded(TextChoices):
    NO = "no", "No. You do not have to say who you are"
    CHOICE = "choice", "Only if you want to"
    LATER = "later", "Not at first. Later they will ask"
    YES = "yes", "Yes"


class TellsOthers(TextChoices):
    DANGER = "danger", "Only if they think that someone is in danger"
    AGREED = "agreed", "Only if you agree, or if someone is in danger"
    OFTEN = "often", "They work with other services and share what is needed to keep people safe"
    NEVER = "never", "Never: they do not know who you are"


class AsksStatus(TextChoices):
    NO = "no", "No"
    IF_IT_HELPS = "if-it-helps", "Only if it helps them to help you"
    YES = "yes", "Yes"


class Cost(TextChoices):
    FREE = "free", "It is free"
    SOME = "some", "Some things cost money"


class Referral(TextChoices):
    NONE = "none", "Get in touch yourself"
    REFERRED = "referred", "Someone who works with you has to ask for you"
    PROFESSIONALS = "professionals", "For professionals only"


class PoliceInvolvement(TextChoices):
    NONE = "none", "The police are not part of it"
    SOMETIMES = "sometimes", "The police are told only when someone is in danger"
    PARTNER = "partner", "It works with the police"
    POLICE = "police", "It is the police"


class Coverage(TextChoices):
    WARDS = "wards", "Part of Lewisham"
    BOROUGH = "borough", "All of Lewisham"
    LONDON = "london", "London"
    NATIONAL = "national", "The whole country"


class Confidentiality(TextChoices):
    PUBLIC = "public", "The address may be shown"
    CONFIDENTIAL = "confidential", "Confidential location: never show an address"


class PhoneType(TextChoices):
    """HSDS phone types that people here use."""

    VOICE = "voice", "Call"
    TEXT = "text", "Text message"


class ServiceStatus(TextChoices):
    """The statuses of HSDS. What is inactive or defunct is not shown."""

    ACTIVE = "active", "Running"
    TEMPORARILY_CLOSED = "temporarily closed", "Closed for now"
    INACTIVE = "inactive", "Not running"
    DEFUNCT = "defunct", "Closed for good"


class Weekday(TextChoices):
    """Days as iCalendar writes them, in the order of the week: Python's weekday numbers are their places."""

    MO = "MO", "Monday"
    TU = "TU", "Tuesday"
    WE = "WE", "Wednesday"
    TH = "TH", "Thursday"
    FR = "FR", "Friday"
    SA = "SA", "Saturday"
    SU = "SU", "Sunday"


class Frequency(TextChoices):
    WEEKLY = "WEEKLY", "Weekly"
    MONTHLY = "MONTHLY", "Monthly"


class BankHolidays(TextChoices):
    CLOSED = "closed", "Closed on bank holidays"
    AS_USUAL = "as-usual", "Open on bank holidays as on other days"


class StepFree(TextChoices):
    YES = "yes", "Step-free"
    NO = "no", "There are steps"


class Gender(TextChoices):
    WOMEN = "women", "Women and girls only"
    MEN = "men", "Men and boys only"


class LocationType(TextChoices):
    PHYSICAL = "physical", "A place"
    POSTAL = "postal", "An address for post"
    VIRTUAL = "virtual", "Online"


class AccessKind(TextChoices):
    STEP_FREE = "step-free", "Step-free"
    LIFT = "lift", "A lift"
    TOILET = "toilet", "A toilet for wheelchair users"
    LOOP = "loop", "A hearing loop"
    QUIET = "quiet", "A quiet room"
    PARKING = "parking", "Parking for blue badge holders"


class TaskKind(TextChoices):
    """What can be wrong with an entry. Readers choose among the first ones: see `SAID_BY_READERS`."""

    NO_ANSWER = "no-answer", "Nobody answers"
    NUMBER = "number", "The phone number or link is wrong"
    HOURS = "hours", "The opening hours are wrong"
    CLOSED = "closed", "It has closed or moved"
    WORDS = "words", "Something else on the page is wrong"
    CHANGED = "changed", "The service says that something has changed"
    OVERDUE = "overdue", "Nobody has checked it in time"
    MUST_STAY = "must-stay", "It would have left the site, and must not: check it now"


SAID_BY_READERS = (TaskKind.NO_ANSWER, TaskKind.NUMBER, TaskKind.HOURS, TaskKind.CLOSED, TaskKind.WORDS)


class ProposalState(TextChoices):
    """How far a change that a provider proposes has come."""

    WAITING = "waiting", "We are looking at it"
    TAKEN = "taken", "It is on the site"
    RETURNED = "returned", "We have a question"
    WITHDRAWN = "withdrawn", "You took it back"
    REPLACED = "replaced", "You sent a newer one"


class LinkState(TextChoices):
    """What a web address answered when we asked it last."""

    WORKS = "works", "It answers"
    DEAD = "dead", "Nothing is there any more"
    UNSURE = "unsure", "It answers, but not to our program"
    FORBIDDEN = "forbidden", "It does not lead to the public web"
