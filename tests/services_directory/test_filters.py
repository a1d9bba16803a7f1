"""The choices beside the list: OR inside a group, AND across groups, by GET, without a script."""

import pytest

from common.models import Ward
from services_directory.choices import Cost, Coverage, OrganisationKind, Referral
from services_directory.models import Audience, Language, Organisation


@pytest.fixture
def chosen(client, titles):
    return lambda **codes: titles(client.get("/find-support/", codes))


def test_two_situations_bring_what_helps_with_either(make_service, chosen, need):
    make_service("For bullying", needs=["bullied"])
    make_service("For online", needs=["online"])
    make_service("For both", needs=["bullied", "online"])
    make_service("For neither", needs=["drugs"])

    found = chosen(need=[need("bullied").pk, need("online").pk])

    assert found == ["For both", "For bullying", "For online"]


def test_a_situation_and_an_audience_bring_what_fits_both(make_service, chosen, need):
    make_service("Young and bullied", needs=["bullied"], audiences=["young"])
    make_service("Parents of bullied", needs=["bullied"], audiences=["parent"])
    make_service("Young", needs=["online"], audiences=["young"])

    found = chosen(need=need("bullied").pk, who=Audience.objects.get(code="young").pk)

    assert found == ["Young and bullied"]


@pytest.mark.parametrize(
    ("ages", "band", "fits"),
    [
        ((11, 18), "2", True),
        ((11, 18), "1", False),
        ((16, None), "2", False),
        ((16, None), "6", True),
        ((None, 25), "4", True),
        ((None, 25), "5", False),
        ((None, None), "1", True),
        ((0, 10), "1", True),
        ((15, 15), "2", True),
    ],
)
def test_an_age_band_brings_services_whose_ages_touch_it(make_service, chosen, ages, band, fits):
    make_service("Found", minimum_age=ages[0], maximum_age=ages[1])

    assert (chosen(age=band) == ["Found"]) is fits


def test_free_no_referral_and_at_a_distance_narrow_each_other(make_service, chosen):
    make_service("All three", cost=Cost.FREE, referral=Referral.NONE, by_phone=True)
    make_service("Not by phone", cost=Cost.FREE, referral=Referral.NONE)
    make_service("Costs", cost=Cost.SOME, referral=Referral.NONE, online=True)

    assert chosen(how=["1", "2", "3"]) == ["All three"]
    assert chosen(how=["1", "2"]) == ["All three", "Not by phone"]
    assert chosen(how=["3"]) == ["All three", "Costs"]


def test_the_count_is_announced_and_one_link_clears_all(client, make_service, need):
    make_service("One", needs=["bullied"])
    make_service("Two", needs=["bullied"])

    page = client.get("/find-support/", {"need": need("bullied").pk, "how": "1"}).content.decode()

    assert '<p role="status"><strong>2 services</strong>' in page
    assert '<a href="?">Clear all filters</a>' in page
    assert "Filter (2" in page


def test_pages_of_twenty_keep_the_filters(client, make_service, need, titles):
    for number in range(21):
        make_service(f"Service {number:02}", needs=["bullied"])

    first = client.get("/find-support/", {"need": need("bullied").pk})
    second = client.get("/find-support/", {"need": need("bullied").pk, "page": "2"})

    assert len(titles(first)) == 20
    assert titles(second) == ["Service 20"]
    assert f'href="?need={need("bullied").pk}&amp;page=2"' in first.content.decode()


def test_no_topic_stays_in_an_address(client, make_service, need):
    make_service("Help at home", needs=["hurt-at-home"])

    response = client.get("/find-support/", {"need": "hurt-at-home", "how": "1"})

    assert response.status_code == 302
    assert response["Location"] == f"/find-support/?need={need('hurt-at-home').pk}&how=1"


def test_a_situation_that_nothing_helps_with_is_not_offered(client, make_service):
    make_service("For bullying", needs=["bullied"])

    page = client.get("/find-support/").content.decode()

    assert "I am being bullied" in page
    assert "I want to know my rights" not in page


def test_what_helps_soonest_comes_first(make_service, chosen):
    council = Organisation.objects.create(name="Council", kind=OrganisationKind.COUNCIL)
    make_service("A panel for professionals", referral=Referral.PROFESSIONALS)
    make_service("B council", organisation=council, referral=Referral.NONE)
    make_service("C national", coverage=Coverage.NATIONAL, referral=Referral.NONE)
    make_service("D by referral", referral=Referral.REFERRED)
    make_service("E community", referral=Referral.NONE)
    make_service("F crisis line", crisis=True, coverage=Coverage.NATIONAL)

    assert chosen() == [
        "F crisis line",
        "E community",
        "B council",
        "C national",
        "D by referral",
        "A panel for professionals",
    ]


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        ("2", {"drop_in": True}),
        ("4", {"step_free": "yes"}),
        ("5", {"gender": "women"}),
        ("6", {"police_involvement": "none"}),
    ],
)
def test_each_demand_brings_what_meets_it(make_service, chosen, code, fits):
    make_service("It fits", **fits)
    make_service("It does not")

    assert chosen(how=code) == ["It fits"]


def test_a_language_brings_services_in_it(make_service, chosen):
    somali = make_service("In Somali")
    somali.spoken_languages.set([Language(code="so", name="Somali")])
    somali.save()
    make_service("In English")

    assert chosen(language="so") == ["In Somali"]


def test_a_ward_brings_its_own_and_never_loses_what_serves_all(make_service, chosen):
    wards = {code: Ward.objects.get(code=code) for code in ("downham", "deptford")}
    for title, ward in (("For Downham", "downham"), ("For Deptford", "deptford")):
        service = make_service(title, coverage=Coverage.WARDS)
        service.wards = [wards[ward]]
        service.save()
    make_service("For the borough")
    make_service("By phone", coverage=Coverage.WARDS, by_phone=True)

    assert chosen(area=wards["downham"].pk) == ["By phone", "For Downham", "For the borough"]


def test_each_choice_says_how_many_it_would_leave(client, make_service, need):
    make_service("Young and bullied", needs=["bullied"], audiences=["young"], cost=Cost.FREE)
    make_service("Parents of bullied", needs=["bullied"], audiences=["parent"], cost=Cost.SOME)
    make_service("Young online", needs=["online"], audiences=["young"], cost=Cost.FREE)
    audience = {name: str(Audience.objects.get(code=name).pk) for name in ("young", "parent")}

    page = client.get("/find-support/", {"need": need("bullied").pk, "who": audience["young"]})
    counts = page.context["listing"].filters.choice_counts

    assert counts["who"][audience["young"]] == 1
    assert counts["who"][audience["parent"]] == 1
    assert counts["need"][str(need("bullied").pk)] == 1
    assert counts["need"][str(need("online").pk)] == 1
    assert counts["how"]["1"] == 1
    assert '<span class="count">1</span>' in page.content.decode()


def test_a_count_is_what_choosing_it_shows(client, make_service, need):
    for number in range(12):
        make_service(
            f"Service {number}",
            needs=[["bullied"], ["online"], ["bullied", "online"]][number % 3],
            cost=[Cost.FREE, Cost.SOME][number % 2],
            referral=[Referral.NONE, Referral.REFERRED][number // 6],
            minimum_age=number,
        )

    make_service("Apart", needs=["own-behaviour"])
    counts = client.get("/find-support/").context["listing"].filters.choice_counts

    for group, codes in counts.items():
        for code, count in codes.items():
            assert client.get("/find-support/", {group: code}).context["listing"].count == count, (group, code)
