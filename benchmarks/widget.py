"""What a person waits for in the widget, and what a visitor loads: `python -m benchmarks.widget`."""

from __future__ import annotations

import gzip
import statistics
from time import perf_counter

from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table

from benchmarks.chromium import chromium
from benchmarks.running import served
from bot.channels.web.widget_files import read_widget

ROUNDS = 15
QUESTIONS = ["資格確認書のコピーで受診できますか", "カードをなくしました", "電子証明書の期限を知りたい"]


def kilobytes(language: str) -> float:
    """Return what a visitor loads, each file compressed by itself."""
    files = read_widget().files
    names = {name for name in files if not name.startswith("texts/")} | {f"texts/{language}.json"}
    return sum(len(gzip.compress(files[name], 9)) for name in names) / 1000


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


def main() -> None:
    """Print the figures."""
    with served() as address, chromium() as browser:
        visits = [_visit(browser, address) for _ in range(ROUNDS)]
    opened = [visit[0] for visit in visits]
    answered = sorted(time for visit in visits for time in visit[1])
    table = Table("figure", "value")
    table.add_row("click to open, ms (p50)", f"{statistics.median(opened):.0f}")
    table.add_row("send to answer, ms (p50)", f"{statistics.median(answered):.0f}")
    table.add_row("send to answer, ms (p95)", f"{answered[int(len(answered) * 0.95)]:.0f}")
    for language in ("ja", "en"):
        table.add_row(f"loaded in {language}, kB gzip", f"{kilobytes(language):.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
