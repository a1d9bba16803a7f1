"""What people type, in their own words, finds what they mean in the demo directory."""

# What somebody types, and what has to be among the first three.
PEOPLE_SAY = {
    "cooth": "Kooth",
    "kooth": "Kooth",
    "councelling": "Kooth",
    "OT": "Rescue and Response: county lines support",
    "county line": "Rescue and Response: county lines support",
    "countylines": "Modern Slavery and Exploitation Helpline",
    "two phones": "Rescue and Response: county lines support",
    "get out of a gang": "Rescue and Response: county lines support",
    "beef": "Hospital youth workers",
    "domestik": "Athena",
    "domestik abuse": "Athena",
    "my boyfriend hits me": "Athena",
    "my husband beats me": "National Domestic Abuse Helpline",
    "forced marriage": "Athena",
    "angzity": "Kooth",
    "someone for my son to talk to": "Childline",
    "my son is missing": "Children: Multi-Agency Safeguarding Hub (MASH)",
    "nan being hit by carer": "Hourglass",
    "my brother was stabbed": "Hospital youth workers",
    "i want to die": "Samaritans",
    "suiside": "Samaritans",
    "self harm": "Shout",
    "bullied at school": "Childline",
    "nudes leaked": "CEOP: report something online",
    "snitch anonymously": "Crimestoppers and Fearless",
    "my mate got killed": "Support after murder or manslaughter",
    "alcahol": "FRANK",
    "breast feeding": "Infant feeding support",
    "CAHMS": "Young people's health and wellbeing; CAMHS",
    "nurse family partnership": "Family Nurse Partnership",
    "NVRP": "Non-Violent Resistance (NVR) parenting",
    "anger management": "Respect Phoneline",
    "childlien": "Childline",
    "gay and attacked": "Galop: LGBT+ helpline",
    "ATHENA!!!": "Athena",
}


def test_what_people_say_finds_what_they_mean(demo_directory, search, titles):
    missed = {words: titles(search(words))[:3] for words in PEOPLE_SAY}
    missed = {words: found for words, found in missed.items() if PEOPLE_SAY[words] not in found}

    assert missed == {}


def test_the_spelling_of_the_partnerships_papers_finds_the_service(demo_directory, search, titles):
    for words, title in {
        "Cooth online counselling support": "Kooth",
        "Street doctors; student medics": "StreetDoctors",
        "Nonviolence resistance programme (NVRP)": "Non-Violent Resistance (NVR) parenting",
        "Youth Offending Service": "Youth Justice Service",
    }.items():
        assert titles(search(words))[0] == title
