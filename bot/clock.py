"""The one place that reads the clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.settings import settings

TOKYO = ZoneInfo("Asia/Tokyo")
_fixed: ContextVar[date | None] = ContextVar("fixed", default=None)


def now() -> datetime:
    """Return the time in Asia/Tokyo; on the day that `fixed` or `MADOGUCHI_TODAY` names, where one does."""
    time, day = datetime.now(TOKYO), _fixed.get() or settings().today
    return datetime.combine(day, time.timetz()) if day else time


def today() -> date:
    """Return today's date in Asia/Tokyo, or the day that `fixed` or `MADOGUCHI_TODAY` names."""
    return now().date()


@contextmanager
def fixed(day: date | None) -> Iterator[None]:
    """Make it that day for what runs inside; None changes nothing."""
    token = _fixed.set(day or _fixed.get())
    try:
        yield
    finally:
        _fixed.reset(token)


def instant() -> float:
    """Return the real time in seconds since 1970: how long something is held or kept depends on no fixed day."""
    return time.time()
