"""The directory officer works in the Wagtail admin, and cannot let out what nobody has answered."""

from datetime import timedelta

import pytest

from accounts.roles import Role
from services_directory import actions
from services_directory.models import Organisation, ServicePage, Synonym
from services_directory.panels import ServicePageForm


@pytest.fixture
def officer(staff, signed_in, index):
    actions.let_the_directory_team_work(index=index)
    return signed_in(staff(Role.DIRECTORY))


def test_sees_all_services_with_their_checks(officer, make_service):
    make_service("Athena", checked_on=None, demo=True)

    page = officer.get("/admin/directory/services/").content.decode()

    assert "Athena" in page
    assert "Demo entry: not checked yet" in page


@pytest.mark.parametrize("model", ["organisation", "location", "synonym", "audience"])
def test_edits_what_stands_around_them(officer, model):
    assert officer.get(f"/admin/snippets/services_directory/{model}/").status_code == 200
    assert officer.get(f"/admin/snippets/services_directory/{model}/add/").status_code == 200


def test_edits_a_service(officer, make_service):
    athena = make_service("Athena")

    page = officer.get(f"/admin/pages/{athena.pk}/edit/").content.decode()

    assert "Five answers that people need before they dare to ring" in page
    assert 'name="action-publish"' in page


def test_works_in_the_directory_and_nowhere_else(officer, index):
    home = index.get_parent()

    assert officer.get(f"/admin/pages/{home.pk}/edit/").status_code == 302


def form_for(service, *, draft: bool) -> ServicePageForm:
    form_class = ServicePage.get_edit_handler().get_form_class()
    form = form_class(instance=service)
    data = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    for name, value in data.items():
        if isinstance(value, list):
            data[name] = [getattr(item, "pk", item) for item in value]
    for formset in form.formsets.values():
        data |= {f"{formset.prefix}-TOTAL_FORMS": 0, f"{formset.prefix}-INITIAL_FORMS": 0}
    bound = form_class(data, instance=service, parent_page=service.get_parent())
    if draft:
        bound.defer_required_fields()
    return bound


BLANK = {"name_needed": "", "tells_others": "", "asks_status": "", "cost": "", "checked_on": None}


def test_a_missing_answer_stops_a_service_from_going_out(make_service, settings):
    settings.DEMO = False
    form = form_for(make_service(organisation=None, **BLANK), draft=False)

    assert not form.is_valid()
    assert set(form.errors) == {*BLANK, "organisation"}
    assert form.errors["cost"] == ["Answer this before the service goes out, or save it as a draft."]


def test_an_organisation_of_no_known_kind_stops_it_too(make_service, settings):
    settings.DEMO = False
    form = form_for(make_service(organisation=Organisation.objects.create(name="Who?")), draft=False)

    assert list(form.errors) == ["organisation"]


def test_a_draft_may_be_empty(make_service, settings):
    settings.DEMO = False

    assert form_for(make_service(organisation=None, **BLANK), draft=True).is_valid()


def test_a_demo_site_lets_unanswered_entries_out(make_service, settings):
    settings.DEMO = True

    assert form_for(make_service(organisation=None, **BLANK), draft=False).is_valid()


def test_ages_the_wrong_way_round_get_a_sentence(make_service):
    service = make_service()
    service.minimum_age, service.maximum_age = 18, 11
    form = form_for(service, draft=False)

    assert form.errors["maximum_age"] == ["The ages are the wrong way round. Write the younger age first."]


def test_a_check_in_the_future_gets_a_sentence(make_service):
    service = make_service()
    service.checked_on += timedelta(days=1)
    form = form_for(service, draft=False)

    assert "has not come yet" in form.errors["checked_on"][0]


def test_a_check_names_the_team_that_made_it(make_service):
    service = make_service()
    service.checked_by = ""
    form = form_for(service, draft=False)

    assert "Write which team checked it" in form.errors["checked_by"][0]


def test_the_list_of_search_words_costs_the_same_however_many(officer, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        page = officer.get("/admin/snippets/services_directory/synonym/").content.decode()

    assert "I am being hurt at home" in page


def test_teaches_the_search_a_situation(officer, need):
    officer.post(
        "/admin/snippets/services_directory/synonym/add/",
        {"said": " Bredrin  Trouble", "needs": [need("exploited").pk]},
    )

    word = Synonym.objects.get(said="bredrin trouble")
    assert [need.code for need in word.needs.all()] == ["exploited"]
