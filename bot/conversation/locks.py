"""Who came first to this process asks the store first, where everybody gets a place, whatever process they came to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Locks:
    """A lock for each conversation, which exists as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._people: dict[str, int] = {}

    def __contains__(self, conversation: str) -> bool:
        return conversation in self._locks

    @asynccontextmanager
    async def hold(self, conversation: str) -> AsyncIterator[None]:
        """Wait until nobody else holds the conversation's lock, in the order in which they came, and hold it inside."""
        lock = self._locks.setdefault(conversation, asyncio.Lock())
        self._people[conversation] = self._people.get(conversation, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._people[conversation] -= 1
            if not self._people[conversation]:
                del self._locks[conversation], self._people[conversation]
