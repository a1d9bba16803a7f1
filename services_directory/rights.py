"""What this app holds about a person: addresses of teams, which should be nobody's own."""

from common.rights import Facts, Source
from services_directory.models import Contact, Organisation, ServicePage


def _entries(contact: str) -> list[Facts]:
    services = ServicePage.objects.filter(email__iexact=contact).values_list("title", flat=True)
    people = Contact.objects.filter(email__iexact=contact)
    organisations = Organisation.objects.filter(email__iexact=contact).values_list("name", flat=True)
    return [
        *({"Entry": title} for title in services),
        *({"Contact": str(one), "Email": one.email} for one in people),
        *({"Organisation": name} for name in organisations),
    ]


SOURCES = [
    Source(
        "directory", "Entries of the directory", _entries, lambda contact: 0,
        stays="The entry, until the directory team has put another address in and published it: ask them. An entry "
        "must say how to reach the service (public task).",
    ),
]  # fmt: skip
