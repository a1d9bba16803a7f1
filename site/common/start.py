"""The words that every installation starts with. Real, not demo: from the partnership's own documents.

Numbers to ring are from stored copies of the services' own pages; each needs a check before launch, so
`checked_on` stays empty until somebody rings it.
"""

from django.db import transaction

from common import whole_pages
from common.models import (
    BigQuestion,
    Domain,
    EcologicalLevel,
    EmergencyContact,
    KeyMessage,
    Need,
    SafeguardingText,
    StyleRule,
    Ward,
)
from common.start_words import SAFEGUARDING_TEXTS, STYLE_RULES

# Seed 000. The official wording was a picture and is lost: the slots stay empty until it is found.
KEY_MESSAGES = [
    ("bullying", "Bullying", "Spot it early, say something kind, get support."),
    ("healthy-relationships", "Healthy relationships", "What respect feels like, at home and out."),
    ("knife-crime", "Knife crime", "Carrying is often fear. Safety is people."),
    ("drugs-and-alcohol", "Drugs and alcohol", "Pressure, debt, and how to step away."),
    ("online-dangers", "Online dangers", "Who is asking, and what for?"),
]

# Seed 004, word for word.
BIG_QUESTIONS = [
    ("less-violent-society", "How do we become a less violent society?"),
    ("safer-place-and-space", "How do we shape a safer place and space?"),
    (
        "negative-bias",
        "How do we understand and ensure negative bias is reflected upon and protected against?",
    ),
]

# Seed 003 says five domains and lists six. The public words are ours.
DOMAINS = [
    ("universal", "For everyone"),
    ("early-years", "Early years and parents"),
    ("protection", "Extra help and protection"),
    ("escalation", "Stopping things getting worse"),
    ("enforcement", "Enforcement and the law"),
    ("recovery", "Recovering from harm"),
]

LEVELS = [
    ("individual", "The person", "What has happened to someone, and what helps them feel safe."),
    ("relationships", "Family and friends", "The people closest to us."),
    ("community", "The community", "Schools, streets, work and neighbourhoods."),
    ("society", "Wider society", "Laws, fairness, money and what we treat as normal."),
]

NEEDS = [
    ("hurt-at-home", "I am being hurt at home"),
    ("worried-child", "I am worried about a child"),
    ("talk-today", "I want to talk to someone today"),
    ("safe-place", "I need a safe place right now"),
    ("hurt-outside", "I have been hurt or threatened outside"),
    ("exploited", "Someone is making me carry, sell or owe"),
    ("bullied", "I am being bullied"),
    ("online", "Something online is scaring me"),
    ("sexual", "Someone touched me or made me do something"),
    ("older", "Someone is hurting an older person"),
    ("bereaved", "Someone I love has been killed or badly hurt"),
    ("mental-health", "I feel anxious, low or unsafe"),
    ("drugs", "Drugs or alcohol are part of this"),
    ("parent-help", "I need help as a parent"),
    ("own-behaviour", "I want to change how I behave"),
    ("legal", "I want to know my rights"),
    ("join-in", "I want to help where I live"),
]

# The wards of the borough since May 2022. Each ONS code is added by the loader of the official list.
WARDS = [
    "Bellingham",
    "Blackheath",
    "Brockley",
    "Catford South",
    "Crofton Park",
    "Deptford",
    "Downham",
    "Evelyn",
    "Forest Hill",
    "Grove Park",
    "Hither Green",
    "Ladywell",
    "Lee Green",
    "Lewisham Central",
    "New Cross Gate",
    "Perry Vale",
    "Rushey Green",
    "Sydenham",
    "Telegraph Hill",
]

EMERGENCY_CONTACTS = [
    {"code": "emergency", "name": "Emergency services", "lead": "In danger now?", "phone": "999", "in_strip": True,
     "for_facilitators": True, "out_of_hours": True,
     "note": "Police, ambulance or fire. If you cannot speak on a mobile, press 55 when asked."},
    {"code": "childline", "name": "Childline", "lead": "Under 19?", "phone": "0800 1111", "in_strip": True,
     "out_of_hours": True, "note": "Free, day and night, for anyone under 19."},
    {"code": "mash", "name": "Worried about a child", "phone": "020 8314 6660", "for_facilitators": True,
     "note": "Lewisham's Multi-Agency Safeguarding Hub, in office hours."},
    {"code": "mash-night", "name": "Worried about a child, at night or at the weekend", "phone": "020 8314 6000",
     "for_facilitators": True, "out_of_hours": True, "note": "Lewisham's emergency duty team."},
    {"code": "adults", "name": "Worried about an adult", "phone": "020 8314 7777", "for_facilitators": True,
     "note": "Lewisham's Adult Gateway, option 1, in office hours."},
    {"code": "adults-night", "name": "Worried about an adult, at night or at the weekend", "phone": "020 8314 7766",
     "for_facilitators": True, "out_of_hours": True, "note": "Lewisham's emergency duty team."},
]  # fmt: skip


@transaction.atomic
def load() -> None:
    """Put the shared words in place. Running it again changes nothing that staff have edited."""
    _terms(KeyMessage, KEY_MESSAGES)
    _terms(BigQuestion, BIG_QUESTIONS)
    _terms(Domain, DOMAINS)
    _terms(EcologicalLevel, LEVELS)
    _terms(Need, NEEDS)
    _add(Ward, [{"code": name.lower().replace(" ", "-"), "name": name} for name in WARDS])
    if not StyleRule.objects.exists():
        StyleRule.objects.bulk_create(
            StyleRule(level=level, words="\n".join(words), instead=instead, why=why)
            for level, words, instead, why in STYLE_RULES
        )
    _add(EmergencyContact, [{**contact, "order": order} for order, contact in enumerate(EMERGENCY_CONTACTS)])
    texts = enumerate(SAFEGUARDING_TEXTS)
    _add(SafeguardingText, [{"code": code, "name": name, "text": text, "order": n} for n, (code, name, text) in texts])
    # Rows that are added at once send no signal, by which finished pages would hear that there are new words.
    whole_pages.let_go()


def _terms(model, rows: list[tuple]) -> None:
    named = [(code, name, rest[0] if rest else "") for code, name, *rest in rows]
    words = enumerate(named)
    _add(model, [{"code": code, "name": name, "description": text, "order": n} for n, (code, name, text) in words])


def _add(model, rows: list[dict]) -> None:
    """Those whose code is not there yet, at once: a thousand tests begin with these words."""
    there = set(model.objects.values_list("code", flat=True))
    model.objects.bulk_create(model(**row) for row in rows if row["code"] not in there)
