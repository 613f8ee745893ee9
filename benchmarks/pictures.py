"""Take the pictures of the documentation: `python -m benchmarks.pictures`."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium
from benchmarks.running import served
from bot.project import ROOT

FOLDER = ROOT / "docs" / "images"
DESKTOP = {"viewport": {"width": 1180, "height": 780}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 1.5, "has_touch": True, "is_mobile": True}
QUESTIONS = {
    "ja": "資格確認書のコピーで受診できますか",
    "en": "My card expires soon. Where do I renew it, and how early?",
}


def _open(browser: Browser, address: str, language: str, **options: Any) -> Page:
    page = browser.new_page(**options)
    page.goto(address)
    page.locator("madoguchi-chat").evaluate("(chat, language) => chat.setAttribute('language', language)", language)
    page.locator(f"madoguchi-chat .launcher:lang({language[:2]})").click()
    page.locator(".theirs").first.wait_for()
    return page


def _ask(page: Page, text: str) -> None:
    known = page.locator(".theirs").count()
    page.locator("textarea").fill(text)
    page.keyboard.press("Enter")
    page.locator(".theirs").nth(known).wait_for()
    page.wait_for_timeout(400)


def _picture(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with served(MADOGUCHI_TODAY="2026-11-24") as address, chromium() as browser:
        page = _open(browser, address, "ja", **DESKTOP)
        _ask(page, QUESTIONS["ja"])
        _picture(page, "desktop")
        page = _open(browser, address, "en", **PHONE)
        _ask(page, QUESTIONS["en"])
        _picture(page, "phone")
        page = _open(browser, address, "ja", color_scheme="dark", **PHONE)
        _ask(page, "赤ちゃんのカード、特急で作れますか。先月生まれました")
        _picture(page, "dark")
        page = _open(browser, address, "ja-easy", **PHONE)
        page.get_by_role("button", name="メニュー").click()
        _picture(page, "furigana")


if __name__ == "__main__":
    main()
