"""The words that people choose from, and the rule about who each kind of workshop is for."""

from django.db import models


class Kind(models.TextChoices):
    """What a workshop is, and so whom it is for. The first two come from seed 003."""

    LOCAL = "local", "Local people"
    PRACTITIONER = "practitioner", "People who work with young people"
    FACILITATOR = "facilitator", "Training to lead community conversations"
    REFRESHER = "refresher", "Refresher"


PUBLIC_KINDS = (Kind.LOCAL, Kind.PRACTITIONER)
# The kinds that keep the right to lead conversations alive.
FACILITATOR_KINDS = (Kind.FACILITATOR, Kind.REFRESHER)

# Ends the sentence "This workshop is for …".
FOR_WHOM = {
    Kind.LOCAL: "residents, parents, business owners, faith leaders, coaches and all who care about young people",
    Kind.PRACTITIONER: "teachers, youth workers, police officers, health workers and community groups",
    Kind.FACILITATOR: "people who have been to one of our workshops and want to lead community conversations",
    Kind.REFRESHER: "people we have trained, who want to keep up to date",
}


class Description(models.TextChoices):
    """Which of these describes you? The answer decides which workshop is the right one."""

    RESIDENT = "resident", "I live here"
    PARENT = "parent", "I am a parent or carer"
    BUSINESS = "business", "I run or work in a shop or business"
    FAITH = "faith", "I help to lead a faith group"
    COACH = "coach", "I coach sport or volunteer with young people"
    TEACHER = "teacher", "I work in a school or college"
    YOUTH_WORKER = "youth_worker", "I am a youth worker"
    POLICE = "police", "I am a police officer"
    HEALTH = "health", "I work in health or social care"
    COMMUNITY_GROUP = "community_group", "I work for a charity or community group"
    HAS_ATTENDED = "has_attended", "I have been to one of your workshops before"
    OTHER = "other", "None of these, but I care about young people here"


# Who each kind is for. Somebody outside it is told why, and shown the kind that is for them.
AUDIENCE: dict[str, tuple[str, ...]] = {
    Kind.LOCAL: (
        Description.RESIDENT,
        Description.PARENT,
        Description.BUSINESS,
        Description.FAITH,
        Description.COACH,
        Description.OTHER,
    ),
    Kind.PRACTITIONER: (
        Description.TEACHER,
        Description.YOUTH_WORKER,
        Description.POLICE,
        Description.HEALTH,
        Description.COMMUNITY_GROUP,
    ),
    Kind.FACILITATOR: (Description.HAS_ATTENDED,),
    Kind.REFRESHER: (Description.HAS_ATTENDED,),
}


def descriptions_for(kind: str) -> list[tuple[str, str]]:
    """The answers offered for a workshop of this kind: everybody's, or for training whether they have been before."""
    training = (Description.HAS_ATTENDED, Description.OTHER)
    everybody = tuple(choice for choice in Description if choice != Description.HAS_ATTENDED)
    offered: tuple[Description, ...] = everybody if kind in PUBLIC_KINDS else training
    return [(choice.value, str(choice.label)) for choice in offered]


def is_for(kind: str, description: str) -> bool:
    """Whether a workshop of this kind is for a person who describes themself so."""
    return description in AUDIENCE[kind]


def kinds_for(description: str) -> list[str]:
    """Every kind of workshop that is for this person."""
    return [kind for kind in AUDIENCE if is_for(kind, description)]


def right_kind_for(description: str) -> Kind:
    """The public kind of workshop that is for this person: there is always one."""
    return next(kind for kind in PUBLIC_KINDS if is_for(kind, description))


class Need(models.TextChoices):
    """What people may need so that the day works for them. Each can be counted, arranged and answered."""

    STEP_FREE = "step_free", "A step-free way in"
    BSL = "bsl", "A British Sign Language interpreter"
    LANGUAGE = "language", "An interpreter for another language"
    HEARING = "hearing", "A hearing loop, or a seat near the front"
    SIGHT = "sight", "Large print, or papers sent before"
    QUIET = "quiet", "A quiet room, or breaks"
    CHILDCARE = "childcare", "Childcare"
    FOOD = "food", "Food: vegetarian, halal, an allergy or something else"
    OTHER = "other", "Something else"


class Decision(models.TextChoices):
    OPEN = "open", "Not decided yet"
    YES = "yes", "Yes, we have arranged it"
    PARTLY = "partly", "In part: see below"
    NO = "no", "We are sorry, we cannot"


class ScopingState(models.TextChoices):
    """How far a wish for a workshop has come, as the person who asked reads it."""

    ASKED = "asked", "We have it, and will read it soon"
    LOOKING = "looking", "We are talking to people there"
    SCHEDULED = "scheduled", "There is a date"
    NOT_NOW = "not_now", "Not now"

    @classmethod
    def open(cls) -> "tuple[ScopingState, ...]":
        return (cls.ASKED, cls.LOOKING)


class Readiness(models.TextChoices):
    """Seed 003 looks for places where the community is motivated."""

    UNKNOWN = "unknown", "Not known yet"
    EARLY = "early", "A few people want it"
    GROWING = "growing", "A group wants it, and one organisation helps"
    READY = "ready", "A group, a room and organisations are there"


class WorkshopState(models.TextChoices):
    DRAFT = "draft", "Draft"
    OPEN = "open", "Open for booking"
    CLOSED = "closed", "Booking closed"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    CANCELLED = "cancelled", "Cancelled"


class Police(models.TextChoices):
    """Whether police officers are in the room. Some people were harmed by the police, so each workshop says."""

    NO = "no", "No police officers take part."
    LEARNING = "learning", "Police officers may come, to learn beside everyone else."
    HELPING = "helping", "A police officer helps to lead part of the day."


class Module(models.TextChoices):
    """The five parts of every workshop (seed 003), in plain words."""

    TRAUMA = "trauma", "Understanding trauma: how it shapes behaviour and decisions"
    BIAS = "bias", "Unconscious bias: spotting it, and ways to challenge it"
    RESTORATIVE = "restorative", "Restorative conversations: words that help"
    RESPONSE = "response", "How the borough's Crime Reduction Team works"
    SIGNPOSTING = "signposting", "Local services, and how to point people to them"


# Minutes after the start, what happens, and which module it is. Four hours with a break for food.
STANDARD_AGENDA: tuple[tuple[int, str, str], ...] = (
    (0, "Welcome, and how we look after each other today", ""),
    (15, Module.TRAUMA.label, Module.TRAUMA),
    (65, Module.BIAS.label, Module.BIAS),
    (115, "Food, and meeting local organisations", ""),
    (145, Module.RESTORATIVE.label, Module.RESTORATIVE),
    (190, Module.RESPONSE.label, Module.RESPONSE),
    (210, Module.SIGNPOSTING.label, Module.SIGNPOSTING),
)


class RoleKind(models.TextChoices):
    """What somebody does in the network, between two dates."""

    CHAMPION = "champion", "Champion"
    FACILITATOR = "facilitator", "Conversation facilitator"
    TRAINER = "trainer", "Workshop trainer"
    MENTOR = "mentor", "Mentor"


class CheckLevel(models.TextChoices):
    """What a role may need, by the law of 1 September 2026. Never more than it allows."""

    NONE = "none", "No check"
    BASIC = "basic", "Basic DBS check"
    ENHANCED = "enhanced", "Enhanced DBS check"
    BARRED = "enhanced_barred", "Enhanced DBS check with the children's barred list"


class RoleType(models.TextChoices):
    """What a person joins as. Youth champions come through an organisation, never through a public form (rule 6)."""

    TRUSTED_ADULT = "trusted_adult", "Trusted adult champion"
    ADVOCATE = "advocate", "Community advocate"


class Setting(models.TextChoices):
    """Where a champion meets people (seed 003)."""

    SHOP = "shop", "A shop or business"
    FAITH = "faith", "A faith group"
    SCHOOL = "school", "A school or college"
    YOUTH = "youth", "A youth club or youth project"
    SPORT = "sport", "A sports club"
    ESTATE = "estate", "An estate or street"
    HEALTH = "health", "A health or care service"
    COMMUNITY = "community", "A community group or charity"
    OTHER = "other", "Somewhere else"


class Shared(models.TextChoices):
    """What a champion lets the others in the network see. Never an address or a number."""

    NAME = "name", "My first name"
    SETTING = "setting", "Where I meet people"
    WARD = "ward", "My part of the borough"
    LANGUAGES = "languages", "The languages that I speak"


class ContactAbout(models.TextChoices):
    """What others in the network may write to a champion about."""

    QUESTION = "question", "A question about helping somebody"
    TOGETHER = "together", "Doing something together where we live"
    LANGUAGE = "language", "Help with a language"


class Topic(models.TextChoices):
    """What a question to the team is about. It decides nothing; it helps the right person to take it on."""

    SERVICE = "service", "A service: whom to send somebody to"
    ROLE = "role", "My role, training or checks"
    EVENT = "event", "An event or a workshop"
    MONEY = "money", "Money for something local"
    OTHER = "other", "Something else"


class UpdateKind(models.TextChoices):
    """What the team tells the network."""

    NEWS = "news", "News"
    FUNDING = "funding", "Money for local groups"
    EVENT = "event", "Event"


class InitiativeKind(models.TextChoices):
    """What somebody has started, or gives."""

    STARTED = "started", "Something we have started"
    VOLUNTEERING = "volunteering", "Volunteers wanted"
    MENTORING = "mentoring", "Mentoring"
    SPACE = "space", "A room or a place to use"


class InitiativeState(models.TextChoices):
    SENT = "sent", "We have it, and will read it soon"
    SHOWN = "shown", "Everybody can see it"
    DECLINED = "declined", "We do not show it"
    OVER = "over", "It is over"


class AboutYou(models.TextChoices):
    """What may be asked after a booking, to see whom we do not reach. Shortened from the GSS harmonised standards."""

    AGE = "age", "How old are you?"
    SEX = "sex", "What is your sex?"
    ETHNIC = "ethnic", "What is your ethnic group?"
    DISABLED = "disabled", "Do you have a disability, or an illness that has lasted a year or more?"


class AgeBand(models.TextChoices):
    TO_24 = "18-24", "18 to 24"
    TO_34 = "25-34", "25 to 34"
    TO_49 = "35-49", "35 to 49"
    TO_64 = "50-64", "50 to 64"
    OVER = "65", "65 or over"


class Sex(models.TextChoices):
    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OWN_WORD = "own_word", "I use another word"


class EthnicGroup(models.TextChoices):
    ASIAN = "asian", "Asian or Asian British"
    BLACK = "black", "Black, Black British, Caribbean or African"
    MIXED = "mixed", "Mixed or multiple ethnic groups"
    WHITE = "white", "White"
    OTHER = "other", "Another ethnic group"


class YesOrNo(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"


ABOUT_YOU: dict[AboutYou, type[models.TextChoices]] = {
    AboutYou.AGE: AgeBand,
    AboutYou.SEX: Sex,
    AboutYou.ETHNIC: EthnicGroup,
    AboutYou.DISABLED: YesOrNo,
}
