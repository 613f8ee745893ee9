"""Calls of the database: in threads of their own, so that nothing else waits for it, and with a time limit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, InterfaceError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.store.limits import CALL_SECONDS, CALLS_AT_ONCE

# What a database says of itself, in words for an operator; anything else can't be reached.
REASONS = {
    "locked": "it is locked",
    "full": "the disk is full",
    "No space left": "the disk is full",
    "disk I/O error": "the disk is full or fails",
    "readonly": "it can't be written",
    "read-only": "it can't be written",
    "unable to open": "the file can't be opened",
    "no such table": "its tables are gone",
    "timeout": "it is too slow",
    "in time": "it is too slow",
}

P = ParamSpec("P")
T = TypeVar("T")


class StoreError(Exception):
    """The database took nothing, or can't tell; the message says why, without what was to be stored."""


class Calls:
    """Calls of a database in threads of their own, each with a time limit."""

    def __init__(self, seconds: float = CALL_SECONDS) -> None:
        self._threads = ThreadPoolExecutor(CALLS_AT_ONCE, "store")
        self._seconds = seconds

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function of the store returns.

        Raises:
            StoreError: if the database fails or takes too long.
        """
        call = asyncio.get_running_loop().run_in_executor(self._threads, partial(function, *args, **kwargs))
        try:
            async with asyncio.timeout(self._seconds):
                return await call
        except TimeoutError:
            raise StoreError("it is too slow") from None
        except (DataError, IntegrityError):
            # A fault of ours, not of the database.
            raise
        except (DatabaseError, InterfaceError, PoolTimeoutError) as error:
            raise StoreError(_reason(error)) from None

    def close(self) -> None:
        """Let the calls that are under way end, and take no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _reason(error: SQLAlchemyError) -> str:
    said = str(getattr(error, "orig", None) or error)
    return next((reason for sign, reason in REASONS.items() if sign in said), "it can't be reached")
