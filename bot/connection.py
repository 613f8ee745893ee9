"""A connection as the server takes it: silent ones and endless headers are closed, a last request is answered."""

from __future__ import annotations

import asyncio
import resource
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

# The server allows a silent connection and an endless header as long as they like, and a reader of them is one of few.
HEADER_SECONDS = 15.0
# While the server ends, what was sent to it already is still on its way for so long.
LAST_SECONDS = 0.5
LONGEST_HEADER = 64 * 1024

# What a process opens besides its connections: the database's, the model's, the log.
OTHER_FILES = 200


def allow_connections(many: int) -> None:
    """Let this process hold so many connections open, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = many + OTHER_FILES
    if soft < wanted:
        resource.setrlimit(
            resource.RLIMIT_NOFILE, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
        )


class Connection(H11Protocol):
    """Uvicorn's connection, with a limit on the time from one request to the next.

    Its limit on a header's length is what `h11_max_incomplete_event_size` sets; the faster parser has none.
    """

    header_seconds = HEADER_SECONDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deadline: asyncio.TimerHandle | None = None
        self._leaving = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start to wait for the first request."""
        super().connection_made(transport)
        self._wait(self.header_seconds)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Wait no longer once a request has begun; its body has a limit of its own."""
        super().handle_events()
        if self._is_asked():
            self._stop_waiting()
            if self._leaving:
                self.cycle.keep_alive = False

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._wait(self.header_seconds)

    def shutdown(self) -> None:
        """Close after one request more, which may be on its way; uvicorn closes at once, and such a one is lost."""
        if self._is_asked():
            super().shutdown()
            return
        self._leaving = True
        self._wait(LAST_SECONDS)

    def _is_asked(self) -> bool:
        return bool(self.cycle) and not self.cycle.response_complete

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None
