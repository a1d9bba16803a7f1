"""What comes in: as drafts, all or nothing, known again by id, and never over a newer change of ours."""

import copy
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from services_directory.api import ids
from services_directory.choices import Confidentiality
from services_directory.interchange.importing import import_services
from services_directory.interchange.report import Entry
from services_directory.models import Contact, Location, Organisation, ServiceAtLocation, ServicePage, TaxonomyTerm

KEY = "11111111-2222-4333-8444-555555555555"
LONG_AGO = "2020-01-31T09:00:00Z"


def key(number: int) -> str:
    return f"11111111-2222-4333-8444-{number:012}"


FEED = {
    "id": KEY,
    "name": "Listening room",
    "description": "Somebody listens. No need to book.",
    "status": "active",
    "url": "https://listening.example",
    "email": "hello@listening.example",
    "fees": "Free",
    "minimum_age": 12,
    "maximum_age": 18.5,
    "accreditations": "Many",
    "assured_date": "2020-01-31",
    "last_modified": LONG_AGO,
    "organization": {"id": key(1), "name": "Listening Trust", "description": "A charity"},
    "phones": [{"id": key(2), "number": '"020 7946 0000"', "type": "voice"}],
    "contacts": [{"id": key(3), "name": "Ann Person", "email": "ann@listening.example"}],
    "languages": [{"id": key(4), "name": "Somali", "code": "so"}, {"id": key(5)}],
    "cost_options": [{"id": key(6), "option": "A course", "amount": 12.5}],
    "schedules": [
        {"id": key(7), "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "10:00:00", "closes_at": "18:00:00"},
        {"id": key(8), "valid_from": "2026-12-24", "valid_to": "2026-12-24", "description": "Christmas Eve"},
    ],
    "service_areas": [{"id": key(9), "name": "All who live near the station " * 6}],
    "service_at_locations": [
        {
            "id": key(10),
            "location": {
                "id": key(11),
                "location_type": "physical",
                "name": "The Hall",
                "latitude": 100,
                "longitude": 101,
                "addresses": [
                    {
                        "id": key(12),
                        "address_1": "1 High Street",
                        "city": "London",
                        "state_province": "Greater London",
                        "postal_code": "SE6 4RU",
                        "country": "United Kingdom",
                        "address_type": "physical",
                    }
                ],
            },
        }
    ],
    "attributes": [
        {"id": key(13), "taxonomy_term": {"id": key(14), "name": "Talking", "taxonomy": "Their words"}},
        {"id": key(15), "taxonomy_term": {"id": str(ids.of_word("need", "bullied")), "name": "x", "description": "x"}},
    ],
}  # fmt: skip


def feed(**changes) -> list[Entry]:
    """The feed with some fields changed; a field that is ... is left out."""
    record = {**copy.deepcopy(FEED), **changes}
    return [Entry("service 1", {name: value for name, value in record.items() if value is not ...})]


def edit(page: ServicePage, **changes) -> None:
    """An editor changes the page and publishes, a minute after it came in."""
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.imported_at -= timedelta(minutes=1)
    draft.save_revision().publish()


@pytest.fixture
def imported(index):
    report = import_services(feed(), source="listening.example")
    assert report.problems == []
    return ServicePage.objects.get()


def test_a_service_arrives_as_a_draft_with_its_parts(client, imported):
    assert not imported.live
    assert str(imported.translation_key) == KEY
    assert (imported.title, imported.summary, imported.fees_description) == (
        "Listening room",
        "Somebody listens",
        "Free",
    )
    assert [phone.number for phone in imported.phones.all()] == ["020 7946 0000"]
    assert [(row.weekday, f"{row.opens_at:%H:%M}") for row in imported.schedules.all()] == [
        ("MO", "10:00"),
        ("TU", "10:00"),
    ]
    assert imported.exceptions.get().closed
    assert [language.code for language in imported.spoken_languages.all()] == ["so"]
    assert len(imported.service_areas.get().name) <= 120
    assert imported.places.get().location.country == "GB"
    assert imported.places.get().location.latitude is None
    assert [need.code for need in imported.needs.all()] == ["bullied"]
    assert [term.name for term in imported.terms.all()] == ["Talking"]
    assert imported.source == "listening.example"
    assert client.get(f"/api/oruk/v3/services/{KEY}").status_code == 404


def test_another_systems_check_is_not_ours(imported):
    assert imported.checked_on is None


def test_people_in_a_feed_stay_private(client, imported):
    imported.get_latest_revision().publish()

    assert Contact.objects.get().public is False
    assert "ann" not in client.get(f"/api/oruk/v3/services/{KEY}").content.decode().casefold()


def test_the_same_file_again_changes_nothing(imported):
    before = imported.latest_revision_id

    report = import_services(feed())

    assert (report.same, report.added, report.changed, report.kept) == (1, [], [], [])
    imported.refresh_from_db()
    assert imported.latest_revision_id == before


def test_a_change_there_becomes_a_draft_and_what_is_live_stays(imported):
    imported.get_latest_revision().publish()

    report = import_services(feed(name="The listening room", last_modified=(timezone.now() + timedelta(1)).isoformat()))

    assert report.changed == ["The listening room"]
    imported.refresh_from_db()
    assert imported.title == "Listening room"
    assert imported.has_unpublished_changes
    assert imported.get_latest_revision_as_object().title == "The listening room"


def test_a_newer_change_here_is_never_lost(imported):
    edit(imported, title="Our better name")

    report = import_services(feed(name="Their new name", last_modified="2020-02-01T00:00:00Z"))

    assert report.changed == []
    assert "Our better name" in report.kept[0]
    assert "later than in the file" in report.kept[0]
    imported.refresh_from_db()
    assert imported.get_latest_revision_as_object().title == "Our better name"


def test_a_change_here_stays_while_the_feed_says_nothing_new(imported):
    edit(imported, title="Our better name")

    report = import_services(feed())

    assert (report.same, report.kept, report.changed) == (1, [], [])


def test_a_fuller_file_of_the_same_day_adds_what_a_short_one_left_out(index):
    import_services(feed(phones=..., schedules=...))

    report = import_services(feed())

    assert report.changed == ["Listening room"]
    assert [phone.number for phone in ServicePage.objects.get().get_latest_revision_as_object().phones.all()] == [
        "020 7946 0000"
    ]


def test_an_entry_of_ours_is_kept_when_the_file_does_not_say_when_it_changed(make_service):
    mine = make_service("Ours")

    report = import_services(feed(id=str(mine.translation_key), name="Theirs", last_modified=...))

    assert "does not say when it was changed" in report.kept[0]
    assert report.changed == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "7"}, "is no id"),
        ({"name": ...}, "This is needed"),
        ({"name": 7}, "is not text"),
        ({"status": "Active"}, "not a valid choice"),
        ({"email": False}, "is not text"),
        ({"email": "not an address"}, "valid email"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
        ({"minimum_age": "twelve"}, "is not a number"),
        ({"minimum_age": 30}, "wrong way round"),
        ({"minimum_age": 900}, "less than or equal"),
        ({"last_modified": "yesterday"}, "is no moment"),
        ({"phones": "020 7946 0000"}, "a list of records"),
        ({"phones": [7]}, "a record with an id"),
        ({"phones": [{"id": key(2), "number": 7}]}, "is not text"),
        ({"organization": [1]}, "a record of its own"),
        ({"fees_description": "x" * 300}, "at most 240 characters"),
        ({"schedules": [{**FEED["schedules"][0], "opens_at": "noon"}]}, "a time such as 09:30"),
        ({"schedules": [{**FEED["schedules"][0], "byday": "Everyday"}]}, "is no day"),
        ({"schedules": [{**FEED["schedules"][0], "freq": "DAILY"}]}, "not a valid choice"),
        ({"cost_options": [{"id": key(6), "amount": "a lot"}]}, "is not a number"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_stored(index, changes, said):
    good = feed(id=key(99), name="A good one")
    report = import_services([*feed(**changes), *good])

    assert len(report.problems) == 1, report.problems
    assert report.problems[0].where == "service 1"
    assert said in str(report.problems[0])
    assert ServicePage.objects.count() == Organisation.objects.count() == Location.objects.count() == 0
    assert TaxonomyTerm.objects.count() == 0


def test_every_problem_is_found_at_once(index):
    report = import_services([*feed(email=1, url=2), *feed(id=key(98), name=...)])

    assert len(report.problems) == 3


def test_two_services_with_one_id_are_a_problem_and_the_same_one_twice_is_not(index):
    assert "also the id of service 1" in import_services([*feed(), *feed(name="Another")]).problems[0].sentence
    assert import_services([*feed(), *feed()], dry_run=True).problems == []


def test_what_has_no_room_is_counted(index):
    report = import_services(feed(), dry_run=True)

    assert report.left_out["`accreditations`: we have no field for it"] == 1
    assert report.left_out["`languages`: the language has no name"] == 1


def test_what_is_shared_is_never_changed_by_an_import(imported):
    record = feed(id=key(97))[0].data
    record["organization"]["website"] = "https://elsewhere.example"
    record["service_at_locations"][0]["location"]["name"] = "Another name"

    report = import_services([Entry("service 1", record)])

    assert report.problems == []
    assert Organisation.objects.get().website == ""
    assert Location.objects.get().name == "The Hall"
    assert [note.split("differs in: ")[1].split(".")[0] for note in report.notes if "differs" in note] == [
        "website",
        "name",
    ]


def test_no_file_opens_a_confidential_location(make_service):
    refuge = make_service("Quiet Harbour", confidentiality=Confidentiality.CONFIDENTIAL)
    hidden = Location.objects.create(name="Larkspur House", address_1="17 Wisteria Row")
    ServiceAtLocation.objects.create(service=refuge, location=hidden)
    later = (timezone.now() + timedelta(1)).isoformat()
    ours = {"confidentiality": "public", "summary": "New words"}
    changes = {"id": str(refuge.translation_key), "last_modified": later, "stop_the_violence": ours}

    refused = import_services(feed(**changes))
    assert import_services(feed(**changes, service_at_locations=...)).changed

    assert "The location is confidential" in refused.problems[0].sentence
    refuge.refresh_from_db()
    draft = refuge.get_latest_revision_as_object()
    assert draft.summary == "New words"
    assert draft.location_is_confidential
    assert [place.location for place in draft.places.all()] == [hidden]


def test_the_command_tells_first_and_stores_then(index, tmp_path, capsys):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"contents": [FEED]}))

    call_command("import_services", str(path), "--dry-run")
    assert "1 new, 0 changed, 0 the same, 0 kept. Nothing was stored: this was a dry run." in capsys.readouterr().out
    assert ServicePage.objects.count() == 0

    call_command("import_services", str(path), "--source", "a friend")
    assert "Stored as drafts." in capsys.readouterr().out
    assert ServicePage.objects.get().source == "a friend"


def test_the_command_refuses_a_file_with_problems(index, tmp_path, capsys):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"contents": [{**FEED, "email": 7}]}))

    with pytest.raises(CommandError, match="1 problems, so nothing was stored"):
        call_command("import_services", str(path))
    assert "PROBLEM service 1, email" in capsys.readouterr().out


def test_a_person_is_told_when_there_is_no_directory_yet(db):
    assert "no page yet" in import_services(feed()).problems[0].sentence
