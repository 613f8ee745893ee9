"""The engine in a thread of its own: a turn computes for long, and meanwhile the process goes on answering."""

from __future__ import annotations

import asyncio
import threading

from bot.engine.dialogue import Dialogue
from bot.engine.engine import Engine, Turn
from bot.engine.message import Message


class EngineThread:
    """An engine whose turns are taken elsewhere than on the event loop of who asks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="engine", daemon=True).start()

    async def answer(self, message: Message, dialogue: Dialogue, *, paused: bool = False) -> Turn:
        """Take a turn, as the engine does; the day that is fixed for it goes along.

        Raises:
            NoReplyError: if there is no reply though the conversation isn't paused.
        """
        turn = self._engine.answer(message, dialogue, paused=paused)
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(turn, self._loop))

    def close(self) -> None:
        """Take no more turns."""
        self._loop.call_soon_threadsafe(self._loop.stop)
