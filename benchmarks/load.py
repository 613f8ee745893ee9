"""Turns over HTTP: one after another, or of many users at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import aiohttp

from benchmarks.messages import Said, mixed
from benchmarks.rivals import Rival

ENOUGH = aiohttp.ClientTimeout(120)
PROBE_SECONDS = 0.1


def in_turn(rival: Rival, said: Sequence[Said]) -> list[float]:
    """Say messages one after another; return how many milliseconds each took."""

    async def say_all() -> list[float]:
        async with aiohttp.ClientSession(timeout=ENOUGH) as client:
            return [await _say(client, rival, *one) for one in said]

    return asyncio.run(say_all())


@dataclass
class Crowd:
    """What many users had: milliseconds of each turn and of each look at whether the server lives; what failed."""

    seconds: float = 0
    turns: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def per_second(self) -> float:
        """Turns a second."""
        return len(self.turns) / self.seconds


def crowd(rival: Rival, users: int, seconds: float, health: str | None = None) -> Crowd:
    """Let so many users talk for so long, each waiting for the reply before the next message."""
    had = Crowd()

    async def talk() -> None:
        until = time.monotonic() + seconds
        async with aiohttp.ClientSession(
            timeout=ENOUGH, connector=aiohttp.TCPConnector(limit=0, force_close=True)
        ) as client:
            people = [_user(client, rival, user, until, had) for user in range(users)]
            await asyncio.gather(*people, *([_look(client, rival.site + health, until, had)] if health else []))

    start = time.monotonic()
    asyncio.run(talk())
    # Until the last reply: who serves all at once gives everybody theirs late.
    had.seconds = time.monotonic() - start
    return had


async def _user(client: aiohttp.ClientSession, rival: Rival, user: int, until: float, had: Crowd) -> None:
    for sender, text in mixed(user):
        if time.monotonic() > until:
            return
        try:
            took = await _say(client, rival, sender, text)
        except aiohttp.ClientError:
            had.failed += 1
            continue
        had.turns.append(took)


async def _look(client: aiohttp.ClientSession, url: str, until: float, had: Crowd) -> None:
    while time.monotonic() < until:
        start = time.perf_counter()
        async with client.get(url) as response:
            response.raise_for_status()
        had.looks.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(PROBE_SECONDS)


async def _say(client: aiohttp.ClientSession, rival: Rival, sender: str, text: str) -> float:
    start = time.perf_counter()
    async with client.post(rival.url, json={"sender": sender, "message": text}) as response:
        response.raise_for_status()
        await response.read()
    return (time.perf_counter() - start) * 1000
