"""How often something happened lately: in Redis, where all processes count together, or in this process."""

from __future__ import annotations

import logging
import math

from limits import RateLimitItem
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import StorageError

from bot import clock

# A limit may come a little late, but nobody waits for it.
REDIS_SECONDS = 0.25
# How long Redis isn't asked after it failed.
PAUSE_SECONDS = 5.0
log = logging.getLogger(__name__)


class Counts:
    """How often something happened lately. While Redis fails, each process counts for itself."""

    def __init__(self, redis: str | None) -> None:
        """Create the counts.

        Args:
            redis: the URL of a Redis that other processes count in too.
        """
        self._here = FixedWindowRateLimiter(MemoryStorage())
        self._shared = FixedWindowRateLimiter(_shared_storage(redis)) if redis else None
        self._paused_until = 0.0

    async def wait(self, rate: RateLimitItem, *key: str) -> int | None:
        """Count once more; return after how many seconds there is room again, None where there still is."""
        if self._shared and clock.instant() >= self._paused_until:
            try:
                return await _wait(self._shared, rate, *key)
            except StorageError as error:
                fault = type(error.storage_error).__name__
                log.warning("limits are counted in this process alone, for Redis fails: %s", fault)
                self._paused_until = clock.instant() + PAUSE_SECONDS
        return await _wait(self._here, rate, *key)


def _shared_storage(url: str) -> RedisStorage:
    return RedisStorage(
        f"async+{url}",
        wrap_exceptions=True,
        implementation="redispy",
        key_prefix="madoguchi-limits",
        socket_timeout=REDIS_SECONDS,
        socket_connect_timeout=REDIS_SECONDS,
    )


async def _wait(counts: FixedWindowRateLimiter, rate: RateLimitItem, *key: str) -> int | None:
    if await counts.hit(rate, *key):
        return None
    until = (await counts.get_window_stats(rate, *key)).reset_time
    return max(1, math.ceil(until - clock.instant()))
