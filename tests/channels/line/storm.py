"""A storm: many people write at once, LINE tells things twice and in disorder, and the process is killed over it."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.channels.line.stand_in import again, signed

MESSAGES = 4
AT_ONCE, BURST_SECONDS, AGAIN_SECONDS = 50, 5, 0.3
ROOT = Path(__file__).resolve().parents[3]
START_SECONDS = 120


class Process:
    """The application as a process of its own, on a port that stays the same through restarts."""

    def __init__(self, command, environment):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._command = [part.format(port=self.port) for part in command]
        self._environment = os.environ | environment | {"PORT": str(self.port)}

    def start(self):
        """Start it; it takes webhooks when this returns."""
        self._running = subprocess.Popen(self._command, env=self._environment, cwd=ROOT)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                return httpx.post(f"{self.address}/line/webhook", **signed([])).raise_for_status()
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError("the application doesn't start")

    def kill(self):
        """End it at once, whatever it is doing."""
        self._running.send_signal(signal.SIGKILL)
        self._running.wait()


SMALL = [sys.executable, "-m", "tests.channels.line.small_app", "{port}"]


@dataclass
class Told:
    """How a storm's webhooks went: the seconds of each that was taken, the events in them, and how many weren't."""

    seconds: list = field(default_factory=list)
    events: int = 0
    untaken: int = 0

    def __str__(self):
        slow = ", ".join(f"{part:.0%} within {self.slowest(part) * 1000:.0f} ms" for part in (0.5, 0.95, 0.99, 1))
        return f"{len(self.seconds)} webhooks with {self.events} events taken, {self.untaken} not: {slow}"

    def slowest(self, part):
        """Return the seconds within which a part of the webhooks was answered."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(part * len(self.seconds)))]


def users(people):
    """Return the ids of so many people."""
    return [f"U{number:032x}" for number in range(people)]


def storm(platform, people, words):
    """Return what LINE tells in a storm: for each person, in random order, their webhooks' events.

    Two messages come at once, in any order; then the next two; then some are told again.

    Args:
        platform: the stand-in for LINE.
        people: how many write.
        words: what a person writes, by the person and the message's place among theirs.
    """
    dice, start = random.Random(5), time.time()
    told = []
    for user in dice.sample(users(people), people):
        texts = [platform.text(user, words(user, place), said_at=start + place / 100) for place in range(MESSAGES)]
        repeated = dice.sample([again(event) for event in texts], dice.randint(1, MESSAGES))
        told.append([dice.sample(texts[:2], 2), dice.sample(texts[2:], 2), repeated])
    return told


def rage(address, told):
    """Send a storm's webhooks, everybody's within seconds and at most 50 at once; return how they went."""
    return asyncio.run(_rage(address, told))


async def _rage(address, told):
    result, dice, at_once = Told(), random.Random(6), asyncio.Semaphore(AT_ONCE)

    async def write(webhooks):
        await asyncio.sleep(dice.uniform(0, BURST_SECONDS))
        for events in webhooks:
            await tell(events)

    async def tell(events):
        """Send a webhook, and again until it is taken, as LINE does."""
        while True:
            async with at_once:
                start = time.perf_counter()
                try:
                    taken = (await client.post(f"{address}/line/webhook", **signed(events))).status_code == 200
                except httpx.TransportError:
                    taken = False
                seconds = time.perf_counter() - start
            if taken:
                result.seconds.append(seconds)
                result.events += len(events)
                return
            result.untaken += 1
            events = [again(event) for event in events]
            await asyncio.sleep(AGAIN_SECONDS)

    async with httpx.AsyncClient(timeout=60) as client, asyncio.TaskGroup() as tasks:
        for webhooks in told:
            tasks.create_task(write(webhooks))
    return result


def raging(address, told):
    """Begin a storm from a process of its own, which nothing else keeps busy; return what becomes how it went."""
    # Its own interpreter: this one runs the platform.
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    result = pool.submit(rage, address, told)
    pool.shutdown(wait=False)
    return result
