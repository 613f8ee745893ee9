"""Redis as the wire between processes: a channel for each conversation that somebody follows."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from contextlib import suppress

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

PREFIX = "madoguchi:"
# A channel that is always followed, so that there is always something to wait for.
NOBODY = "nobody"
ANSWER_SECONDS = 3
# So long silent, a connection is asked whether it lives; so long again, and it doesn't.
SILENT_SECONDS = 5.0
HEARD = ("message", "subscribe")


class RedisWire:
    """The wire. Every process hears only of the conversations that are followed in it."""

    name = "Redis"

    def __init__(self, url: str) -> None:
        """Create the wire; it isn't connected yet."""
        self._url = url
        self._own = uuid.uuid4().hex
        self._redis: Redis | None = None
        self._heard: PubSub
        self._asked = False

    async def connect(self) -> None:
        """Connect, anew if it was connected before."""
        # What fails is connected anew by whoever uses the wire, who must know of it.
        self._redis = Redis.from_url(
            self._url,
            decode_responses=True,
            socket_connect_timeout=ANSWER_SECONDS,
            socket_timeout=ANSWER_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )
        self._heard, self._asked = self._redis.pubsub(), False
        await self._heard.subscribe(PREFIX + NOBODY)

    async def follow(self, conversations: Collection[str]) -> None:
        """Hear of conversations from now on; Redis confirms each, which is heard as well."""
        if conversations:
            await self._heard.subscribe(*(PREFIX + key for key in conversations))

    async def leave(self, conversations: Collection[str]) -> None:
        """Hear of conversations no more."""
        if conversations:
            await self._heard.unsubscribe(*(PREFIX + key for key in conversations))

    async def send(self, conversations: Collection[str]) -> None:
        """Tell the other processes that there is something to look at."""
        assert self._redis
        async with self._redis.pipeline(transaction=False) as pipeline:
            for key in conversations:
                pipeline.publish(PREFIX + key, self._own)
            await pipeline.execute()

    async def hear(self) -> Collection[str]:
        """Wait for what others tell."""
        message = await self._heard.get_message(timeout=SILENT_SECONDS)
        if message is None:
            await self._ask()
            return ()
        self._asked = False
        if message["type"] not in HEARD or message["data"] == self._own:
            return ()
        return [message["channel"].removeprefix(PREFIX)]

    async def _ask(self) -> None:
        if self._asked:
            raise ConnectionError("no answer in time")
        await self._heard.ping()
        self._asked = True

    async def close(self) -> None:
        """Let go of the connections."""
        if self._redis:
            with suppress(RedisError, OSError):
                await self._heard.aclose()  # type: ignore[no-untyped-call]
            with suppress(RedisError, OSError):
                await self._redis.aclose()
            self._redis = None
