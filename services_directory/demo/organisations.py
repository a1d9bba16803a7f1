"""Who runs the services of the demo."""

from services_directory.choices import OrganisationKind as Kind

ORGANISATIONS: dict[str, dict[str, str]] = {
    "Lewisham Council": {"kind": Kind.COUNCIL, "website": "https://lewisham.gov.uk"},
    "Safer Lewisham Partnership": {"kind": Kind.GOVERNMENT},
    "For Jimmy": {"kind": Kind.CHARITY, "alternate_name": "The Jimmy Mizen Foundation"},
    "StreetDoctors": {"kind": Kind.CHARITY, "website": "https://streetdoctors.org"},
    "Kooth": {"kind": Kind.COMPANY, "website": "https://www.kooth.com"},
    "Refuge": {"kind": Kind.CHARITY, "website": "https://refuge.org.uk"},
    "South London and Maudsley NHS Foundation Trust": {"kind": Kind.NHS, "alternate_name": "SLaM"},
    "NHS": {"kind": Kind.NHS, "website": "https://www.nhs.uk"},
    "Metropolitan Police": {"kind": Kind.POLICE, "website": "https://www.met.police.uk"},
    "Police, ambulance and fire": {"kind": Kind.GOVERNMENT},
    "NSPCC": {"kind": Kind.CHARITY, "website": "https://www.nspcc.org.uk"},
    "Respect": {"kind": Kind.CHARITY, "website": "https://www.respect.org.uk"},
    "Galop": {"kind": Kind.CHARITY, "website": "https://galop.org.uk"},
    "Victim Support": {"kind": Kind.CHARITY, "website": "https://www.victimsupport.org.uk"},
    "Samaritans": {"kind": Kind.CHARITY, "website": "https://www.samaritans.org"},
    "Mental Health Innovations": {"kind": Kind.CHARITY, "alternate_name": "Shout"},
    "Crimestoppers": {"kind": Kind.CHARITY, "website": "https://crimestoppers-uk.org"},
    "Unseen": {"kind": Kind.CHARITY, "website": "https://www.unseenuk.org"},
    "Hourglass": {"kind": Kind.CHARITY, "website": "https://wearehourglass.org"},
    "Rape Crisis England and Wales": {"kind": Kind.CHARITY, "website": "https://rapecrisis.org.uk"},
    "National Crime Agency": {"kind": Kind.POLICE, "website": "https://www.nationalcrimeagency.gov.uk"},
    "Citizens Advice": {"kind": Kind.CHARITY, "website": "https://www.citizensadvice.org.uk"},
    "FRANK": {"kind": Kind.GOVERNMENT, "website": "https://www.talktofrank.com"},
}
