"""Bells that ring in every process: by a wire between them, and while that is broken by looking every so often."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NoReturn, Protocol

from bot.conversation.bells import Bell, LocalBells

# How often live connections look into the store while no wire tells them when to.
LOOK_SECONDS = 1.0
# While the wire is broken; others look by themselves then.
MOST_UNSENT = 10_000
log = logging.getLogger(__name__)


class Wire(Protocol):
    """A way between processes. Whatever fails in it raises, and it is connected anew."""

    name: str

    async def connect(self) -> None:
        """Connect, anew if it was connected before; nothing is followed then."""
        ...

    async def follow(self, conversations: Collection[str]) -> None:
        """Hear of conversations from now on; of each once at the beginning, when what is sent is heard for sure."""
        ...

    async def leave(self, conversations: Collection[str]) -> None:
        """Hear of conversations no more."""
        ...

    async def send(self, conversations: Collection[str]) -> None:
        """Tell the other processes that there is something to look at."""
        ...

    async def hear(self) -> Collection[str]:
        """Wait for what others tell; return the conversations, perhaps none."""
        ...

    async def close(self) -> None:
        """Let go of the connection; that never fails."""
        ...


class SharedBells:
    """The bells of all processes on a wire. They never hold up a turn: what is told is told in the background."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._local = LocalBells()
        self._work = asyncio.Event()
        self._changed: set[str] = set()
        self._unsent: set[str] = set()

    def __contains__(self, conversation: str) -> bool:
        return conversation in self._local

    async def ring(self, conversation: str) -> None:
        """Ring every bell of a conversation, here at once and elsewhere soon."""
        self._local.sound(conversation)
        if len(self._unsent) < MOST_UNSENT:
            self._unsent.add(conversation)
        self._work.set()

    @contextmanager
    def listen(self, conversation: str) -> Iterator[Bell]:
        """Give a listener a bell."""
        with self._local.listen(conversation) as bell:
            self._change(conversation)
            try:
                yield bell
            finally:
                self._change(conversation)

    def _change(self, conversation: str) -> None:
        self._changed.add(conversation)
        self._work.set()

    async def run(self) -> NoReturn:
        """Carry the rings between the processes, for ever; a wire that breaks is told once and mended by itself."""
        broken = False
        while True:
            try:
                await self._connect()
                if broken:
                    log.warning("live events cross processes again by %s", self._wire.name)
                broken = False
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._tell())
                    tasks.create_task(self._hear())
            except Exception as error:
                if not broken:
                    log.error("live events don't cross processes by %s; they are looked for instead", self._wire.name)
                    log.debug("the wire broke", exc_info=error)
                broken = True
                await asyncio.sleep(LOOK_SECONDS)
                self._local.sound_all()
            finally:
                await self._wire.close()

    async def _connect(self) -> None:
        await self._wire.connect()
        self._changed.clear()
        await self._wire.follow(self._local.conversations)
        self._local.sound_all()

    async def _tell(self) -> None:
        while not _is_over():
            changed, self._changed = self._changed, set()
            await self._wire.follow([key for key in changed if key in self._local])
            await self._wire.leave([key for key in changed if key not in self._local])
            await self._send()
            if not _is_over():
                await self._work.wait()
                self._work.clear()

    async def _send(self) -> None:
        """Tell what rang since; what rings meanwhile goes together the next time."""
        if not self._unsent:
            return
        sending, self._unsent = self._unsent, set()
        try:
            await self._wire.send(sending)
        except BaseException:
            self._unsent |= sending
            raise

    async def _hear(self) -> None:
        while not _is_over():
            for conversation in await self._wire.hear():
                self._local.sound(conversation)


def _is_over() -> bool:
    """Tell whether this task was cancelled; redis-py may swallow it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class LookingBells(LocalBells):
    """The bells of a process beside others with no wire between them: every listener looks every so often."""

    async def run(self) -> NoReturn:
        """Ring every bell every so often, for ever."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            self.sound_all()
