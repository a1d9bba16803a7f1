"""One page of each kind that editors make, and each language's pages, looked at as a phone shows them (WCAG 2.2 AA)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
# One live page of each kind in English, and every live page in another language.
ADDRESSES = """
import json
from wagtail.models import Page
pages = Page.objects.live().filter(depth__gt=1).specific()
found = {(type(page).__name__ if page.locale.is_default else page.pk): page.url for page in pages}
print(json.dumps(sorted(url for url in found.values() if url)))
"""


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_every_kind_of_page_has_no_fault_and_does_not_scroll_sideways(visitor, platform):
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ADDRESSES]
    asked = subprocess.run(command, env=platform.environment, cwd=ROOT, check=True, capture_output=True, text=True)
    addresses = json.loads(asked.stdout.strip().splitlines()[-1])
    assert len(addresses) >= 20
    assert "/ar/safety/" in addresses

    reader = visitor()
    for address in addresses:
        reader.open(address)
    reader.open("/ar/safety/")
    assert reader.page.evaluate("document.documentElement.dir") == "rtl"
