"""A number that people ring in danger, and the words around it, are never one person's work (users.md R11, P11)."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Site, TaskState, Workflow, WorkflowTask

from accounts.roles import Role
from common.models import EmergencyContact, FrameWords
from common.publishing import NotPublishedError
from home.approving.lanes import Lane
from home.languages import demo

SPANISH = {
    "language": "es",
    "leave": "Salir",
    "to_content": "Ir al contenido",
    "in_danger": "¿Peligro?",
    "call": "Llame al 999",
    "cannot_speak": "¿No puede hablar?",
    "press": "Pulse 55",
    "young": "¿Menos de 19?",
}


@pytest.fixture
def childline(front_door) -> EmergencyContact:
    return EmergencyContact.objects.get(code="childline")


@pytest.fixture
def officer(staff):
    return staff(Role.DIRECTORY)


@pytest.fixture
def change(childline, officer, signed_in):
    """The officer writes another number and presses a button: "save", "submit" or "publish"."""

    def change(phone: str, action: str, browser=None):
        fields = ("name", "lead", "note", "in_strip", "for_facilitators", "out_of_hours")
        data = {name: getattr(childline, name) for name in fields}
        data = {name: value for name, value in data.items() if value not in (False, None)}
        path = reverse("wagtailsnippets_common_emergencycontact:edit", args=[childline.pk])
        button = {"submit": {"action-submit": "1"}, "publish": {"action-publish": "1"}}.get(action, {})
        browser = browser or signed_in(officer)
        return browser.post(path, {**data, "phone": phone, "checked_on": "", **button}, follow=True)

    return change


@pytest.fixture
def decide(childline, signed_in):
    """Take the step of the workflow, as the editor's own button does."""

    def decide(thing, who, action: str = "approve"):
        state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
        name = f"wagtailsnippets_common_{thing._meta.model_name}:workflow_action"
        path = reverse(name, args=[thing.pk, action, state.pk])
        return signed_in(who).post(path, {"comment": ""}, follow=True)

    return decide


def on_the_page(visitor, path: str = "/") -> str:
    strip = BeautifulSoup(visitor.get(path).content, "html.parser").select_one(".strip")
    return " ".join(strip.get_text(" ").split())


def test_a_number_that_one_person_wrote_is_not_on_the_site(change, visitor):
    change("0800 1234", "save")
    change("0800 1234", "submit")

    assert "0800 1111" in on_the_page(visitor)
    assert "0800 1234" not in on_the_page(visitor)


def test_it_is_on_every_page_when_somebody_else_has_said_yes(change, decide, childline, staff, visitor):
    change("0800 1234", "submit")

    decide(childline, staff(Role.SENSITIVE))

    assert "0800 1234" in on_the_page(visitor)


def test_whoever_wrote_it_cannot_say_yes_to_it(change, decide, childline, officer, visitor):
    change("0800 1234", "submit")

    decide(childline, officer)

    assert "0800 1111" in on_the_page(visitor)


def test_not_even_a_superuser_publishes_alone_and_hears_why(change, django_user_model, signed_in, visitor):
    boss = django_user_model.objects.create_superuser("boss@example.org", "long enough to sign in")

    page = change("0800 1234", "publish", signed_in(boss)).content.decode()

    assert "two people have to agree" in page
    assert "0800 1111" in on_the_page(visitor)


def test_who_changes_it_while_saying_yes_makes_it_their_own(change, decide, childline, staff, signed_in, visitor):
    change("0800 1234", "submit")
    second = staff(Role.SENSITIVE)
    change("0800 9999", "save", signed_in(second))

    decide(childline, second)

    assert "0800 1111" in on_the_page(visitor)


def test_code_cannot_go_round_it_either(childline, officer):
    childline.phone = "0800 1234"
    revision = childline.save_revision(user=officer)

    for who in (officer, None):
        with pytest.raises(NotPublishedError):
            revision.publish(user=who)


def test_a_new_number_waits_too(officer, signed_in, visitor):
    new = {"code": "new", "name": "A new line", "phone": "0800 5555", "lead": "", "note": "", "in_strip": "on"}
    signed_in(officer).post(reverse("wagtailsnippets_common_emergencycontact:add"), {**new, "checked_on": ""})

    assert not EmergencyContact.objects.live().filter(phone="0800 5555").exists()
    assert "0800 5555" not in on_the_page(visitor)


def test_it_waits_on_the_desk_of_those_who_may_decide(change, staff, signed_in):
    change("0800 1234", "submit")

    desk = signed_in(staff(Role.SENSITIVE)).get("/admin/").content.decode()

    assert "Childline" in desk


class TestInAnotherLanguage:
    @pytest.fixture
    def spanish(self, front_door):
        demo.load(front_door)
        Site.clear_site_root_paths_cache()
        yield "/es/safety/"
        Site.clear_site_root_paths_cache()

    def test_the_frame_is_in_english_and_says_so_until_two_readers_agree(self, spanish, staff, visitor):
        FrameWords(**SPANISH, live=False).save()

        page = BeautifulSoup(visitor.get(spanish).content, "html.parser")

        assert page.select_one("header")["lang"] == "en-GB"
        assert "In danger now? Call 999" in on_the_page(visitor, spanish)

    def test_then_the_exit_and_the_banner_are_in_that_language(self, spanish, make_user, decide, signed_in, visitor):
        writer, reader = (make_user(f"{name}@example.org", Role.TRANSLATOR) for name in ("ana", "luis"))
        add = reverse("wagtailsnippets_common_framewords:add")
        signed_in(writer).post(add, {**SPANISH, "action-submit": "1"})

        decide(FrameWords.objects.get(), reader)

        page = BeautifulSoup(visitor.get(spanish).content, "html.parser")
        assert on_the_page(visitor, spanish) == (
            "¿Peligro? Llame al 999 ¿No puede hablar? Pulse 55 ¿Menos de 19? Childline 0800 1111"
        )
        assert [(part["lang"], part.get_text(strip=True)) for part in page.select(".govuk-exit-this-page")] == [
            ("es", "Salir")
        ]
        assert page.select_one(".strip")["lang"] == "es"
        assert "In danger now? Call 999" in on_the_page(visitor, "/safety/")

    def test_arabic_runs_from_right_to_left(self, spanish, visitor):
        FrameWords(**{**SPANISH, "language": "ar"}).save()

        strip = BeautifulSoup(visitor.get("/ar/safety/").content, "html.parser").select_one(".strip")

        assert (strip["dir"], strip["lang"]) == ("rtl", "ar")

    def test_a_number_that_the_translation_lost_is_asked_for(self, front_door, staff, signed_in):
        add = reverse("wagtailsnippets_common_framewords:add")

        page = signed_in(staff(Role.TRANSLATOR)).post(add, {**SPANISH, "call": "Llame"}).content.decode()

        assert "Write the number 999 in figures" in page
        assert not FrameWords.objects.exists()


def test_an_upgrade_puts_a_new_lane_in_place_and_leaves_the_others_as_they_are(front_door):
    Workflow.objects.filter(name=Lane.NUMBERS).delete()
    changed = Workflow.objects.get(name=Lane.STANDARD)
    WorkflowTask.objects.filter(workflow=changed).delete()

    call_command("migrate", verbosity=0)

    assert EmergencyContact.get_default_workflow().name == Lane.NUMBERS
    assert not WorkflowTask.objects.filter(workflow=changed).exists()
