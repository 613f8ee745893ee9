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
ON_ITS_SIDE = PHONE | {"viewport": {"width": 844, "height": 390}}
QUESTIONS = {
    "ja": "資格確認書のコピーで受診できますか",
    "en": "My card expires soon. Where do I renew it, and how early?",
}
IN_OTHERS = {
    "ja-easy": "びょういんで なにを みせますか",
    "zh-Hans": "资格确认书的复印件能看病吗？",
    "vi": "Thẻ sắp hết hạn, gia hạn ở đâu?",
    "pt-BR": "Onde renovo o cartão que vai vencer?",
}
LARGEST = 2
# Easy Japanese has Japanese's tag; its readings tell it.
LAUNCHERS = {"ja-easy": ".launcher:has(rt)"}


def _open(browser: Browser, address: str, language: str, size: int = 0, **options: Any) -> Page:
    page = browser.new_page(**options)
    page.goto(address)
    page.locator("madoguchi-chat").evaluate("(chat, language) => chat.setAttribute('language', language)", language)
    launcher = LAUNCHERS.get(language, ".launcher")
    page.locator(f"madoguchi-chat .launching:lang({language[:2]}) {launcher}").click()
    page.locator(".theirs").first.wait_for()
    for _ in range(size):
        page.locator(".size").click()
    return page


def _ask(page: Page, text: str) -> None:
    known = page.locator(".theirs").count()
    page.locator("textarea").fill(text)
    page.locator("textarea").press("Enter")
    page.locator(".theirs").nth(known).wait_for()
    page.wait_for_timeout(400)


def _give(page: Page, day: str) -> None:
    known = page.locator(".theirs").count()
    page.locator(".date-entry input").fill(day)
    page.locator(".date-entry button").click()
    page.locator(".theirs").nth(known).wait_for()
    page.wait_for_timeout(400)


def _picture(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def _take(browser: Browser, address: str) -> None:
    page = _open(browser, address, "ja", **DESKTOP)
    _ask(page, QUESTIONS["ja"])
    _picture(page, "desktop")
    page = _open(browser, address, "en", **PHONE)
    _ask(page, QUESTIONS["en"])
    _picture(page, "phone")
    page = _open(browser, address, "ja", color_scheme="dark", **PHONE)
    _ask(page, "/check_expiry_dates")
    _give(page, "2024-06-10")
    _give(page, "1980-11-02")
    _picture(page, "dark")
    page = _open(browser, address, "ja", LARGEST, **PHONE)
    _ask(page, QUESTIONS["ja"])
    _picture(page, "largest")
    page = _open(browser, address, "en", **ON_ITS_SIDE)
    _ask(page, QUESTIONS["en"])
    _picture(page, "landscape")
    page = _open(browser, address, "ko", **PHONE)
    _picture(page, "lacking")
    for language, question in IN_OTHERS.items():
        page = _open(browser, address, language, **PHONE)
        _ask(page, question)
        _picture(page, f"phone-{language}")


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    with served(MADOGUCHI_TODAY="2026-11-24") as address, chromium() as browser:
        _take(browser, address)
        page = browser.new_page(**DESKTOP)
        page.goto(address)
        page.wait_for_function("document.querySelector('#snippet').textContent")
        page.screenshot(path=FOLDER / "page.png", full_page=True)


if __name__ == "__main__":
    main()
