"""What a platform told is accepted at once, and worked off in the background: once, and in order in a conversation."""

from __future__ import annotations

import asyncio
import logging
import random
import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn

from bot import clock, metrics
from bot.conversation.honesty import NotTakenError, honestly
from bot.store.calls import Calls, StoreError
from bot.store.conversations import Claim
from bot.store.inbox import Arrival, Inbox, Work

# Platforms don't promise an order: what was said first may come a little later.
SETTLE_SECONDS = 0.2
# Work ends in this time, or is postponed; then whoever claimed it is taken for dead.
WORK_SECONDS = 12
CLAIM_SECONDS = 15
SWEEP_SECONDS = 2.0
YIELD_SECONDS, BREATH_SECONDS = 1.0, 0.01
CONVERSATIONS_AT_ONCE = 8
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 60.0
GIVE_UP_SECONDS = 24 * 60 * 60
MOST_FAILURES = 3
log = logging.getLogger(__name__)


class LaterError(Exception):
    """The work can't be done now, and may be later. The message says why."""


@dataclass
class Batch:
    """Arrivals that are kept together, and the task that does it."""

    arrivals: list[Arrival] = field(default_factory=list)
    kept: asyncio.Task[None] | None = None


class Worker:
    """Works off one channel's inbox, beside the workers of other processes."""

    def __init__(self, inbox: Inbox, calls: Calls, work: Callable[[Work], Awaitable[None]]) -> None:
        """Create the worker.

        Args:
            inbox: what the platform told.
            calls: calls of the store.
            work: does one thing that was told; a LaterError postpones it.
        """
        self._inbox = inbox
        self._calls = calls
        self._work = work
        self._bell = asyncio.Event()
        self._busy: set[str] = set()
        self._next, self._keeping, self._taking = Batch(), asyncio.Lock(), 0

    async def accept(self, arrivals: Sequence[Arrival]) -> None:
        """Keep what a platform told, so that it is done even if this process dies.

        Raises:
            NotTakenError: if the store fails, and nothing is kept.
        """
        batch = self._next
        batch.arrivals += arrivals
        batch.kept = batch.kept or asyncio.create_task(self._keep(batch))
        self._taking += 1
        try:
            # Who is no longer waited for leaves the others' batch alone.
            await asyncio.shield(batch.kept)
        finally:
            self._taking -= 1

    async def _keep(self, batch: Batch) -> None:
        """Keep a batch; what comes while the one before is being written goes together."""
        async with self._keeping:
            self._next = Batch()
            now = clock.instant()
            with honestly():
                await self._calls.run(self._inbox.accept, batch.arrivals, now, now + SETTLE_SECONDS)
        self._bell.set()

    async def send_by(self, work: Work, route: str) -> None:
        """Note by which way an answer must go, before it is sent so.

        Raises:
            NotTakenError: if the store fails.
        """
        with honestly():
            await self._calls.run(self._inbox.send_by, work, route)

    async def until_quiet(self) -> None:
        """Let pass what is just arriving, for a while at most: a platform waits for its answer, work can wait."""
        with suppress(TimeoutError):
            async with asyncio.timeout(YIELD_SECONDS):
                # Also what has come in and wasn't looked at yet.
                await asyncio.sleep(BREATH_SECONDS)
                while self._taking:
                    await asyncio.sleep(BREATH_SECONDS)

    async def run(self) -> NoReturn:
        """Work off what is due, for ever; what a process that died had accepted or begun, too."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                self._bell.clear()
                pause = await self._look(tasks)
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._bell.wait()

    async def _look(self, tasks: asyncio.TaskGroup) -> float:
        """Begin what is due; return after how many seconds to look again, if the bell doesn't ring before."""
        now = clock.instant()
        try:
            due, soonest = await self._calls.run(self._inbox.due, now, 2 * CONVERSATIONS_AT_ONCE)
        except Exception as error:
            _tell_fault(error)
            return SWEEP_SECONDS
        for conversation in due:
            self._begin(conversation, tasks)
        return SWEEP_SECONDS if soonest is None else min(SWEEP_SECONDS, max(0.0, soonest - now))

    def _begin(self, conversation: str, tasks: asyncio.TaskGroup) -> None:
        if conversation not in self._busy and len(self._busy) < CONVERSATIONS_AT_ONCE:
            self._busy.add(conversation)
            tasks.create_task(self._work_off(conversation))

    async def _work_off(self, conversation: str) -> None:
        """Do what is due in a conversation, one thing after another."""
        try:
            while work := await self._take(conversation):
                await self._do(work)
        except Exception as error:
            _tell_fault(error)
            await asyncio.sleep(FIRST_PAUSE_SECONDS)
        finally:
            self._busy.discard(conversation)
            self._bell.set()

    async def _take(self, conversation: str) -> Work | None:
        await self.until_quiet()
        return await self._calls.run(self._inbox.take, conversation, _claim())

    async def _do(self, work: Work) -> None:
        try:
            async with asyncio.timeout(WORK_SECONDS):
                await self._work(work)
        except (LaterError, NotTakenError, TimeoutError) as error:
            log.warning("to be done again: %s", error or "it took too long")
            await self._postpone(work, clock.instant() - work.accepted < GIVE_UP_SECONDS)
        except Exception:
            log.exception("work failed")
            await self._postpone(work, work.tries < MOST_FAILURES)
        else:
            await self._calls.run(self._inbox.finish, work)
            metrics.messenger_seconds.observe(clock.instant() - work.accepted)

    async def _postpone(self, work: Work, again: bool) -> None:
        if again:
            await self._calls.run(self._inbox.postpone, work, clock.instant() + pause_before(work.tries + 1))
        else:
            log.error("given up after %s tries", work.tries)
            await self._calls.run(self._inbox.finish, work)


def _tell_fault(error: Exception) -> None:
    """Log why the inbox can't be worked off just now; it is looked into again soon."""
    if isinstance(error, StoreError):
        log.warning("the inbox can't be worked off: %s", error)
    else:
        log.error("the inbox can't be worked off", exc_info=error)


def pause_before(tries: int) -> float:
    """Return how many seconds to wait before a try: twice as long each time, and not all at the same moment."""
    longest = min(FIRST_PAUSE_SECONDS * 2.0 ** min(tries - 2, 10), LONGEST_PAUSE_SECONDS)
    return longest * random.uniform(0.5, 1)


def _claim() -> Claim:
    now = clock.instant()
    return Claim(uuid.uuid4().hex, now, now + CLAIM_SECONDS)
