"""More people than a process can answer: what they get, and whether it still says that it lives.

`python -m benchmarks.overload [USERS] [SECONDS]`. Everybody waits for the reply before the next message, and who is
refused for as long as the server says. The load takes processor time of the same machine.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import aiohttp

from benchmarks.messages import Said, mixed
from benchmarks.rivals import madoguchi

REST = "/webhooks/rest/webhook"
HEALTH = ("/health/live", "/health/ready")
PATIENCE = aiohttp.ClientTimeout(60)
PROBE_SECONDS = 0.1
REFUSALS = {"busy", "too_many"}


@dataclass
class Had:
    """What a crowd had: milliseconds of each answered turn and of each look at its health, and what else came."""

    turns: list[float] = field(default_factory=list)
    looks: dict[str, list[float]] = field(default_factory=lambda: {path: [] for path in HEALTH})
    refused: int = 0
    failed: Counter[str] = field(default_factory=Counter)


async def crowd(site: str, users: int, seconds: float) -> Had:
    """Let so many users talk for so long."""
    had, until = Had(), time.monotonic() + seconds
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(site, timeout=PATIENCE, connector=connector) as client:
        people = [_user(client, user, until, had) for user in range(users)]
        await asyncio.gather(*people, *(_look(client, path, until, had) for path in HEALTH))
    return had


async def _user(client: aiohttp.ClientSession, user: int, until: float, had: Had) -> None:
    for said in mixed(user):
        while time.monotonic() < until:
            if await _said(client, said, had):
                break
        else:
            return


async def _said(client: aiohttp.ClientSession, said: Said, had: Had) -> bool:
    """Say something; return whether that is done with: a refusal isn't."""
    start = time.perf_counter()
    try:
        async with client.post(REST, json={"sender": said[0], "message": said[1]}) as response:
            told = await response.json()
    except (aiohttp.ClientError, TimeoutError) as error:
        had.failed[type(error).__name__] += 1
        return True
    if response.ok:
        had.turns.append((time.perf_counter() - start) * 1000)
    elif (code := told["error"]["code"]) in REFUSALS:
        had.refused += 1
        await asyncio.sleep(float(response.headers["Retry-After"]))
        return False
    else:
        had.failed[code] += 1
    return True


async def _look(client: aiohttp.ClientSession, path: str, until: float, had: Had) -> None:
    while time.monotonic() < until:
        start = time.perf_counter()
        try:
            async with client.get(path) as response:
                if not response.ok:
                    had.failed[f"{path} {response.status}"] += 1
        except (aiohttp.ClientError, TimeoutError) as error:
            had.failed[f"{path} {type(error).__name__}"] += 1
        had.looks[path].append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(PROBE_SECONDS)


def told(had: Had, seconds: float) -> str:
    """Return what a crowd had, in lines."""
    lines = [f"turns/s   {len(had.turns) / seconds:.1f}", f"refused   {had.refused}", f"failed    {had.failed.total()}"]
    lines += [f"  {what}: {count}" for what, count in had.failed.most_common()]
    return "\n".join([*lines, *(_times(name, times) for name, times in {"turn": had.turns, **had.looks}.items())])


def _times(name: str, times: list[float]) -> str:
    cuts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
    return f"{name}: median {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms, slowest {max(times, default=0):.0f} ms"


def main(users: int = 200, seconds: float = 30) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as folder, madoguchi(Path(folder)) as server:
        asyncio.run(crowd(server.site, 4, 3))
        start, cpu = time.monotonic(), server.cpu
        had = asyncio.run(crowd(server.site, users, seconds))
        # Until the last reply: who takes on everything gives everybody theirs late.
        print(told(had, time.monotonic() - start))
        print(f"processor {(server.cpu - cpu) / len(had.turns):.0f} ms a turn, resident {server.memory:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
