"""What travels to a page, with its headers, as the browser's network counts it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page


class Wire:
    """Counts bytes from its creation on, of what is asked of one address."""

    def __init__(self, page: Page, address: str) -> None:
        self.bytes = 0
        self.requests = 0
        self._address = address
        self._ours: set[str] = set()
        devtools = page.context.new_cdp_session(page)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.loadingFinished", self._finished)
        devtools.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith(self._address):
            self._ours.add(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._ours:
            self.bytes += int(event["encodedDataLength"])
            self.requests += 1
