"""What a person waits for in the widget, and what a visitor loads: `python -m benchmarks.widget`."""

from __future__ import annotations

import statistics
from time import perf_counter

from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table

from benchmarks.chromium import chromium
from benchmarks.running import served
from benchmarks.wire import Wire

ROUNDS = 15
LANGUAGES = ["ja", "en", "ne"]
SITE = "https://insurer.test/"
PAGE = (
    '<!doctype html><title>Insurer</title><link rel="icon" href="data:,"><body>'
    '<script src="{}/widget.js" data-language="{}" defer></script>'
)
QUESTIONS = ["資格確認書のコピーで受診できますか", "カードをなくしました", "電子証明書の期限を知りたい"]


def _waited(start: float) -> float:
    return (perf_counter() - start) * 1000


def _visit(browser: Browser, address: str) -> tuple[float, list[float]]:
    """Open the chat and ask; return milliseconds from click to open, and from each send to its answer."""
    page = browser.new_page()
    page.goto(address)
    launcher = page.get_by_role("button", name="保険証の質問")
    launcher.wait_for()
    start = perf_counter()
    launcher.click()
    page.locator(".panel").wait_for()
    opened = _waited(start)
    page.locator(".theirs").first.wait_for()
    answered = [_ask(page, question) for question in QUESTIONS]
    page.close()
    return opened, answered


def _ask(page: Page, question: str) -> float:
    known = page.locator(".theirs").count()
    page.get_by_label("質問を書く").fill(question)
    start = perf_counter()
    page.keyboard.press("Enter")
    page.locator(".theirs").nth(known).wait_for()
    return _waited(start)


def _loaded(browser: Browser, address: str, language: str) -> tuple[float, float]:
    """Return the kilobytes that travel before the button is pressed, and in all once the chat has greeted."""
    page = browser.new_page()
    page.route(SITE, lambda route: route.fulfill(body=PAGE.format(address, language), content_type="text/html"))
    wire = Wire(page, address)
    page.goto(SITE)
    launcher = page.locator(".launcher > span:not(:empty)")
    launcher.wait_for()
    page.wait_for_load_state("networkidle")
    before = wire.bytes
    launcher.click()
    page.locator(".theirs").first.wait_for()
    page.wait_for_timeout(500)
    page.close()
    return before / 1000, wire.bytes / 1000


def main() -> None:
    """Print the figures."""
    with served(MADOGUCHI_ALLOWED_ORIGINS="*") as address, chromium() as browser:
        visits = [_visit(browser, address) for _ in range(ROUNDS)]
        loaded = {language: _loaded(browser, address, language) for language in LANGUAGES}
    opened = [visit[0] for visit in visits]
    answered = sorted(time for visit in visits for time in visit[1])
    table = Table("figure", "value")
    table.add_row("click to open, ms (p50)", f"{statistics.median(opened):.0f}")
    table.add_row("send to answer, ms (p50)", f"{statistics.median(answered):.0f}")
    table.add_row("send to answer, ms (p95)", f"{answered[int(len(answered) * 0.95)]:.0f}")
    for language, (before, whole) in loaded.items():
        table.add_row(f"on the wire in {language} before the click, and in all, kB", f"{before:.1f}, {whole:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
