"""How many messages are taken on at once: few are worked on, some wait, and what is beyond is refused at once.

A message that would wait longer than a person does, and whose claim would run out meanwhile, keeps out those that
could still be answered. Who is refused at once knows at once when to come again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from bot import metrics
from bot.conversation.honesty import NotTakenError

# One is answered while others' are read and stored. More would only share the processor, and their claims run.
TURNS_AT_ONCE = 4
# A process answers 10 to 30 a second: the last waits as long as people do.
PLACES = 64


class FullError(NotTakenError):
    """So many messages are waiting that one more would not be answered in time."""


class Room:
    """The room for messages in this process; `free` is how many places are."""

    def __init__(self, places: int = PLACES) -> None:
        """Create the room.

        Args:
            places: how many messages may be in it, waiting or being answered.
        """
        self.free = places
        self._turns = asyncio.Semaphore(TURNS_AT_ONCE)

    def refuse_if_full(self) -> None:
        """Refuse a message before anything is done for it.

        Raises:
            FullError: if there is no place.
        """
        if self.free <= 0:
            raise FullError("too many people are asking at once")

    @contextmanager
    def place(self) -> Iterator[None]:
        """Give a message a place.

        Raises:
            FullError: if there is none.
        """
        self.refuse_if_full()
        self.free -= 1
        try:
            with metrics.waiting.track_inprogress():
                yield
        finally:
            self.free += 1

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until one more turn may be taken, and take it inside."""
        async with self._turns:
            metrics.waiting.dec()
            try:
                with metrics.under_way.track_inprogress():
                    yield
            finally:
                metrics.waiting.inc()
