"""What a shop or a school takes home: posters, pictures, codes, words and files (users.md P7, P8, P9; 4.5)."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import zxingcpp
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfReader
from wagtail.documents.models import Document

from common import short_links
from common.models import ShortLink
from home.content.guides import GUIDES
from home.models import CampaignAsset
from home.toolkit.made import MADE, SHAPES
from home.toolkit.models import languages


@pytest.fixture
def campaign(make_campaign):
    return make_campaign()


@pytest.fixture
def link(campaign) -> ShortLink:
    return short_links.create(page=campaign, place=ShortLink.Place.SHOP)


@pytest.fixture
def add_file(campaign):
    def add(**fields) -> CampaignAsset:
        file = Document.objects.create(title="x", file=ContentFile(b"one two", name="script one.TXT"))
        usual = {"kind": "words", "title": "A script", "file": file, "in_words": "One, two."}
        asset = CampaignAsset(campaign=campaign, **{**usual, **fields})
        asset.full_clean()
        asset.save()
        return asset

    return add


def take(visitor, link, name):
    answer = visitor.get(f"/toolkit/{link.code}/{name}")
    assert answer.status_code == 200
    return answer


def test_the_page_offers_everything_and_names_the_licence(visitor, campaign, link):
    page = take(visitor, link, "").content.decode()

    assert all(f'href="{name}"' in page for name in MADE)
    assert "Open Government Licence" in page
    assert f"/go/{link.code}" in page
    assert "noindex" in page


def test_the_poster_is_tagged_says_the_words_and_its_code_leads_here(visitor, campaign, link):
    content = take(visitor, link, "poster-a4.pdf").content
    poster = PdfReader(BytesIO(content))

    words = poster.pages[0].extract_text()
    assert len(poster.pages) == 1
    assert poster.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Walk home together" in " ".join(words.split())
    assert f"testserver/go/{link.code}" in words.replace("\n", "")
    assert "999" in words
    assert "0800 1111" in words


@pytest.mark.parametrize("title", ["Walk", "Walk home together with somebody who is going your way" + " today" * 10])
def test_however_long_the_title_a_card_and_a_poster_are_one_page(visitor, make_campaign, title):
    link = short_links.create(page=make_campaign(title=title[:120], summary="Going the same way? " * 12))

    for name in ("poster-a4.pdf", "card.pdf"):
        assert len(PdfReader(BytesIO(take(visitor, link, name).content)).pages) == 1, name


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_to_share_has_its_shape(visitor, campaign, link, shape):
    picture = Image.open(BytesIO(take(visitor, link, f"{shape}.png").content))

    assert picture.size == SHAPES[shape]


def test_the_code_as_a_picture_is_read_back(visitor, campaign, link):
    picture = Image.open(BytesIO(take(visitor, link, "code.png").content))

    assert picture.width >= 1200
    assert zxingcpp.read_barcode(picture.convert("L")).text == f"http://testserver/go/{link.code}"


def test_an_arabic_campaign_gets_an_arabic_poster(visitor, make_campaign):
    link = short_links.create(
        page=make_campaign(title="نمشي معا إلى البيت", slug="walk", summary="هل تسلك نفس الطريق؟")
    )

    assert take(visitor, link, "poster-a4.pdf").content.startswith(b"%PDF")


def test_one_file_holds_everything_in_the_language(visitor, campaign, link, add_file):
    asset = add_file()
    add_file(language="so", title="In Somali")

    english = ZipFile(BytesIO(take(visitor, link, "all/en-gb.zip").content))
    somali = ZipFile(BytesIO(take(visitor, link, "all/so.zip").content))

    assert {*MADE, f"words-{asset.pk}.txt", f"words-{asset.pk}.txt.in-words.txt", "READ-ME-FIRST.txt"} == set(
        english.namelist()
    )
    assert len(somali.namelist()) == 3
    assert visitor.get(f"/toolkit/{link.code}/all/pt.zip").status_code == 404


def test_a_file_that_ran_out_is_handed_out_no_more(visitor, campaign, link, add_file):
    asset = add_file(expires="2020-01-01")

    assert asset.title not in take(visitor, link, "").content.decode()
    assert visitor.get(f"/toolkit/{link.code}/file/{asset.pk}/").status_code == 404


def test_a_file_needs_the_same_in_words(add_file):
    with pytest.raises(ValidationError, match="nobody is left out"):
        add_file(in_words=" ")


def test_a_file_comes_as_a_download_under_a_safe_name(visitor, campaign, link, add_file):
    answer = take(visitor, link, f"file/{add_file().pk}/")

    assert "attachment" in answer["Content-Disposition"]
    assert ".." not in answer["Content-Disposition"]


def test_nothing_is_handed_out_before_the_campaign_is_live(visitor, campaign, link):
    campaign.unpublish()

    for name in ("", "poster-a4.pdf", "all/en-gb.zip"):
        assert visitor.get(f"/toolkit/{link.code}/{name}").status_code == 404


def test_easy_read_and_sign_language_are_languages_of_a_file(add_file):
    assert {"easy-read", "bsl"} < dict(languages()).keys()


def test_no_cookie_is_set_and_the_files_may_be_kept_for_an_hour(visitor, campaign, link):
    for name in ("", "code.svg"):
        assert not take(visitor, link, name).cookies
    assert "max-age=3600" in take(visitor, link, "code.svg")["Cache-Control"]


def test_a_toolkit_for_teams_is_a_page_and_the_same_words_to_print(visitor, front_door):
    for guide in GUIDES:
        page = visitor.get(f"/approach/toolkits/{guide.slug}/").content.decode()
        printed = PdfReader(BytesIO(visitor.get(f"/guides/{guide.slug}.pdf").content))
        words = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
        assert f"/guides/{guide.slug}.pdf" in page
        assert printed.trailer["/Root"]["/MarkInfo"]["/Marked"]
        for heading, questions in guide.parts:
            assert heading in words
            assert questions[0] in words
    assert visitor.get("/guides/nothing.pdf").status_code == 404
