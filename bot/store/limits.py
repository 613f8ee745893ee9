"""How long a database is waited for: a statement gives up first, then the wait for its answer, then the whole call."""

from __future__ import annotations

import time
from select import POLLIN, POLLOUT, poll
from typing import Any

import psycopg2
from psycopg2.extensions import POLL_OK, POLL_READ, set_wait_callback

SQL_SECONDS = 4
ANSWER_SECONDS = 5
CALL_SECONDS = 6
CALLS_AT_ONCE = 8


def limit_postgresql_waits() -> None:
    """Let psycopg2 wait for a server no longer than the limit, whatever the network does."""
    set_wait_callback(_wait)


def _wait(connection: Any) -> None:
    deadline = time.monotonic() + ANSWER_SECONDS
    while (state := connection.poll()) != POLL_OK:
        ready = poll()
        ready.register(connection.fileno(), POLLIN if state == POLL_READ else POLLOUT)
        if not ready.poll(max(0, deadline - time.monotonic()) * 1000):
            raise psycopg2.OperationalError("no answer in time")
