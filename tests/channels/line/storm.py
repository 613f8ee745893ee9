"""A storm: many people write at once, LINE tells things twice and in disorder, and the process is killed over it."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.channels.line.stand_in import again, signed

MESSAGES = 4
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
class Storm:
    """People who each write some messages, and what the webhooks' answers took.

    Attributes:
        platform: the stand-in for LINE.
        address: of the application.
        people: how many.
        words: makes what a person writes; the place of the message among theirs is given.
        seconds: for each webhook that was taken, how long that took.
        untaken: how many were not, and were sent again.
    """

    platform: object
    address: str
    people: int
    words: object = staticmethod(lambda person, place: f"{person}.{place}")
    seconds: list = field(default_factory=list)
    untaken: int = 0

    def __post_init__(self):
        self.dice = random.Random(5)
        self.users = [f"U{number:032x}" for number in range(self.people)]
        self.accepted = 0

    async def rage(self):
        """Let everybody write at once; everything was taken when this returns."""
        limits = httpx.Limits(max_connections=50)
        async with httpx.AsyncClient(limits=limits, timeout=60) as client, asyncio.TaskGroup() as tasks:
            for user in self.dice.sample(self.users, self.people):
                tasks.create_task(self._write(client, user))

    async def _write(self, client, user):
        await asyncio.sleep(self.dice.uniform(0, 3))
        start = time.time()
        events = [
            self.platform.text(user, self.words(user, place), said_at=start + place / 100) for place in range(MESSAGES)
        ]
        first, second = events[:2], events[2:]
        await self._tell(client, self.dice.sample(first, 2))
        await self._tell(client, self.dice.sample(second, 2))
        # Told again, in any order, with what was new then.
        await self._tell(client, self.dice.sample([again(event) for event in events], self.dice.randint(1, MESSAGES)))

    async def _tell(self, client, events):
        """Send a webhook, and again until it is taken, as LINE does."""
        while True:
            start = time.perf_counter()
            try:
                response = await client.post(f"{self.address}/line/webhook", **signed(events))
            except httpx.TransportError:
                response = None
            if response is not None and response.status_code == 200:
                self.seconds.append(time.perf_counter() - start)
                self.accepted += len(events)
                return
            self.untaken += 1
            events = [again(event) for event in events]
            await asyncio.sleep(0.3)

    def slowest(self, part):
        """Return the seconds within which a part of the webhooks was answered."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(part * len(self.seconds)))]

    def told(self):
        """Return in a line how the webhooks went."""
        slow = ", ".join(f"{part:.0%} within {self.slowest(part) * 1000:.0f} ms" for part in (0.5, 0.95, 0.99, 1))
        return f"{len(self.seconds)} webhooks with {self.accepted} events taken, {self.untaken} not: {slow}"
