"""Take the README's pictures from the running demo: `make run` in one window, `make screenshots` in another."""

import os
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent / "pictures"
URL = os.environ.get("URL", "http://localhost:8000")
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


def sign_in(page: Page, name: str) -> None:
    page.goto(f"{URL}/accounts/login/")
    page.get_by_label("Email").first.fill(f"{name}@demo.example")
    page.get_by_label("Password").first.fill("demo-password-1")
    page.get_by_role("button", name="Sign in", exact=True).click()


def first_link(page: Page, part: str) -> str:
    return page.locator(f"main a[href*='{part}']").first.get_attribute("href")


def take(page: Page, path: str, name: str) -> None:
    page.goto(f"{URL}{path}")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=HERE / f"{name}.png")


def main() -> None:
    HERE.mkdir(exist_ok=True)
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        desktop = browser.new_page(viewport=DESKTOP)
        phone = browser.new_page(viewport=PHONE)
        take(desktop, "/", "home")
        take(phone, "/find-support/?need=talk-today", "find-support-phone")
        desktop.goto(f"{URL}/workshops/")
        take(desktop, first_link(desktop, "/workshops/"), "workshop")
        desktop.goto(f"{URL}/strategy/")
        take(desktop, first_link(desktop, "/strategy/"), "strategy")
        sign_in(phone, "facilitator")
        phone.goto(f"{URL}/my/conversations/")
        take(phone, first_link(phone, "/my/conversations/C-") + "ideas/", "note-phone")
        sign_in(desktop, "coordinator")
        take(desktop, "/workspace/themes/", "workspace")
        browser.close()


if __name__ == "__main__":
    main()
