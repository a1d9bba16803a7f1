"""Whoever types a postcode sees what is near first, how far it is, and everything that needs no way at all."""

import io

import pytest
from django.core.management import CommandError, call_command

from common import postcodes
from common.models import Postcode, Ward
from common.national_grid import degrees_of
from services_directory.choices import Confidentiality
from services_directory.models import Location, ServiceAtLocation
from services_directory.search.distances import in_words, miles_between

ONS = """pcd,pcds,doterm,lat,long,WD24CD
SE6 4RU,SE6 4RU,,51.4450,-0.0200,E05013714
SE6 2AA,SE6 2AA,,51.4350,-0.0100,E05013714
SE8 3QQ,SE8 3QQ,,51.4790,-0.0270,E05013720
SE6 9ZZ,SE6 9ZZ,201001,51.4,-0.02,E05013714
SE13 9XX,SE13 9XX,,99.999999,0.0,E05013714
M1 1AE,M1 1AE,,53.4774,-2.2309,E05011368
"""
GRID = '"SE6 4RU",10,537600,173700,"E92000001","","","","E09000023","E05013714"\n"SE6 1AA",90,0,0,"","","","","",""\n'


@pytest.fixture
def table(vocabulary):
    Ward.objects.filter(code="rushey-green").update(ons_code="E05013714")
    postcodes.load(io.StringIO(ONS), letters=["SE", "BR"])


@pytest.fixture
def at(make_service):
    def make(title, latitude=None, longitude=None, postcode="", **facts):
        service = make_service(title, **facts)
        location = Location.objects.create(
            name=f"{title} hall", latitude=latitude, longitude=longitude, postal_code=postcode
        )
        ServiceAtLocation.objects.create(service=service, location=location)
        service.save()
        return service

    return make


class TestTheTable:
    def test_an_ons_list_brings_what_is_in_use_with_its_ward(self, table):
        assert sorted(Postcode.objects.values_list("code", flat=True)) == ["SE62AA", "SE64RU", "SE83QQ"]
        found = Postcode.objects.get(code="SE64RU")
        assert (found.district, found.latitude, found.ward.code, str(found)) == (
            "SE6", 51.445, "rushey-green", "SE6 4RU",
        )  # fmt: skip

    def test_a_second_edition_brings_it_up_to_date(self, table):
        postcodes.load(io.StringIO(ONS.replace("51.4450", "51.4460")))

        assert Postcode.objects.get(code="SE64RU").latitude == 51.446
        assert Postcode.objects.filter(code="M11AE").exists()

    def test_code_point_open_comes_in_degrees(self, vocabulary):
        assert postcodes.load(io.StringIO(GRID)) == 1
        found = Postcode.objects.get()
        assert (round(found.latitude, 2), round(found.longitude, 2)) == (51.45, -0.02)

    def test_the_grid_agrees_with_the_example_of_ordnance_survey(self):
        latitude, longitude = degrees_of(651409.903, 313177.270)

        assert abs(latitude - (52 + 39 / 60 + 28.72 / 3600)) < 0.0001
        assert abs(longitude - (1 + 42 / 60 + 57.79 / 3600)) < 0.0001

    def test_the_command_reads_files(self, vocabulary, tmp_path, capsys):
        (tmp_path / "ons.csv").write_text("\ufeff" + ONS)
        (tmp_path / "se.csv").write_text(GRID)

        call_command("load_postcodes", str(tmp_path / "ons.csv"), str(tmp_path / "se.csv"))

        assert "4 postcodes loaded" in capsys.readouterr().out

    @pytest.mark.parametrize("content", ["", "a,b,c\n1,2,3\n", "pcds,name\nSE6 4RU,x\n", "\x00", '"'])
    def test_another_file_is_refused_and_changes_nothing(self, table, tmp_path, content):
        (tmp_path / "good.csv").write_text(ONS.replace("51.4450", "51.4460"))
        (tmp_path / "bad.csv").write_text(content)

        with pytest.raises(CommandError, match=r"bad\.csv: .*Nothing was changed"):
            call_command("load_postcodes", str(tmp_path / "good.csv"), str(tmp_path / "bad.csv"))

        assert Postcode.objects.get(code="SE64RU").latitude == 51.445

    def test_a_file_that_is_not_there_is_named(self, db, tmp_path):
        with pytest.raises(CommandError, match=r"none\.csv cannot be opened"):
            call_command("load_postcodes", str(tmp_path / "none.csv"))


def test_a_mile_is_a_mile():
    assert 0.99 < miles_between((51.445, -0.02), (51.4595, -0.02)) < 1.01
    assert [in_words(miles) for miles in (0.1, 0.96, 1.04, 2.5, 12)] == [
        "Less than half a mile away", "About 1 mile away", "About 1 mile away",
        "About 2.5 miles away", "About 12 miles away",
    ]  # fmt: skip


def test_the_nearest_come_first_and_nothing_is_lost(table, at, make_service, search, titles):
    make_service("By phone", by_phone=True)
    make_service("All over")
    at("Far", 51.479, -0.027)
    at("Near", 51.4451, -0.0201)
    at("By its postcode", postcode="se6 2aa")

    response = search("", "SE6 4RU")
    page = response.content.decode()

    assert titles(response) == ["Near", "By its postcode", "Far", "All over", "By phone"]
    assert "The nearest places to SE6 4RU come first" in page
    assert page.index("Less than half a mile away") < page.index("About 0.8 miles away")
    assert "miles away" not in search("", "").content.decode()


def test_with_words_what_fits_still_counts_most(table, at, search, titles):
    at("Boxing", 51.479, -0.027)
    at("Something with boxing in it", 51.4451, -0.0201, description="boxing")

    assert titles(search("boxing", "SE6 4RU"))[0] == "Boxing"


class TestWhoCannotGoNear:
    @pytest.fixture
    def asked(self, client, table, at, make_service, titles):
        """Titles of a search near SE6 4RU with these codes added to its address."""
        at("Boxing near", 51.4451, -0.0201)
        at("Boxing far", 51.479, -0.027)
        make_service("Boxing by phone", by_phone=True)
        address = client.post("/find-support/results/", {"q": "boxing", "place": "SE6 4RU"})["Location"]
        return lambda **codes: client.get(address, codes)

    def test_gets_other_places_and_what_needs_no_way(self, asked, titles):
        page = asked(near="2")

        assert sorted(titles(page)) == ["Boxing by phone", "Boxing far"]
        assert "These are not near there" in page.content.decode()

    def test_is_one_tap_away_and_keeps_the_other_choices(self, asked):
        page = asked(how="3").content.decode()

        assert '<a href="?how=3&amp;near=2">Other places you can use</a>' in page
        assert '<a href="?how=3&amp;near=1">Nearest first</a>' in page

    def test_a_service_with_a_door_further_off_stays(self, asked, at, titles):
        both = at("Boxing in two places", 51.4451, -0.0201)
        place = Location.objects.create(name="Far hall", latitude=51.479, longitude=-0.027)
        ServiceAtLocation.objects.create(service=both, location=place)
        both.save()

        assert "Boxing in two places" in titles(asked(near="2"))

    def test_nearest_first_orders_by_distance_and_loses_nothing(self, asked, at, titles):
        at("Something with a word about boxing", 51.4450, -0.0200, description="x")

        assert titles(asked(near="1")) == [
            "Something with a word about boxing", "Boxing near", "Boxing far", "Boxing by phone",
        ]  # fmt: skip

    def test_a_count_is_what_choosing_it_shows(self, asked, titles):
        page = asked()
        counts = page.context["listing"].filters.choice_counts["near"]

        assert counts == {code: len(titles(asked(near=code))) for code in ("1", "2")}

    def test_without_a_place_it_is_not_asked(self, client, asked, titles):
        page = client.get("/find-support/", {"near": "2"})

        assert "How near?" not in page.content.decode()
        assert len(titles(page)) == 3

    def test_a_secret_door_is_never_told_by_being_left_out(self, asked, at, titles):
        at("Boxing somewhere", 51.4451, -0.0201, confidentiality=Confidentiality.CONFIDENTIAL)

        assert "Boxing somewhere" in titles(asked(near="2"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("SE6 4RU", "The nearest places to SE6 4RU come first."),
        ("se6 9qq", "We do not know SE6 9QQ, so we measure from the middle of SE6."),
        ("SE6", "That is the first part of a postcode, so we measure from the middle of SE6."),
        ("SE6 4", "That is the first part of a postcode, so we measure from the middle of SE6."),
        ("Catford", "We measure from the middle of SE6."),
        ("SE26", "We cannot work out distances yet"),
        ("M1 1AE", "We do not know that postcode."),
        ("Narnia", "Try a postcode like SE6"),
    ],
)
def test_every_place_gets_a_clear_sentence_and_all_the_help(table, at, search, titles, typed, sentence):
    at("Near", 51.4451, -0.0201)
    at("Far", 51.479, -0.027)
    response = search("", typed)

    assert sentence in response.content.decode()
    assert sorted(titles(response)) == ["Far", "Near"]


def test_no_distance_and_no_order_tells_where_a_confidential_service_is(table, at, make_service, search, titles):
    at("Quiet Harbour", 51.4451, -0.0201, confidentiality=Confidentiality.CONFIDENTIAL, postcode="SE6 4RU")
    at("Far harbour", 51.479, -0.027)
    make_service("Another harbour")

    for words in ("", "harbour"):
        here, there = search(words, "SE6 4RU"), search(words, "SE8 3QQ")
        assert titles(here) == titles(there)
        cards = {card["title"]: card["place_text"] for card in here.context["listing"].cards}
        assert "away" in cards["Far harbour"]
        assert "away" not in cards["Quiet Harbour"]


def test_a_distance_costs_two_queries_at_most(client, table, at, django_assert_max_num_queries):
    for number in range(25):
        at(f"Service {number}", 51.44 + number / 1000, -0.02)
    addresses = [client.post("/find-support/results/", {"q": "", "place": place})["Location"]
                 for place in ("", "SE6 4RU", "SE6")]  # fmt: skip
    client.get(addresses[0])

    for address in addresses:
        with django_assert_max_num_queries(7):
            client.get(address)


class TestForPrograms:
    @pytest.fixture
    def names(self, client):
        def ask(query):
            answer = client.get(f"/api/oruk/v3/service_at_locations?{query}")
            return sorted(row["service"]["name"] for row in answer.json()["contents"])

        return ask

    def test_the_api_finds_places_within_so_many_metres(self, table, at, names):
        at("Near", 51.4451, -0.0201)
        at("Far", 51.479, -0.027)
        at("Not known")
        at("Secret", 51.4451, -0.0201, confidentiality=Confidentiality.CONFIDENTIAL)

        assert names("postcode=SE6+4RU&proximity=500") == ["Near"]
        assert names("postcode=SE6+4RU&proximity=100000") == ["Far", "Near"]

    def test_a_postcode_that_we_do_not_know_is_said_to_be_so(self, table, client):
        answer = client.get("/api/oruk/v3/service_at_locations?postcode=SE6+9QQ&proximity=500")

        assert answer.status_code == 400
        assert "We do not know where that postcode is" in answer.content.decode()
