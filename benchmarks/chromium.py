"""Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    # A page that is made up embeds a server on this machine.
    "--disable-features=LocalNetworkAccessChecks",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("Chromium is not installed (apt-get install chromium fonts-noto-cjk fonts-noto-core).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
