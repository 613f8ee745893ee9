"""Looking after the store: what is old is forgotten, and whether it works is proved."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import NoReturn

from sqlalchemy.engine import Engine

from bot import clock
from bot.conversation.honesty import NotTakenError, honestly
from bot.store import health, retention
from bot.store.calls import Calls

SECONDS_A_DAY = 24 * 60 * 60
SWEEP_SECONDS = 60 * 60
PROVE_SECONDS = 2


class Upkeep:
    """The upkeep of a database."""

    def __init__(self, database: Engine, calls: Calls, keep_days: int) -> None:
        self._database = database
        self._calls = calls
        # Whoever asks is impatient, and waits behind nobody's message.
        self._proofs = Calls(PROVE_SECONDS)
        self._keep_seconds = keep_days * SECONDS_A_DAY

    async def prove(self) -> None:
        """Write something.

        Raises:
            NotTakenError: if that fails or takes too long; the message says why.
        """
        with honestly():
            await self._proofs.run(health.prove, self._database, clock.instant())

    async def forget_old(self) -> int:
        """Delete the conversations in which nothing was said for as long as they are kept; return how many.

        Raises:
            NotTakenError: if the store fails.
        """
        count, now = 0, clock.instant()
        with honestly():
            while some := await self._calls.run(
                retention.forget_untouched, self._database, now - self._keep_seconds, now
            ):
                count += some
            await self._calls.run(retention.forget_done, self._database, now - self._keep_seconds)
            await self._calls.run(retention.scrub, self._database)
        return count

    async def keep_forgetting(self) -> NoReturn:
        """Delete what is old, now and every hour; what fails is tried again in the next."""
        while True:
            with suppress(NotTakenError):
                await self.forget_old()
            await asyncio.sleep(SWEEP_SECONDS)
