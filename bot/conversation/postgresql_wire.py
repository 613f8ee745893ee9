"""PostgreSQL as the wire between processes, where there is no Redis: everything is heard by all (LISTEN, NOTIFY)."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Collection
from contextlib import suppress

from sqlalchemy.engine import Engine

from bot.store import notices
from bot.store.calls import Calls
from bot.store.notices import Listening


class PostgresqlWire:
    """The wire."""

    name = "PostgreSQL"

    def __init__(self, database: Engine, calls: Calls) -> None:
        """Create the wire; it isn't connected yet."""
        self._database = database
        self._calls = calls
        self._own = uuid.uuid4().hex
        self._listening: Listening | None = None
        self._readable = asyncio.Event()

    async def connect(self) -> None:
        """Connect, anew if it was connected before."""
        self._listening = await self._calls.run(Listening, self._database)
        self._readable.clear()
        asyncio.get_running_loop().add_reader(self._listening.fileno(), self._readable.set)

    async def follow(self, conversations: Collection[str]) -> None:
        """Do nothing: all is heard already."""

    async def leave(self, conversations: Collection[str]) -> None:
        """Do nothing: what nobody follows is passed over."""

    async def send(self, conversations: Collection[str]) -> None:
        """Tell the other processes that there is something to look at."""
        told = [f"{self._own} {key}" for key in conversations]
        await self._calls.run(notices.notify, self._database, told)

    async def hear(self) -> Collection[str]:
        """Wait for what others tell."""
        assert self._listening
        await self._readable.wait()
        self._readable.clear()
        told = (notice.split(" ", 1) for notice in self._listening.read())
        return [key for who, key in told if who != self._own]

    async def close(self) -> None:
        """Let go of the connection."""
        if self._listening:
            asyncio.get_running_loop().remove_reader(self._listening.fileno())
            with suppress(Exception):
                self._listening.close()
            self._listening = None
