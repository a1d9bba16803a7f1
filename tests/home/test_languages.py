"""Other languages: who may write them, when they are behind, and which way round they run (users.md P11, X13)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from editing import decide
from wagtail.models import Locale, Page, Site

from accounts.roles import Role
from common.publishing import NotPublishedError
from home.approving.lanes import Lane
from home.languages import demo, translated
from home.languages.words import IN
from home.models import SafetyPage


@pytest.fixture
def languages(front_door):
    demo.load(front_door)
    Site.clear_site_root_paths_cache()
    yield front_door
    Site.clear_site_root_paths_cache()


@pytest.fixture
def spanish(languages) -> SafetyPage:
    return SafetyPage.objects.get(slug="safety", locale__language_code="es")


@pytest.fixture
def translator(front_door, staff):
    return staff(Role.TRANSLATOR)


def test_each_language_has_its_address_and_says_what_it_is(languages, visitor):
    for code, _ in settings.LANGUAGES[1:]:
        page = visitor.get(f"/{code}/safety/").content.decode()
        assert f'<html lang="{code}"' in page, code
        assert "are not here yet" in page
        assert visitor.get(f"/{code}/").status_code == 200


def test_arabic_runs_from_right_to_left_and_the_english_frame_does_not(languages, visitor):
    page = visitor.get("/ar/safety/").content.decode()

    assert '<html lang="ar" dir="rtl"' in page
    assert '<header lang="en-GB" dir="ltr">' in page


def test_every_language_has_its_own_sentences():
    assert IN.keys() == {code for code, _ in settings.LANGUAGES[1:]}


def test_a_page_leads_to_its_other_languages_by_their_own_names(languages, visitor):
    page = visitor.get("/safety/").content.decode()

    assert all(name in page for name in ("Español", "العربية", "Português", "Soomaali"))
    assert visitor.get("/safety/").cookies == {}


def test_a_change_in_english_marks_the_translation_in_its_language(spanish, visitor, publisher, signed_in):
    assert IN["es"].behind not in visitor.get("/es/safety/").content.decode()
    english = SafetyPage.objects.get(slug="safety", locale__language_code="en-gb")

    english.save_revision(user=publisher).publish(user=publisher)

    assert IN["es"].behind in visitor.get("/es/safety/").content.decode()
    assert spanish in translated.behind([SafetyPage])
    assert "Behind the English page" in signed_in(publisher).get("/admin/").content.decode()


def test_publishing_the_translation_again_takes_the_mark_off(spanish, visitor, translator, publisher, signed_in):
    english = SafetyPage.objects.get(slug="safety", locale__language_code="en-gb")
    english.save_revision().publish()
    spanish.save_revision(user=translator)
    spanish.get_workflow().start(spanish, translator)

    decide(signed_in(publisher), spanish, "approve")

    assert IN["es"].behind not in visitor.get("/es/safety/").content.decode()


def test_nobody_publishes_a_translation_alone(spanish, publisher, translator, signed_in):
    assert spanish.get_workflow().name == Lane.TRANSLATION
    with pytest.raises(NotPublishedError, match="reads this language"):
        spanish.save_revision(user=publisher).publish(user=publisher)

    spanish.save_revision(user=translator)
    spanish.get_workflow().start(spanish, translator)
    decide(signed_in(translator), spanish, "approve")

    assert spanish.workflow_in_progress


def test_a_translator_writes_spanish_and_never_english(spanish, translator, signed_in):
    browser = signed_in(translator)
    english = Page.objects.get(slug="safety", locale__language_code="en-gb")

    assert browser.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).status_code == 200
    assert browser.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).status_code == 302


def test_an_english_list_holds_no_other_language(languages, visitor):
    copy = Page.objects.get(slug="bullying").specific.copy_for_translation(
        Locale.objects.get(language_code="es"), copy_parents=True
    )
    copy.title, copy.live = "Acoso", True
    copy.save()

    assert "Acoso" not in visitor.get("/").content.decode()
    spanish = visitor.get("/es/").content.decode()
    assert "Acoso" in spanish
    assert "Knife crime" not in spanish


@pytest.mark.parametrize(("days", "behind"), [(-1, False), (1, True)])
def test_a_translation_is_behind_from_the_moment_the_english_goes_out(days, behind):
    made = timezone.now()

    assert translated.is_behind(made, Page(last_published_at=made + timedelta(days=days))) is behind
    assert not translated.is_behind(None, Page())
    assert not translated.is_behind(None, None)
