"""Which bells an installation has: Redis carries them where there is one, else PostgreSQL; else they stay here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.engine import Engine

from bot.conversation.bells import Bells, LocalBells
from bot.conversation.postgresql_wire import PostgresqlWire
from bot.conversation.redis_wire import RedisWire
from bot.conversation.shared_bells import LookingBells, SharedBells
from bot.store.calls import Calls


@asynccontextmanager
async def open_bells(
    database: Engine, calls: Calls, redis: str | None = None, workers: int = 1
) -> AsyncIterator[Bells]:
    """Open the bells, and carry what rings while they are open.

    Args:
        database: where conversations are kept.
        calls: calls of the store.
        redis: Redis's address; None where there is none.
        workers: how many processes serve on this machine, which matters where no wire joins them.
    """
    bells = _bells(database, calls, redis, workers)
    if not isinstance(bells, SharedBells | LookingBells):
        yield bells
        return
    running = asyncio.create_task(bells.run())
    try:
        yield bells
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def _bells(database: Engine, calls: Calls, redis: str | None, workers: int) -> LocalBells | SharedBells:
    if redis:
        return SharedBells(RedisWire(redis))
    if database.dialect.name == "postgresql":
        return SharedBells(PostgresqlWire(database, calls))
    return LookingBells() if workers > 1 else LocalBells()
