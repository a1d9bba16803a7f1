"""The words that every directory starts with. Real, not demo: staff may change each of them."""

import tomllib
from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from common.models import Need
from services_directory import actions
from services_directory.models import Audience, ServiceIndexPage, Synonym

AUDIENCES = [
    ("young", "A young person"),
    ("parent", "A parent or carer"),
    ("affected", "Someone affected by abuse or violence"),
    ("adult", "An adult"),
    ("community", "A school, a business or a community group"),
    ("practitioner", "Someone who works with people"),
]

WORDS = Path(__file__).parent / "search_words.toml"


@transaction.atomic
def load() -> None:
    """Put the words in place. Running it again changes nothing that staff have edited."""
    audiences = [Audience(code=code, name=name, order=order) for order, (code, name) in enumerate(AUDIENCES)]
    Audience.objects.bulk_create(audiences, ignore_conflicts=True)
    there = set(Synonym.objects.values_list("said", flat=True))
    means, situations = search_words()
    new = sorted((means.keys() | situations.keys()) - there)
    Synonym.objects.bulk_create(Synonym(said=said, means=means.get(said, "")) for said in new)
    needs = dict(Need.objects.values_list("code", "pk"))
    link = Synonym.needs.through
    link.objects.bulk_create(
        link(synonym_id=pk, need_id=needs[code])
        for pk, said in Synonym.objects.filter(said__in=new).values_list("pk", "said")
        for code in situations.get(said, ())
        if code in needs
    )


def search_words() -> tuple[dict[str, str], dict[str, list[str]]]:
    """What people type: the words of the directory that it means, and the codes of the situations it is typed in."""
    sections = tomllib.loads(WORDS.read_text())
    means = sections.pop("means")
    situations: dict[str, list[str]] = {}
    for code, families in sections.items():
        for said in dict.fromkeys(",".join(families.values()).split(",")):
            situations.setdefault(said.strip(), []).append(code)
    return means, {said: list(dict.fromkeys(codes)) for said, codes in situations.items()}


def index(root: Page) -> ServiceIndexPage:
    """The page under which the services stand, made under `root` if it is not there, and open to the directory team."""
    page = ServiceIndexPage.objects.first() or root.add_child(
        instance=ServiceIndexPage(title="Services", slug="services", summary="The services that help in Lewisham.")
    )
    actions.let_the_directory_team_work(index=page)
    return page
