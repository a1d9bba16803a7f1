"""The words that every directory starts with. Real, not demo: staff may change each of them."""

from django.db import transaction

from services_directory.models import Audience, Synonym

AUDIENCES = [
    ("young", "A young person"),
    ("parent", "A parent or carer"),
    ("affected", "Someone affected by abuse or violence"),
    ("adult", "An adult"),
    ("community", "A school, a business or a community group"),
    ("practitioner", "Someone who works with people"),
]

# What people type → what the directory calls it. From users.md R4 and the spellings in the partnership's own papers.
SYNONYMS = {
    "cooth": "Kooth",
    "help": "talk, today",
    "son": "child, young",
    "daughter": "child, young",
    "kid": "child, young",
    "teenager": "young",
    "mum": "parent, mother",
    "drinks": "alcohol",
    "drinking": "alcohol",
    "lonely": "talk, low",
    "selfharm": "suicide, crisis, low",
    "has a knife": "danger, threatened",
    "immigration": "rights, legal",
    "visa": "rights, legal",
    "countylines": "county lines, exploitation",
    "ot": "county lines, exploitation",
    "cunch": "county lines, exploitation",
    "going country": "county lines, exploitation",
    "trapping": "county lines, exploitation",
    "shotting": "county lines, drugs, exploitation",
    "plugging": "exploitation, drugs",
    "county line": "county lines, exploitation",
    "groomed": "exploitation, sexual",
    "grooming": "exploitation, online, sexual",
    "debt bondage": "owe, exploitation",
    "two phones": "exploitation, county lines, missing",
    "beef": "threatened, hurt, fight, hospital, mentor",
    "opps": "threatened, hurt, fight",
    "jumped": "hurt, attacked, threatened",
    "stabbed": "hurt, hospital, attacked",
    "shank": "knife, threatened",
    "mandem": "young, threatened, exploitation",
    "gang": "exploitation, county lines, threatened, leave",
    "snitch": "anonymous, crime",
    "grass": "anonymous, crime",
    "feds": "police",
    "bf hits me": "hurt, home, domestic abuse",
    "boyfriend": "domestic abuse, relationship",
    "girlfriend": "domestic abuse, relationship",
    "husband": "domestic abuse, relationship",
    "wife": "domestic abuse, relationship",
    "ex": "domestic abuse, relationship",
    "partner": "domestic abuse, relationship",
    "hits me": "hurt, home, domestic abuse",
    "son hits me": "Non-Violent Resistance",
    "daughter hits me": "Non-Violent Resistance",
    "beats me": "hurt, home, domestic abuse",
    "dv": "domestic abuse",
    "da": "domestic abuse",
    "domestic violence": "domestic abuse",
    "vawg": "domestic abuse, women",
    "refuge": "domestic abuse, safe place",
    "nudes": "online, sexual, pictures",
    "sextortion": "online, sexual, pictures",
    "raped": "rape, sexual",
    "kms": "suicide, crisis, low",
    "kill myself": "suicide, crisis, low",
    "self harm": "suicide, crisis, low",
    "depressed": "anxious, low, counselling",
    "angzity": "anxious, counselling",
    "panic": "anxious, counselling",
    "stressed": "anxious, counselling",
    "therapy": "counselling",
    "someone to talk to": "talk, counselling",
    "camhs": "CAMHS, mental health",
    "cahms": "CAMHS, mental health",
    "nvrp": "Non-Violent Resistance",
    "nurse family partnership": "Family Nurse Partnership",
    "yos": "Youth Justice Service",
    "weed": "drugs",
    "drunk": "alcohol",
    "nan": "older, carer",
    "murdered": "killed, bereaved",
    "funeral": "bereaved, killed",
    "anger": "change, behave",
    "i hit": "change, behave, own",
    "trans": "LGBT",
    "gay": "LGBT",
    "lesbian": "LGBT",
    "breastfeeding": "infant feeding",
}


@transaction.atomic
def load() -> None:
    """Put the words in place. Running it again changes nothing that staff have edited."""
    audiences = [Audience(code=code, name=name, order=order) for order, (code, name) in enumerate(AUDIENCES)]
    Audience.objects.bulk_create(audiences, ignore_conflicts=True)
    synonyms = [Synonym(said=said, means=means) for said, means in SYNONYMS.items()]
    Synonym.objects.bulk_create(synonyms, ignore_conflicts=True)
