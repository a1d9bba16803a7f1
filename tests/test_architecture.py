"""The shape of the house: what may import what, and what may stand where."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# From the roof to the ground. A room may import any room after it, never one before.
ROOMS = ["config", "home", "conversations", "champions", "services_directory", "common", "accounts"]

TOP_LEVEL = {
    "site", "champions", "conversations", "services_directory", "home", "templates", "tests",
    "manage.py", "pyproject.toml", "README.md",
    # What tools demand or readers need.
    "Makefile", "package.json", "package-lock.json", "requirements", "docs",
    ".ci", ".gitignore", ".npmrc", ".gitattributes", ".editorconfig",
}  # fmt: skip


def folder(room: str) -> Path:
    return ROOT / "site" / room if (ROOT / "site" / room).is_dir() else ROOT / room


def modules(room: str) -> list[Path]:
    return [path for path in folder(room).rglob("*.py") if "migrations" not in path.parts]


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        rooms |= {name.split(".")[0] for name in names} & set(ROOMS)
    return rooms


def tracked() -> list[str]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return listing.stdout.splitlines()


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_down(room):
    above = set(ROOMS[: ROOMS.index(room)])

    wrong = [
        f"{path.relative_to(ROOT)} imports {', '.join(rooms)}"
        for path in modules(room)
        if (rooms := imported_rooms(path) & above)
    ]

    assert wrong == []


def test_nothing_imports_the_wiring():
    importers = [path for room in ROOMS[1:] for path in modules(room) if "config" in imported_rooms(path)]

    assert importers == []


def test_site_is_a_plain_folder():
    # The standard library owns the name: a package called `site` breaks the interpreter in a debugger.
    assert not (ROOT / "site" / "__init__.py").exists()


def test_tests_are_no_package():
    # tests/champions/__init__.py would shadow the app.
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_top_level_holds_what_it_should():
    found = {name.split("/")[0] for name in tracked()}

    assert found <= TOP_LEVEL, f"Not in the plan: {sorted(found - TOP_LEVEL)}"
    assert {name for name in TOP_LEVEL if not name.startswith(".")} - {"docs"} <= found


def test_no_module_borrows_a_name_of_the_standard_library():
    borrowed = [
        path.relative_to(ROOT)
        for room in ROOMS
        for path in modules(room)
        if path.parent.name in ROOMS and path.stem in sys.stdlib_module_names
    ]

    assert borrowed == []


def test_every_command_has_a_test():
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    commands = [
        path.stem
        for room in ROOMS
        for path in modules(room)
        if path.parent.name == "commands" and path.stem != "__init__"
    ]

    assert [name for name in commands if name not in tests] == []


LOADS = re.compile(
    r"""<(?:script|link|img|iframe|source|audio|video|use)\b[^>]*?(?:src|href)\s*=\s*["'](?:https?:)?//""",
    re.I,
)


def test_no_template_loads_anything_from_another_origin():
    loading = [path.name for path in (ROOT / "templates").rglob("*.html") if LOADS.search(path.read_text())]

    assert loading == []


def test_no_template_carries_a_style_or_a_script_inline():
    # The content policy forbids both, so they would not work.
    inline = re.compile(r"""\sstyle\s*=\s*["']|<style|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*["']""", re.I)
    guilty = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if "emails" not in path.parts and inline.search(path.read_text())
    ]

    assert guilty == []


def test_no_drawers_without_a_name():
    drawers = {"utils", "helpers", "misc", "tools", "services"}

    assert [path for room in ROOMS for path in modules(room) if path.stem in drawers] == []


def test_rooms_stay_small():
    large = {
        str(path.relative_to(ROOT)): lines
        for room in ROOMS
        for path in modules(room)
        if (lines := len(path.read_text().splitlines())) > 350
    }

    assert large == {}


def test_no_registry_and_no_path_of_a_machine_is_named():
    # Spelt apart, so that this file does not find itself.
    forbidden = re.compile(
        "|".join(
            [
                "py" + r"pi\.org",
                "python" + "hosted",
                "npm" + r"js\.(org|com)",
                "deb" + r"\.debian",
                "/wo" + "rk/main",
            ]
        )
    )
    naming = []
    for name in tracked():
        path = ROOT / name
        if (
            path.is_file()
            and path.suffix in {".py", ".md", ".txt", ".json", ".toml", ".html", ".scss", ".js", ".sh", ""}
            and forbidden.search(path.read_text(errors="ignore"))
        ):
            naming.append(name)

    assert naming == []
