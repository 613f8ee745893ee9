"""An official account: what it takes is kept and worked off as long as this process runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from sqlalchemy.engine import Engine as Database

from bot.channels.line.answering import Answering
from bot.channels.line.incoming import arrivals
from bot.channels.line.platform import Platform
from bot.channels.line.signature import is_signed
from bot.channels.messenger.worker import Worker
from bot.conversation.conversations import Conversations
from bot.settings import LineSettings
from bot.store.calls import Calls
from bot.store.inbox import Inbox, Work


class Account:
    """The account's end of the webhook."""

    def __init__(self, secrets: Sequence[str], worker: Worker) -> None:
        self._secrets = secrets
        self._worker = worker

    def knows(self, body: bytes, signature: str) -> bool:
        """Tell whether a body comes from LINE."""
        return is_signed(body, signature, self._secrets)

    async def take(self, events: Sequence[dict[str, Any]]) -> None:
        """Keep what events ask us to do; it is done in the background.

        Raises:
            NotTakenError: if the store fails; LINE then sends them again.
        """
        await self._worker.accept([*arrivals(events)])


@asynccontextmanager
async def open_account(
    line: LineSettings, conversations: Conversations, database: Database, calls: Calls
) -> AsyncIterator[Account]:
    """Open the account that the settings name, and work for it while it is open."""
    platform = Platform(line.access_token, line.address)
    answering = Answering(platform, conversations)

    async def do(work: Work) -> None:
        await answering.do(work, worker)

    worker = Worker(Inbox(database, "line"), calls, do)
    working = asyncio.create_task(worker.run())
    try:
        yield Account(line.secrets, worker)
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
        await platform.close()
