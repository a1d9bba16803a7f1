"""The pattern library shows what there is."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
INCLUDES = re.compile(r"""(?:include|extends)\s+["']([^"']+\.html)["']|_template=["']([^"']+\.html)["']""")
# These speak to somebody who is signed in, and the library is public.
FOR_THE_SIGNED_IN = {"components/idle.html", "components/my_bar.html", "components/messages.html"}


def reached_from(template: str, seen: set[str] | None = None) -> set[str]:
    seen = seen if seen is not None else set()
    if template not in seen:
        seen.add(template)
        for named in INCLUDES.findall((TEMPLATES / template).read_text()):
            reached_from(next(filter(None, named)), seen)
    return seen


def test_every_component_is_in_the_pattern_library():
    components = {str(path.relative_to(TEMPLATES)) for path in (TEMPLATES / "components").glob("*.html")}

    assert components - reached_from("common/patterns.html") - FOR_THE_SIGNED_IN == set()


def test_every_component_starts_with_its_variables():
    silent = [
        path.name
        for path in (TEMPLATES / "components").glob("*.html")
        if not path.read_text().startswith("{% comment %}")
    ]

    assert silent == []


def test_the_library_opens(client, db):
    response = client.get("/patterns/")

    assert response.status_code == 200
    assert not response.cookies
    ids = re.findall(r'\bid="([^"]+)"', response.content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_the_wagtail_admin_keeps_its_own_look(make_user, signed_in, db):
    admin = make_user("admin@example.org", is_staff=True, is_superuser=True)

    html = signed_in(admin).get("/admin/users/new/", follow=True).content.decode()

    assert "<form" in html
    assert "govuk-" not in html
