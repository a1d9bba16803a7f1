"""The vocabularies of a conversation note. Codes are what exports carry; the words may be improved."""

from django.db.models import TextChoices


class Setting(TextChoices):
    """What kind of place a conversation is held in. Never the venue: kinds of place point at nobody."""

    SCHOOL = "school", "School"
    COLLEGE = "college", "College"
    YOUTH_CLUB = "youth_club", "Youth club"
    FAITH = "faith", "Place of worship"
    ESTATE = "estate", "Estate or tenants’ group"
    PARENTS = "parents", "Parents and carers’ group"
    COMMUNITY = "community", "Community group or charity"
    WORK = "work", "Shop or workplace"
    HEALTH = "health", "Health service"
    CUSTODY = "custody", "Custody or probation"
    ONLINE = "online", "Online"
    OTHER = "other", "Somewhere else"


class Audience(TextChoices):
    """Whom a conversation is for (seed 003: "young people, local community groups, parents, faith groups…")."""

    EVERYONE = "everyone", "Anyone who lives or works here"
    YOUNG_PEOPLE = "young_people", "Young people"
    PARENTS = "parents", "Parents and carers"
    FAITH = "faith", "A faith group"
    COMMUNITY = "community", "A community group"
    CHARITIES = "charities", "Local charities"
    BUSINESS = "business", "Local businesses"
    PRACTITIONERS = "practitioners", "People who work with residents"


class EnteredFrom(TextChoices):
    """How a note reached whoever typed it in for the facilitator."""

    PAPER = "paper", "On paper"
    PHONE = "phone", "By phone"


class Language(TextChoices):
    """The language that people mostly spoke. Codes are BCP 47."""

    ENGLISH = "en", "English"
    ALBANIAN = "sq", "Albanian"
    ARABIC = "ar", "Arabic"
    BSL = "bfi", "British Sign Language"
    CHINESE = "zh", "Chinese"
    FRENCH = "fr", "French"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    ROMANIAN = "ro", "Romanian"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TAMIL = "ta", "Tamil"
    TURKISH = "tr", "Turkish"
    VIETNAMESE = "vi", "Vietnamese"
    YORUBA = "yo", "Yoruba"
    MIXED = "mul", "Several languages"


class PartKind(TextChoices):
    """What a part of a guide is for. Strengths come first, whatever a guide says about the order."""

    STRENGTHS = "strengths", "Strengths first"
    QUESTION = "question", "One of the three big questions"
    MAPPING = "mapping", "Safety mapping"
    RESTORATIVE = "restorative", "Restorative questions, where they are safe"
    BIAS = "bias", "For the facilitator: look at yourself"


class PointKind(TextChoices):
    """What a point is. Strengths come first, here and on every page (seed 004)."""

    STRENGTH = "strength", "Already working"
    CAUSE = "cause", "Causing harm"
    ROOT_CAUSE = "root_cause", "Root cause"
    IDEA = "idea", "Idea"
    OFFER = "offer", "Offer"
    DIFFERENCE = "difference", "Difference of view"
    QUESTION = "question", "Question"


class WhoShouldAct(TextChoices):
    RESIDENTS = "residents", "Residents"
    YOUNG_PEOPLE = "young_people", "Young people"
    FAMILIES = "families", "Families"
    SCHOOLS = "schools", "Schools"
    POLICE = "police", "Police"
    COUNCIL = "council", "Council"
    HEALTH = "health", "Health services"
    CHARITIES = "charities", "Charities and faith groups"
    BUSINESS = "business", "Businesses"
    MAYOR = "mayor", "Mayor of London"
    GOVERNMENT = "government", "Government"
    UNKNOWN = "unknown", "People did not say"


class Horizon(TextChoices):
    """When something should happen. Codes are years, save the last."""

    NOW = "now", "Now"
    THREE = "3", "3 years"
    FIVE = "5", "5 years"
    TEN = "10", "10 years"
    NOT_SAID = "", "Not said"


class PlaceScope(TextChoices):
    """In what kind of place it happens, or should. Kinds of place point at nobody."""

    HOME = "home", "At home"
    SCHOOL = "school", "In or near a school"
    STREET = "street", "On a street or an estate"
    TRANSPORT = "transport", "On a bus, a train or at a stop"
    ONLINE = "online", "Online"
    BOROUGH = "borough", "Across the borough"
    NOT_SAID = "", "Not said"


class Feeling(TextChoices):
    """How many in the room felt it."""

    ONE = "one", "One person"
    FEW = "few", "A few people"
    MOST = "most", "Most people"
    ALL = "all", "Everyone"
    SPLIT = "split", "People were split"


class Consent(TextChoices):
    """What the speaker agreed to for their own words. Words of people who said no are not kept."""

    ANALYSIS = "analysis", "Only the people who read the notes"
    PUBLISH = "publish", "Anyone, without saying who said it"
    PUBLISH_ROLE = "publish_role", "Anyone, with “a parent” or “a young person” beside it"


class ConsentHow(TextChoices):
    """How the speaker said yes to their own words being kept."""

    SPOKEN = "spoken", "They told me"
    GROUP = "group", "They said so to the whole group"
    WRITTEN = "written", "They wrote it or signed for it"
    GUARDIAN = "guardian", "They and a parent or carer said yes"


PUBLISHABLE_CONSENTS = (Consent.PUBLISH, Consent.PUBLISH_ROLE)


class SpeakerRole(TextChoices):
    YOUNG_PERSON = "young_person", "a young person"
    YOUNG_ADULT = "young_adult", "a young adult"
    PARENT = "parent", "a parent or carer"
    RESIDENT = "resident", "a resident"
    FAITH = "faith", "someone from a faith group"
    TEACHER = "teacher", "someone who works in a school"
    PRACTITIONER = "practitioner", "someone who works with residents"


class AgeBand(TextChoices):
    UNDER_11 = "0-10", "Under 11"
    FROM_11 = "11-15", "11 to 15"
    FROM_16 = "16-17", "16 or 17"
    FROM_18 = "18-24", "18 to 24"
    FROM_25 = "25-34", "25 to 34"
    FROM_35 = "35-49", "35 to 49"
    FROM_50 = "50-64", "50 to 64"
    FROM_65 = "65+", "65 or over"


class Gender(TextChoices):
    WOMEN = "women", "Women and girls"
    MEN = "men", "Men and boys"
    OTHER = "other", "People who say it in another way"


class EthnicGroup(TextChoices):
    """The five groups of the 2021 census of England and Wales, so that they can be compared with the borough."""

    ASIAN = "asian", "Asian or Asian British"
    BLACK = "black", "Black, Black British, Caribbean or African"
    MIXED = "mixed", "Mixed or multiple ethnic groups"
    WHITE = "white", "White"
    OTHER = "other", "Another ethnic group"


class FigureBy(TextChoices):
    """By what people are parted in figures about the borough. Codes of the groups are ours: wards, and those above."""

    WARD = "ward", "Ward"
    AGE = "age", "Age"
    GENDER = "gender", "Gender"
    ETHNICITY = "ethnicity", "Ethnic group"


class CountedHow(TextChoices):
    TOLD = "told", "People told us, or put up a hand"
    SEEN = "seen", "I counted by eye"


class SafetyAnswer(TextChoices):
    NO = "no", "No"
    YES = "yes", "Yes"


class ThemeKind(TextChoices):
    """Whether a theme makes violence less or more likely. Protective comes first."""

    PROTECTIVE = "protective", "Helps to keep people safe"
    RISK = "risk", "Can lead to harm"
    BOTH = "both", "Can do either"
    RESERVED = "reserved", "Reserved"


class LinkKind(TextChoices):
    """How a theme stands to a priority."""

    ASKED_FOR = "asked_for", "People asked for this"
    SUPPORTS = "supports", "What people said supports this"
    QUESTIONS = "questions", "What people said questions this"
    ANSWERS = "answers", "This answers what people said"


# Whoever questions a priority was heard, and not answered by it.
ANSWERING = (LinkKind.ASKED_FOR, LinkKind.SUPPORTS, LinkKind.ANSWERS)


class ActionStatus(TextChoices):
    PROPOSED = "proposed", "Proposed"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    DELAYED = "delayed", "Delayed"
    STOPPED = "stopped", "Stopped"


# A status that people will ask "why?" about.
STATUSES_WITH_REASON = (ActionStatus.DELAYED, ActionStatus.STOPPED)
# Still to be done: it has an owner who is asked how it goes.
OPEN_STATUSES = (ActionStatus.PROPOSED, ActionStatus.UNDER_WAY, ActionStatus.DELAYED)


class CostBand(TextChoices):
    """What an action costs in all, roughly: enough to weigh it, and no tender."""

    UNKNOWN = "unknown", "Not known yet"
    NONE = "none", "No new money"
    UNDER_10 = "under10", "Under £10,000"
    TO_50 = "to50", "£10,000 to £50,000"
    TO_250 = "to250", "£50,000 to £250,000"
    OVER_250 = "over250", "Over £250,000"


class LearningKind(TextChoices):
    STOPPED = "stopped", "What we stopped"
    SURPRISED = "surprised", "What surprised us"
    CHANGED = "changed", "What we do differently now"


class IndicatorKind(TextChoices):
    """What sort of measure it is, so that nobody takes being busy for having changed something (B3)."""

    ACTIVITY = "activity", "Activity: what we did"
    OUTPUT = "output", "Output: what came out of it"
    OUTCOME = "outcome", "Outcome: what changed for people"
    CONTEXT = "context", "Context: what else goes on"


class FedBy(TextChoices):
    """What the platform counts itself, once a quarter."""

    TRUST = "trust", "The trust question of workshops"
    TRUST_SAID = "trust_said", "The trust question of conversations"
    SELF_CHECK = "self_check", "Partners who did the self-check"


class VersionState(TextChoices):
    WRITING = "writing", "Being written"
    PROPOSED = "proposed", "With the board"
    AGREED = "agreed", "Agreed by the board"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Followed by a newer one"


OPEN_VERSIONS = (VersionState.WRITING, VersionState.PROPOSED, VersionState.AGREED)


class RiskLevel(TextChoices):
    HIGH = "high", "Very much"
    MIDDLE = "middle", "Some"
    LOW = "low", "A little"


class LensAnswer(TextChoices):
    """What a report does, seen through the lens of preventing violence."""

    HELPS = "helps", "It helps"
    NEUTRAL = "neutral", "It makes no difference"
    HARMS = "harms", "It could do harm: see the note"
    UNKNOWN = "unknown", "Nobody has looked at it yet"


class RecordKind(TextChoices):
    STRAND = "strand", "A strand of work"
    REVIEW = "review", "A review of a service"
    NEEDS = "needs", "A needs assessment"
    CASES = "cases", "Learning from deaths and serious harm"
    EVALUATION = "evaluation", "An evaluation"
    RESEARCH = "research", "Research"


class RecordStatus(TextChoices):
    PLANNED = "planned", "Planned"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Finished"


class RecordPlace(TextChoices):
    BOROUGH = "borough", "Lewisham"
    LONDON = "london", "London"
    NATIONAL = "national", "The United Kingdom"
    ABROAD = "abroad", "Other countries"


# The six trauma-informed principles, in the words of our page about them.
PRINCIPLES = (
    ("safety", "Safety: people feel safe when they come in"),
    ("trust", "Trust: we say what happens next, and keep to it"),
    ("choice", "Choice: people can choose, and say no"),
    ("voice", "Voice: we ask, and show what we did with it"),
    ("together", "Working together: we make plans with people and not for them"),
    ("strength", "Strength: we ask what people are good at first"),
)


class SelfCheckAnswer(TextChoices):
    NOT_YET = "not_yet", "Not yet"
    BEGUN = "begun", "We have begun"
    USUALLY = "usually", "Usually"
    ALWAYS = "always", "It is how we work"
