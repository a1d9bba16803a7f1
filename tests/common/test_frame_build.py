"""The built style sheet, script and fonts: complete, ours alone, and light."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "site" / "common" / "static" / "common"
FIRST_VIEW = ["frame.css", "frame.js", "fonts/atkinson.woff2", "fonts/bricolage.woff2"]


def script():
    spec = importlib.util.spec_from_file_location("frame_build", ROOT / "site" / "common" / "assets" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    script().main()


def css() -> str:
    return (STATIC / "frame.css").read_text()


def test_a_second_build_has_nothing_to_do(capsys):
    before = {path: path.stat().st_mtime_ns for path in STATIC.rglob("*") if path.is_file()}

    script().main()

    assert "nothing to do" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_build_says_what_is_missing_on_a_machine_without_node(monkeypatch, tmp_path):
    build = script()
    monkeypatch.setattr(build, "MODULES", tmp_path)
    monkeypatch.setattr(build, "tool_path", lambda: str(tmp_path))

    with pytest.raises(SystemExit, match="Node is missing"):
        build.main()


def test_the_style_sheet_names_no_other_site_and_no_missing_file():
    addresses = re.findall(r"url\(\"?([^\")]+)", css())

    assert addresses
    assert [address for address in addresses if not (STATIC / address).is_file()] == []
    assert "@import" not in css()


def test_nothing_that_belongs_to_gov_uk_is_used():
    assert not re.search("GDS Transport|crest|crown", css(), re.I)


def test_fonts_swap_so_that_words_are_read_while_they_load():
    assert css().count("font-display:swap") == css().count("@font-face") == 2


def test_the_first_view_is_light():
    # A bus stop, an old phone: HTML, styles, script and fonts in 100 KB at most; the page itself gets 25 of them.
    frame = sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in FIRST_VIEW)

    assert frame < 65_000
    assert frame + len(gzip.compress(render_to_string("404.html").encode(), 9)) < 75_000


def test_the_lock_names_no_registry():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
